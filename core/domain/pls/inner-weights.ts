import { factorPositiveDefinite, solveFactored } from '../../numerics/positive-definite.ts';
import type { PlsModel } from './pls-model.ts';

/** A correlation below this is rounding: its sign means nothing. */
const noCorrelation = 1e-13;

/**
 * Weights with which the scores of its neighbours make up the inner estimate of each construct
 * (J.-B. Lohmöller, "Latent Variable Path Modeling with Partial Least Squares", 1989, ch. 2; Tenenhaus
 * et al. 2005): z_j = Σ_k e_kj·y_k over the constructs k with a path to or from j, where e_kj is
 * - centroid: the sign of the correlation r_kj (0 for a correlation of 0),
 * - factorial: r_kj,
 * - path: the coefficient of y_k in the regression of y_j on its predecessors, and r_kj for successors.
 *
 * `correlations` is L × L, row by row; the answer, written to `inner`, has e_kj at k·L + j. Answers with
 * the construct whose predecessors are collinear (path scheme only), or null when all went well.
 */
export function innerWeights(
  model: PlsModel,
  correlations: Float64Array,
  inner: Float64Array,
): number | null {
  const size = model.latents.length;
  const correlation = (k: number, j: number) => {
    const value = correlations[k * size + j] as number;
    return Math.abs(value) > noCorrelation ? value : 0;
  };
  for (let j = 0; j < size; j++) {
    const before = model.predecessors[j] ?? [];
    if (model.scheme === 'path') {
      const regression = regressionOn(before, (k) => correlation(k, j), correlations, size);
      if (regression === null) return j;
      for (const [i, k] of before.entries()) inner[k * size + j] = regression[i] as number;
    } else {
      for (const k of before) inner[k * size + j] = neighbourWeight(model, correlation(k, j));
    }
    for (const k of model.successors[j] ?? []) {
      inner[k * size + j] = neighbourWeight(model, correlation(k, j));
    }
  }
  return null;
}

function neighbourWeight(model: PlsModel, correlation: number): number {
  return model.scheme === 'centroid' ? Math.sign(correlation) : correlation;
}

/**
 * Standardised coefficients of a regression on the constructs `predictors`, from correlations alone:
 * the solution of R·b = r. `withOutcome(k)` is the correlation of predictor k with the outcome.
 * null when the predictors are collinear.
 */
export function regressionOn(
  predictors: readonly number[],
  withOutcome: (k: number) => number,
  correlations: Float64Array,
  size: number,
): Float64Array | null {
  const count = predictors.length;
  const system = new Float64Array(count * count);
  const solution = new Float64Array(count);
  for (const [i, k] of predictors.entries()) {
    solution[i] = withOutcome(k);
    for (const [l, m] of predictors.entries()) {
      system[i * count + l] = correlations[k * size + m] as number;
    }
  }
  if (!factorPositiveDefinite(system, count)) return null;
  solveFactored(system, count, solution);
  return solution;
}
