import { AppError } from '../../contract/app-error.ts';
import type { Interval } from '../../contract/common.schema.ts';
import { normalQuantile975 } from '../../numerics/normal.ts';

/** The quantities of a Wilson interval, for those who redo it. */
export interface WilsonInterval {
  /** (p + z²/2n) / (1 + z²/n): what the share is drawn towards ½ to. */
  centre: number;
  /** z / (1 + z²/n) · √(p(1−p)/n + z²/4n²) */
  halfWidth: number;
  ci95: Interval;
}

const squaredZ = normalQuantile975 ** 2;

/**
 * 95 % score interval of a share, without continuity correction (E. B. Wilson, "Probable Inference,
 * the Law of Succession, and Statistical Inference", Journal of the American Statistical Association
 * 22, 1927, 209–212; method 3 of R. G. Newcombe, "Two-Sided Confidence Intervals for the Single
 * Proportion", Statistics in Medicine 17, 1998, 857–872):
 *
 *   (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = 1.959963984540054.
 *
 * `share` p is a fraction, 0–1; `n` > 0 is the sample size, whole or, for weighted answers, Kish's
 * effective size. The ends are the two roots of a quadratic whose product is p²n/(n+z²): the smaller
 * root follows from the larger without cancellation, so that a share of 1e-9 keeps its digits.
 *
 * Always within 0–1 and never without the share; exactly 0 at p = 0 and 1 at p = 1. Throws
 * `calculation.outOfRange` for a share outside 0–1 or n ≤ 0.
 */
export function wilsonInterval(share: number, n: number): WilsonInterval {
  if (!(share >= 0 && share <= 1)) throw new AppError('calculation.outOfRange', {}, 'share');
  if (!(n > 0 && Number.isFinite(n))) throw new AppError('calculation.outOfRange', {}, 'n');
  const shrunk = 1 + squaredZ / n;
  const spread = (share * (1 - share)) / n + squaredZ / (4 * n * n);
  return {
    centre: (share + squaredZ / (2 * n)) / shrunk,
    halfWidth: (normalQuantile975 * Math.sqrt(spread)) / shrunk,
    ci95: [lowerEnd(share, n), upperEnd(share, n)],
  };
}

/** The larger root: a sum of what is not negative, hence without cancellation. */
function largerRoot(share: number, n: number): number {
  const root = normalQuantile975 * Math.sqrt(squaredZ + 4 * n * share * (1 - share));
  return (2 * n * share + squaredZ + root) / (2 * (n + squaredZ));
}

function upperEnd(share: number, n: number): number {
  return share === 1 ? 1 : Math.min(1, Math.max(share, largerRoot(share, n)));
}

function lowerEnd(share: number, n: number): number {
  if (share === 0) return 0;
  return Math.min(share, (((share / largerRoot(share, n)) * n) / (n + squaredZ)) * share);
}
