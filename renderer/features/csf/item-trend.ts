import type { CsfItem } from '../../../core/contract/csf.contract.ts';

/** The waves that gave the item a score, oldest first. */
export function scoresOf({ scores }: CsfItem): { waveName: string; score: number }[] {
  return scores.flatMap(({ waveName, score }) => (score === null ? [] : [{ waveName, score }]));
}

/** Mean of the latest scores of these items; null where none has one. */
export function latestScore(items: readonly CsfItem[]): number | null {
  const latest = items.flatMap((item) => scoresOf(item).at(-1)?.score ?? []);
  if (latest.length === 0) return null;
  return latest.reduce((sum, score) => sum + score, 0) / latest.length;
}
