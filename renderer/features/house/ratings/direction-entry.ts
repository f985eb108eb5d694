import type { HowDirection } from '../../../../core/contract/house.contract.ts';

/** Signs, words and digits that people write for a direction, in the order ↑ ↓ ◎. */
const entries: readonly (readonly [HowDirection, RegExp])[] = [
  ['up', /^(1|↑|▲|△|⬆️?|\^|up|max.*|증.*|클.*|망대.*)$/i],
  ['down', /^(2|↓|▼|▽|⬇️?|v|down|min.*|감.*|작.*|망소.*)$/i],
  ['target', /^(3|◎|○|●|⊙|o|=|ㅇ|target|nominal|목표.*|망목.*)$/i],
];

/** A direction as typed or pasted; null for anything else, also for blank: every HOW has one. */
export function directionEntry(entry: string): HowDirection | null {
  return entries.find(([, pattern]) => pattern.test(entry.trim()))?.[0] ?? null;
}
