import { binomialUpperMidP } from '../../numerics/binomial-tail.ts';
import { wilsonInterval } from '../proportion/wilson.ts';
import { qValues } from '../statistics/benjamini-hochberg.ts';

/** Documents that hold a word, in the period and in the baseline before it. */
export interface WordCounts {
  word: string;
  period: number;
  baseline: number;
}

export interface WordChange extends WordCounts {
  /** What the period would hold at the baseline's rate: baseline · period texts ÷ baseline texts. */
  expected: number;
  /** Rate in the period ÷ rate in the baseline; null when the baseline has none. */
  ratio: number | null;
  /** 95 %; the upper end is null when it has no bound, because the baseline has none. */
  ratioLow: number;
  ratioHigh: number | null;
  /** Two-sided mid-p. */
  p: number;
  /** Benjamini–Hochberg over all words that were tested. */
  q: number;
  direction: 'rising' | 'falling';
  significant: boolean;
}

/** Both periods together must hold a word so often: below, no test could call it a change. */
const leastTogether = 5;
export const discoveryRate = 0.05;

/**
 * Words whose rate per text changed between two periods.
 *
 * Given n documents with the word in both periods together, those of the period are binomial with
 * chance N₁/(N₁ + N₀) when nothing changed (comparison of two Poisson rates: J. Przyborowski and
 * H. Wilenski, Biometrika 31, 1940, 313–323), tested with the mid-p; exact, hence sound for a handful of
 * documents. The ratio's interval is Wilson's for that chance, turned into a ratio: π/(1 − π)·N₀/N₁.
 * All words seen at least `leastTogether` times are tested, and called significant at q ≤ 0.05.
 *
 * `periodTexts`, `baselineTexts`: texts of each. One of them 0: nothing can be compared, no change.
 * Rising first, by p, then by count; deterministic.
 */
export function wordChanges(
  counts: readonly WordCounts[],
  periodTexts: number,
  baselineTexts: number,
): WordChange[] {
  if (periodTexts === 0 || baselineTexts === 0) return [];
  const tested = counts.filter(({ period, baseline }) => period + baseline >= leastTogether);
  const chance = periodTexts / (periodTexts + baselineTexts);
  const ps = tested.map(({ period, baseline }) => twoSidedP(period, period + baseline, chance));
  const qs = qValues(ps);
  return tested
    .map((word, i) => changeOf(word, { periodTexts, baselineTexts }, ps[i] ?? 1, qs[i] ?? 1))
    .sort(byWeight);
}

function twoSidedP(k: number, n: number, chance: number): number {
  const upper = binomialUpperMidP(k, n, chance);
  return Math.min(
    1,
    2 * Math.min(upper, 1 - upper < 0.5 ? binomialUpperMidP(n - k, n, 1 - chance) : 1),
  );
}

function changeOf(
  { word, period, baseline }: WordCounts,
  texts: { periodTexts: number; baselineTexts: number },
  p: number,
  q: number,
): WordChange {
  const { periodTexts, baselineTexts } = texts;
  const together = period + baseline;
  const scale = baselineTexts / periodTexts;
  const [low, high] = wilsonInterval(period / together, together).ci95;
  const expected = (baseline * periodTexts) / baselineTexts;
  return {
    word,
    period,
    baseline,
    expected,
    ratio: baseline === 0 ? null : (period / baseline) * scale,
    ratioLow: (low / (1 - low)) * scale,
    ratioHigh: high === 1 ? null : (high / (1 - high)) * scale,
    p,
    q,
    direction: period >= expected ? 'rising' : 'falling',
    significant: q <= discoveryRate,
  };
}

function byWeight(one: WordChange, other: WordChange): number {
  if (one.direction !== other.direction) return one.direction === 'rising' ? -1 : 1;
  if (one.p !== other.p) return one.p - other.p;
  const size = other.period + other.baseline - one.period - one.baseline;
  return size !== 0 ? size : one.word < other.word ? -1 : 1;
}
