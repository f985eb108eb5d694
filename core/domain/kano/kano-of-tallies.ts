import type { KanoTally } from '../../contract/kano.contract.ts';
import { analyseKano, type KanoCounts, type KanoResult } from './kano.ts';
import { kanoClassOfPair } from './kano-entry.ts';

/** The Kano analysis of every WHAT that somebody answered about, by its id; as `analyseKano`. */
export function kanoOfTallies(tallies: readonly KanoTally[]): Map<number, KanoResult> {
  const byWhat = Map.groupBy(tallies, ({ whatId }) => whatId);
  return new Map([...byWhat].map(([whatId, given]) => [whatId, analyseKano(countsOf(given))]));
}

function countsOf(tallies: readonly KanoTally[]): KanoCounts {
  const counts: KanoCounts = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
  for (const { functional, dysfunctional, count } of tallies) {
    counts[kanoClassOfPair(functional, dysfunctional)] += count;
  }
  return counts;
}
