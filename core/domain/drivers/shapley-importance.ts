import { type StandardisedModel, varyingDirections } from './standardised-model.ts';
import { subsetShares } from './subset-shares.ts';

/** 2ᵏ subsets: twenty predictors are a million of them. */
export const mostShapleyPredictors = 20;

export interface ShapleyImportance {
  /** Per column, summing to R². */
  importance: number[];
  /** R² of the column alone, and what it adds to all others: the two ends of the average. */
  first: number[];
  last: number[];
}

/**
 * Importance of each predictor as its gain in R², averaged over all k! orders in which predictors can
 * enter the model:
 *   importanceⱼ = Σ_{S ∌ j} |S|!·(k − 1 − |S|)! ÷ k! · (R²(S ∪ j) − R²(S)).
 *
 * Source: R. H. Lindeman, P. F. Merenda and R. Z. Gold, "Introduction to Bivariate and Multivariate
 * Analysis", Scott, Foresman, 1980 (LMG); U. Grömping, "Estimators of Relative Importance in Linear
 * Regression Based on Variance Decomposition", The American Statistician 61(2), 2007, 139–147. It is
 * the Shapley value of the game whose worth is R² (L. S. Shapley, "A Value for n-Person Games", in
 * "Contributions to the Theory of Games" II, 1953, 307–317).
 *
 * Never negative. A constant column has importance 0. `response` must not be null.
 * Throws RangeError for more than 20 columns.
 */
export function shapleyImportance(model: StandardisedModel): ShapleyImportance {
  const varying = varyingDirections(model);
  const k = varying.length;
  if (k > mostShapleyPredictors) throw new RangeError(`${k} predictors are too many`);
  const shares = subsetShares(
    varying.map(({ direction }) => direction),
    model.response ?? new Float64Array(model.rank),
  );
  const nothing = () => new Array<number>(model.directions.length).fill(0);
  const result = { importance: nothing(), first: nothing(), last: nothing() };
  const everything = shares.length - 1;
  for (const [bit, { j }] of varying.entries()) {
    const own = 1 << bit;
    result.importance[j] = Math.max(0, averageGain(shares, k, own));
    result.first[j] = shares[own] ?? 0;
    result.last[j] = Math.max(0, (shares[everything] ?? 0) - (shares[everything ^ own] ?? 0));
  }
  return result;
}

/** Gains are averaged within each size of subset first, then over the k sizes: the same weights. */
function averageGain(shares: Float64Array, k: number, own: number): number {
  const gains = new Float64Array(k);
  const subsets = new Float64Array(k);
  for (let subset = 0; subset < shares.length; subset++) {
    if ((subset & own) !== 0) continue;
    const size = bitsOf(subset);
    gains[size] = (gains[size] ?? 0) + (shares[subset | own] ?? 0) - (shares[subset] ?? 0);
    subsets[size] = (subsets[size] ?? 0) + 1;
  }
  return gains.reduce((sum, gain, size) => sum + gain / (subsets[size] ?? 1), 0) / k;
}

function bitsOf(subset: number): number {
  let bits = 0;
  for (let rest = subset; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
}
