import { Matrix, SVD } from 'ml-matrix';
import { dot } from '../../numerics/inner-product.ts';
import { type StandardisedModel, varyingDirections } from './standardised-model.ts';

/** Λ is as wide as it is high: beyond, it would fill the memory before it told anybody anything. */
export const mostJohnsonPredictors = 500;

export interface RelativeWeights {
  /** Per column, summing to R². */
  importance: number[];
  /** λⱼᵢ: correlation of column j with its orthonormal counterpart i; constant columns are left out. */
  loadings: number[][];
  /** βᵢ: coefficients of the response on the orthonormal counterparts. */
  orthonormalBetas: number[];
}

/**
 * Johnson's relative weights. Z is the orthonormal counterpart of the standardised X that lies nearest
 * to it; with X = P·Δ·Qᵀ (singular values):
 *   Z = P·Qᵀ, Λ = Q·Δ·Qᵀ (correlations of X with Z), β = Zᵀy, importanceⱼ = Σᵢ λⱼᵢ²·βᵢ².
 * The columns of Λ² sum to 1, so that the weights sum to Σβ² = R².
 *
 * Source: J. W. Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor Variables
 * in Multiple Regression", Multivariate Behavioral Research 35(1), 2000, 1–19; R. M. Johnson, "The
 * Minimal Transformation to Orthonormality", Psychometrika 31, 1966, 61–66.
 *
 * The singular values are those of the triangular factor of X rather than the roots of eigenvalues of
 * its correlations, which nearly collinear columns would leave with half their digits. Columns that are
 * combinations of each other share what they explain together. A constant column has
 * weight 0. `response` must not be null.
 */
export function relativeWeights(model: StandardisedModel): RelativeWeights {
  const varying = varyingDirections(model);
  const importance = new Array<number>(model.directions.length).fill(0);
  if (varying.length === 0) return { importance, loadings: [], orthonormalBetas: [] };
  const { loadings, betas } = orthonormalCounterpart(
    varying.map(({ direction }) => direction),
    model.response ?? new Float64Array(model.rank),
  );
  for (const [row, { j }] of varying.entries()) {
    importance[j] = betas.reduce(
      (sum, beta, i) => sum + ((loadings[row]?.[i] ?? 0) * beta) ** 2,
      0,
    );
  }
  return { importance, loadings, orthonormalBetas: betas };
}

/** The factor has as many dimensions as independent columns, so that every singular value counts. */
function orthonormalCounterpart(
  directions: readonly Float64Array[],
  response: Float64Array,
): { loadings: number[][]; betas: number[] } {
  // Columns as rows: Xᵀ = Q·Δ·Pᵀ, never fewer rows than columns.
  const svd = new SVD(new Matrix(directions.map((direction) => Array.from(direction))));
  const { leftSingularVectors, rightSingularVectors: p, diagonal } = svd;
  const q = leftSingularVectors.to2DArray().map((row) => Float64Array.from(row));
  const stretched = q.map((row) => row.map((value, s) => value * (diagonal[s] ?? 0)));
  const along = Float64Array.from(diagonal, (_, s) =>
    response.reduce((sum, y, i) => sum + p.get(i, s) * y, 0),
  );
  const loadings = stretched.map((row) => q.map((other) => dot(row, other)));
  const betas = q.map((row) => dot(row, along));
  return { loadings, betas };
}
