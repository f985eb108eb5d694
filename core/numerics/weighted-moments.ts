import { effectiveSize } from './effective-size.ts';

/**
 * Sums over respondents who do not all count the same. `values` and `weights` have one entry per
 * respondent; NaN is a missing value and leaves its respondent out, and so does a weight of 0. Weights
 * are finite and not negative; only their proportions matter.
 */
export interface WeightedSum {
  /** Respondents with a value and a weight above 0. */
  n: number;
  /** Σw over them. */
  totalWeight: number;
  /** See `effectiveSize`; 0 when n is 0. */
  effectiveN: number;
  /** Σw·x / Σw, in the units of the values; null when n is 0. */
  mean: number | null;
}

export function weightedMeanOf(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSum {
  let n = 0;
  let totalWeight = 0;
  let squaredWeights = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const weight = weights[i] as number;
    if (weight === 0 || Number.isNaN(value)) continue;
    n += 1;
    totalWeight += weight;
    squaredWeights += weight * weight;
    sum += weight * value;
  }
  if (n === 0) return { n, totalWeight, effectiveN: 0, mean: null };
  const rough = sum / totalWeight;
  let rest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const weight = weights[i] as number;
    if (weight !== 0 && !Number.isNaN(value)) rest += weight * (value - rough);
  }
  return {
    n,
    totalWeight,
    effectiveN: effectiveSize(totalWeight, squaredWeights),
    mean: rough + rest / totalWeight,
  };
}
