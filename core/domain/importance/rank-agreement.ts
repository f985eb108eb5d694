import { midRanks } from '../../numerics/mid-ranks.ts';
import { meanOf, sumOfSquares } from '../../numerics/moments.ts';
import { rankDescending } from '../house/house.ts';

/**
 * Kendall's rank correlation with the correction for ties, τ_b, from −1 (opposite) to 1 (the same order):
 *
 *   τ_b = (C − D) ÷ √((n₀ − n₁)(n₀ − n₂)), n₀ = n(n − 1) ÷ 2, n₁ and n₂ the pairs tied in either list
 *
 * Source: Kendall, "The Treatment of Ties in Ranking Problems", Biometrika 33(3), 1945, 239–251.
 * `a` and `b`: finite values of the same n things, the larger the more important. Null where one of them
 * puts everything on a level, or n < 2. n²÷2 steps.
 */
export function kendallTauB(a: readonly number[], b: readonly number[]): number | null {
  const [first, second] = [rankDescending(a), rankDescending(b)];
  let [balance, untiedFirst, untiedSecond] = [0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    for (let j = 0; j < i; j++) {
      const x = Math.sign((first[i] ?? 0) - (first[j] ?? 0));
      const y = Math.sign((second[i] ?? 0) - (second[j] ?? 0));
      balance += x * y;
      untiedFirst += Math.abs(x);
      untiedSecond += Math.abs(y);
    }
  }
  const scale = Math.sqrt(untiedFirst) * Math.sqrt(untiedSecond);
  return scale === 0 ? null : Math.max(-1, Math.min(1, balance / scale));
}

/**
 * Spearman's rank correlation: Pearson's correlation of the mean ranks, ties and all (Spearman, "The Proof
 * and Measurement of Association between Two Things", American Journal of Psychology 15, 1904, 72–101).
 * Shapes and null as in `kendallTauB`.
 */
export function spearmanRho(a: readonly number[], b: readonly number[]): number | null {
  const [first, second] = [midRanks(a), midRanks(b)];
  const [meanFirst, meanSecond] = [meanOf(first), meanOf(second)];
  const scale = Math.sqrt(sumOfSquares(first) * sumOfSquares(second));
  if (first.length < 2 || scale === 0) return null;
  const product = first.reduce(
    (sum, rank, i) => sum + (rank - meanFirst) * ((second[i] ?? 0) - meanSecond),
    0,
  );
  return Math.max(-1, Math.min(1, product / scale));
}

/**
 * Share of the first k of one list that are among the first k of the other, 0 to 1. Ties at the edge
 * belong to the first k; then the larger of the two sets is the whole. Null when there is nothing to
 * compare or k < 1.
 */
export function topOverlap(a: readonly number[], b: readonly number[], k: number): number | null {
  if (a.length === 0 || k < 1) return null;
  const top = (values: readonly number[]) => rankDescending(values).map((rank) => rank <= k);
  const [first, second] = [top(a), top(b)];
  const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
  const both = count(first.map((isTop, i) => isTop && second[i] === true));
  return both / Math.max(count(first), count(second));
}
