import { carriedWeights, usualCarriedScale } from './cascade.ts';

/**
 * Importance of the WHATs of a house from what their evidence weighs (frequency × severity): the
 * weightiest gets 5, the others their share of it, to one decimal. Proportions are kept, so that the
 * weights of the HOWs are those of the raw figures but for rounding. 0.1 at least, because a WHAT in a
 * house counts for something; all 3 (the middle) when there is no evidence at all.
 *
 * Example: 200, 100 and 1 become 5, 2.5 and 0.1.
 */
export function importanceFromEvidence(weights: readonly number[]): number[] {
  if (weights.every((weight) => weight === 0)) return weights.map(() => 3);
  return carriedWeights(weights, usualCarriedScale);
}
