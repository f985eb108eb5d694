import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { VoteRoundHead } from '../../../core/contract/workshop.contract.ts';
import { valueOfKey } from '../../../core/domain/house/scale-entry.ts';
import {
  importanceVoteLevels,
  relationVoteLevels,
} from '../../../core/domain/workshop/vote-figures.ts';

/** One thing to score. */
export interface ScoreItem {
  whatId: number;
  howId: number | null;
  number: string;
  name: string;
}

/** What is on the screen at a time: a WHAT with all its HOWs, or all WHATs for their importance. */
export interface ScorePage {
  number: string;
  name: string;
  items: ScoreItem[];
}

/** Of a round what it asks; who has come how far changes with every key. */
type AskedOfRound = Pick<VoteRoundHead, 'subject' | 'whatIds' | 'howIds' | 'cells'>;

export function scorePages(
  view: HouseView,
  { subject, whatIds, howIds, cells }: AskedOfRound,
  importanceName: string,
): ScorePage[] {
  const asked = new Set(whatIds);
  const whats = view.whats.filter(({ whatId }) => asked.has(whatId));
  if (subject === 'importance') {
    const items = whats.map(({ whatId, number, name }) => ({ whatId, howId: null, number, name }));
    return [{ number: '', name: importanceName, items }];
  }
  const askedHows = new Set(howIds);
  const hows = view.hows.filter(({ howId }) => askedHows.has(howId));
  const askedCells = cells === null ? null : new Set(cells.map(itemKey));
  return whats
    .map(({ whatId, number, name }) => ({
      number,
      name,
      items: hows
        .map((how) => ({ whatId, howId: how.howId, number: how.number, name: how.name }))
        .filter((item) => askedCells === null || askedCells.has(itemKey(item))),
    }))
    .filter(({ items }) => items.length > 0);
}

/** What may be entered, strongest first as on the keys. */
export function levelsAsked(
  view: HouseView,
  { subject }: Pick<VoteRoundHead, 'subject'>,
): number[] {
  const levels = subject === 'importance' ? importanceVoteLevels : relationVoteLevels(view.scale);
  return [...levels].reverse();
}

/** The score that a key enters; null for keys that enter none. */
export function scoreOfKey(
  key: string,
  view: HouseView,
  { subject }: Pick<VoteRoundHead, 'subject'>,
): number | null {
  if (subject === 'relations') return valueOfKey(key, view.scale);
  const value = /^[1-5]$/.test(key.normalize('NFKC')) ? Number(key.normalize('NFKC')) : null;
  return value;
}

export function itemKey({ whatId, howId }: Pick<ScoreItem, 'whatId' | 'howId'>): string {
  return `${whatId}:${howId ?? 0}`;
}
