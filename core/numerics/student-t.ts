import cdf from '@stdlib/stats-base-dists-t-cdf';
import quantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * The value that a Student t variable with `df` > 0 degrees of freedom (need not be whole) stays below
 * with probability `p` in (0, 1). Tends to the normal quantile as df grows.
 */
export function studentTQuantile(p: number, df: number): number {
  return quantile(p, df);
}

/** Probability of a |T| at least as large as |t|, with `df` > 0 degrees of freedom. */
export function studentTTwoSidedP(t: number, df: number): number {
  // The library's incomplete beta loses digits for one degree of freedom near 0; Cauchy's is exact.
  if (df === 1) return (2 / Math.PI) * Math.atan2(1, Math.abs(t));
  // From the lower tail: 1 − cdf(|t|) would lose every digit of a small p.
  return Math.min(1, 2 * cdf(-Math.abs(t), df));
}
