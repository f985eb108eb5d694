import type { VocKind } from '../contract/voc.contract.ts';
import type { SeededRandom } from '../numerics/seeded-random.ts';
import { expand, type Facts, speak } from './voc-template.ts';
import type { VocTheme } from './voc-theme.ts';
import { typedBy } from './voc-typing.ts';
import { type VoiceName, voices } from './voc-voices.ts';

const longest = 400;

/** A text about the theme as this voice would write it. */
export function composeText(
  theme: VocTheme,
  voiceName: VoiceName,
  facts: Facts,
  random: SeededRandom,
): string {
  const voice = voices[voiceName];
  const { texts, kind } = theme;
  const said = (template: string) =>
    speak(expand(template, facts, random), voice.style, random).trim();
  const person = { ...voice, elderly: voiceName === 'elder' };
  if (random.chance(voice.parts.short) && texts.shorts.length > 0) {
    return typedBy(expand(random.pick(texts.shorts), facts, random), person, random);
  }
  const parts = partsOf(theme, kind, voiceName, random).map(said);
  const whole = joined(parts, random);
  const text =
    voiceName === 'elder' ? whole.replaceAll('저희', '우리').replaceAll('제가', '내가') : whole;
  return typedBy(shortened(text), person, random);
}

function partsOf(
  theme: VocTheme,
  kind: VocKind,
  voiceName: VoiceName,
  random: SeededRandom,
): string[] {
  const { parts, openers, closers } = voices[voiceName];
  const { texts } = theme;
  const chosen: string[] = [];
  const add = (share: number, from: readonly string[] | undefined) => {
    if (from !== undefined && from.length > 0 && random.chance(share))
      chosen.push(random.pick(from));
  };
  add(parts.opener, openers[kind]);
  add(1, texts.situations);
  const outcomes = random.shuffle(texts.outcomes);
  add(parts.outcome, outcomes.slice(0, 1));
  add(parts.secondOutcome, outcomes.slice(1, 2));
  add(parts.request, texts.requests);
  add(parts.closer, closers[kind]);
  return chosen.filter((part) => part !== '');
}

function joined(parts: readonly string[], random: SeededRandom): string {
  const separator = parts.length > 3 && random.chance(0.15) ? '\n' : ' ';
  return parts.join(separator);
}

/** Cuts after the last whole sentence that still fits. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return cut.slice(0, Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('.\n')) + 1) || cut;
}

const noteOpeners = [
  '',
  '',
  '',
  '',
  '고객 인입. ',
  '{센터} 관할 고객. ',
  '[재인입|2차 인입] ',
  '{제품} 건. ',
  '({날짜} 접수 건) ',
  '고객명 {이름}, ',
];
const noteClosers = [
  '',
  '',
  '',
  '',
  '',
  ' 담당 센터로 이관함.',
  ' {센터} 확인 후 회신하기로 함.',
  ' 연락처 {전화}.',
  ' 고객 감정 격앙된 상태.',
  ' 사과드리고 종료.',
  ' 금일 중 재통화 약속.',
  ' 콜백 {전화} [오후 희망|오전 희망|아무 때나].',
  ' 메모 남김.',
];

/** What an agent on the phone or a clerk at the counter put down. */
export function composeNote(theme: VocTheme, facts: Facts, random: SeededRandom): string {
  const closer =
    theme.kind === 'complaint' || theme.kind === 'question' ? random.pick(noteClosers) : '';
  const template = random.pick(noteOpeners) + random.pick(theme.texts.notes) + closer;
  return expand(template, facts, random);
}
