import { quantileOf } from '../../numerics/quantile.ts';
import type { RelationScale } from '../house/relation-scale.ts';
import { levelAgreement, levelConsensus } from './level-agreement.ts';

/** What may be voted, weakest first, e.g. 0, 1, 3, 9: all different. */
export type VoteLevels = readonly number[];

/** The levels of a cell of the house, no relation among them. */
export function relationVoteLevels(scale: RelationScale): number[] {
  return [0, ...scale.levels.map(({ value }) => value).toSorted((a, b) => a - b)];
}

/** What people score importances with. */
export const importanceVoteLevels: VoteLevels = [1, 2, 3, 4, 5];

/** What the votes on one thing say; values are values of levels, in their unit. */
export interface VoteFigures {
  n: number;
  /** Votes on each level, in the order of the levels. */
  counts: number[];
  /** The two middle votes; the same one where their number is odd. */
  medianLow: number;
  medianHigh: number;
  /** Most frequent values, weakest first. */
  modes: number[];
  mean: number;
  lowest: number;
  highest: number;
  /** Levels from the lowest to the highest vote: 0 when all are the same. */
  rangeLevels: number;
  /** Interquartile range, in levels. */
  iqrLevels: number;
  /** Van der Eijk's A, −1 to 1, and Tastle & Wierman's consensus, 0 to 1; null for too few levels. */
  agreement: number | null;
  consensus: number | null;
  /** What to enter if nobody objects; see `proposedValue`. */
  proposed: number;
}

/**
 * Figures of votes on an ordered scale. All that measures spread counts levels, not the numbers behind
 * them, for between ○ 3 and ◎ 9 lies one step as between △ 1 and ○ 3. `mean` alone uses the numbers.
 *
 * Quantiles are of type 7 over the places of the levels (see `quantileOf`).
 * Votes that are no levels are left out: callers check first (`ballotOutcomes` does). Null without votes.
 */
export function voteFigures(votes: readonly number[], levels: VoteLevels): VoteFigures | null {
  const places = votes
    .map((vote) => levels.indexOf(vote))
    .filter((place) => place >= 0)
    .sort((a, b) => a - b);
  const n = places.length;
  const [first, last] = [places[0], places[n - 1]];
  if (first === undefined || last === undefined) return null;
  const counts = levels.map((_, level) => places.filter((place) => place === level).length);
  const most = Math.max(...counts);
  const valueAt = (place: number | undefined) => levels[place ?? 0] ?? 0;
  return {
    n,
    counts,
    medianLow: valueAt(places[Math.ceil(n / 2) - 1]),
    medianHigh: valueAt(places[Math.floor(n / 2)]),
    modes: levels.filter((_, level) => counts[level] === most),
    mean: places.reduce((sum, place) => sum + valueAt(place), 0) / n,
    lowest: valueAt(first),
    highest: valueAt(last),
    rangeLevels: last - first,
    iqrLevels: quantileOf(places, 0.75) - quantileOf(places, 0.25),
    agreement: levelAgreement(counts),
    consensus: levelConsensus(counts),
    proposed: valueAt(proposedPlace(places, counts)),
  };
}

/**
 * The median vote. Where the two middle votes differ, the one of them with more votes; where they have
 * equally many, the weaker one: a stronger relation has to be argued for. So the proposal is always a level
 * that somebody voted for, never a number between two.
 */
function proposedPlace(sorted: readonly number[], counts: readonly number[]): number {
  const low = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? low;
  return (counts[high] ?? 0) > (counts[low] ?? 0) ? high : low;
}
