import { compensatedSum } from './compensated-sum.ts';
import { powerOfTwoNear } from './power-of-two.ts';

/**
 * Mean and spread of a sample, held so that nothing gets lost on the way to a difference of means or a
 * ratio of variances: neither under a large offset (1e12 + 0.1) nor for very large or small units.
 *
 * The mean is `centre + offset`: the nearest double, and what that double leaves out. The squares are
 * those of the deviations divided by `scale`, a power of two near the largest of them.
 */
export interface SampleSummary {
  readonly n: number;
  /** Σw; n where nobody is weighed. */
  readonly totalWeight: number;
  readonly centre: number;
  readonly offset: number;
  readonly scale: number;
  /** Σ w·((x − mean) / scale)²; exactly 0 when, and only when, all values are the same. */
  readonly squares: number;
}

/**
 * Summary of a sample of finite numbers, in three passes: a first value as rough centre and the reach
 * around it, the mean, the squares with the correction of Chan, Golub & LeVeque (The American
 * Statistician 37(3), 1983, 242–247). Sums are compensated, so that a million
 * rows cost no digits.
 *
 * `weights` (finite, above 0) has one entry per value. Throws RangeError for an empty sample. Values
 * so far apart that their distance is no double (±1e308) give NaN, which callers refuse as too large.
 */
export function summarize(values: ArrayLike<number>, weights?: ArrayLike<number>): SampleSummary {
  const n = values.length;
  const first = values[0];
  if (first === undefined) throw new RangeError('no summary of nothing');
  const weightOf = (i: number) => (weights === undefined ? 1 : (weights[i] as number));
  const totalWeight = weights === undefined ? n : compensatedSum(n, weightOf);

  const reach = largestDistance(values, first);
  if (reach === 0) return { n, totalWeight, centre: first, offset: 0, scale: 1, squares: 0 };
  const scale = powerOfTwoNear(reach);
  const around = (centre: number, i: number) => ((values[i] as number) - centre) / scale;

  const firstSum = compensatedSum(n, (i) => weightOf(i) * around(first, i));
  const centre = first + scale * (firstSum / totalWeight);
  const rest = compensatedSum(n, (i) => weightOf(i) * around(centre, i));
  const squares = compensatedSum(n, (i) => weightOf(i) * around(centre, i) ** 2);
  return {
    n,
    totalWeight,
    centre,
    offset: scale * (rest / totalWeight),
    scale,
    squares: squares - (rest * rest) / totalWeight,
  };
}

export function meanOfSummary({ centre, offset }: SampleSummary): number {
  return centre + offset;
}

/** Mean of the one less mean of the other. */
export function meanDistance(a: SampleSummary, b: SampleSummary): number {
  return a.centre - b.centre + (a.offset - b.offset);
}

/**
 * Sample standard deviation √(Σw(x − mean)² / Σw · n/(n − 1)), in the units of the values: with equal
 * weights the usual one with n − 1. null for one value.
 */
export function standardDeviationOf(summary: SampleSummary): number | null {
  const { n, totalWeight, scale, squares } = summary;
  return n < 2 ? null : scale * Math.sqrt((squares / totalWeight) * (n / (n - 1)));
}

function largestDistance(values: ArrayLike<number>, from: number): number {
  let largest = 0;
  for (let i = 1; i < values.length; i++) {
    const distance = Math.abs((values[i] as number) - from);
    if (!(distance <= largest)) largest = distance;
  }
  return largest;
}
