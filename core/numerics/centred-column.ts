import { meanOf } from './moments.ts';
import { binaryExponent, timesPowerOfTwo } from './power-of-two.ts';

/**
 * A column of finite numbers as deviations from its mean, in units that neither overflow nor vanish:
 * x = 2^exponent · (mean + meanRest + deviation). The power of two makes the largest |x| lie in
 * [1/2, 1), so that columns near 1e300 or 1e-300 can be squared; scaling by it loses nothing.
 */
export interface CentredColumn {
  deviations: Float64Array;
  exponent: number;
  mean: number;
  /**
   * What the mean of a column with a large offset loses in its last bit. Without it, deviations of
   * 1e12 + 1, 1e12 + 2, … would themselves have a mean of up to 6e-5.
   */
  meanRest: number;
  /** Largest |x| ÷ 2^exponent; 0 for a column of zeros. */
  largest: number;
  /** √Σ deviation². */
  norm: number;
  /** False when all values are the same, or differ by no more than their own rounding: deviations are 0. */
  varies: boolean;
}

export function centreColumn(values: ArrayLike<number>): CentredColumn {
  const n = values.length;
  let bound = 0;
  for (let i = 0; i < n; i++) bound = Math.max(bound, Math.abs(values[i] as number));
  const exponent = bound === 0 ? 0 : binaryExponent(bound);
  const deviations = new Float64Array(n);
  for (let i = 0; i < n; i++) deviations[i] = timesPowerOfTwo(values[i] as number, -exponent);
  const largest = timesPowerOfTwo(bound, -exponent);
  const mean = n === 0 ? 0 : meanOf(deviations);
  for (let i = 0; i < n; i++) deviations[i] = (deviations[i] as number) - mean;
  const meanRest = n === 0 ? 0 : meanOf(deviations);
  let squares = 0;
  let farthest = 0;
  for (let i = 0; i < n; i++) {
    const deviation = (deviations[i] as number) - meanRest;
    deviations[i] = deviation;
    squares += deviation * deviation;
    farthest = Math.max(farthest, Math.abs(deviation));
  }
  const varies = farthest > 2 * Number.EPSILON * largest;
  if (!varies) deviations.fill(0);
  const norm = varies ? Math.sqrt(squares) : 0;
  return { deviations, exponent, mean, meanRest, largest, norm, varies };
}
