import { innerWeights } from './inner-weights.ts';
import { factorBlocks, outerWeights } from './outer-weights.ts';
import { itemCount, type PlsModel } from './pls-model.ts';
import { emptyMoments, type ScoreMoments, updateMoments } from './score-moments.ts';

const plsTolerance = 1e-12;
const plsMaxIterations = 300;

/** Scores of a PLS path model, as far as covariances tell. */
export interface PlsFit extends ScoreMoments {
  /** weights[i] of item i: with them the centred items (standardised when scaled) sum to scores of variance 1. */
  readonly weights: Float64Array;
  /** L × L: weight of construct k in the inner estimate of j at k·L + j, in the last round. */
  readonly inner: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
}

/** Why a model cannot be estimated, and at which construct. */
export interface FitFault {
  readonly reason: 'constantItem' | 'flatScore' | 'collinearItems' | 'collinearPredictors';
  readonly latent: number;
}

/**
 * Outer weights of a PLS path model: Wold's iteration in Lohmöller's form (H. Wold, "Soft modeling",
 * 1982; J.-B. Lohmöller 1989; M. Tenenhaus, V. Esposito Vinzi, Y.-M. Chatelin, C. Lauro, "PLS path
 * modeling", Computational Statistics & Data Analysis 48, 2005, 159–205), step by step as R's plspm does
 * it, but on the covariances of the items instead of the data: every quantity of the algorithm is a
 * quadratic form in them.
 *
 * Starts with equal weights; each round standardises the scores, takes inner and then outer weights.
 * Ends when Σ (|w| − |w before|)² < 1e-12 over all items, at the latest after 300 rounds, whose figures
 * are then given with `converged` false. The sign of a score is such that more of its items correlate
 * positively with it than negatively; a tie turns it, as in plspm.
 *
 * `covariances` as `itemCovariances` gives them: correlations for a scaled model. Items of a scaled
 * model that do not vary, scores without variance and collinear regressors are faults.
 */
export function fitPls(model: PlsModel, covariances: Float64Array): PlsFit | FitFault {
  const constant = model.scaled ? latentWithConstantItem(model, covariances) : null;
  if (constant !== null) return { reason: 'constantItem', latent: constant };
  const factors = factorBlocks(model, covariances);
  if (typeof factors === 'number') return { reason: 'collinearItems', latent: factors };

  const size = model.latents.length;
  const moments = emptyMoments(model);
  const inner = new Float64Array(size * size);
  let weights = new Float64Array(itemCount(model)).fill(1);
  let next = new Float64Array(weights.length);
  let flat = updateMoments(model, covariances, weights, moments);
  if (flat !== null) return { reason: 'flatScore', latent: flat };
  standardise(model, weights, moments.deviations);

  let iterations = 0;
  let converged = false;
  while (!converged && iterations < plsMaxIterations) {
    const collinear = innerWeights(model, moments.correlations, inner);
    if (collinear !== null) return { reason: 'collinearPredictors', latent: collinear };
    outerWeights(model, moments.crossCovariances, inner, factors, next);
    converged = squaredChange(weights, next) < plsTolerance;
    iterations += 1;
    [weights, next] = [next, weights];
    flat = updateMoments(model, covariances, weights, moments);
    if (flat !== null) return { reason: 'flatScore', latent: flat };
  }
  standardise(model, weights, moments.deviations);
  turnScores(model, weights, moments, inner);
  return { ...moments, weights, inner, iterations, converged };
}

export function isFault(fit: PlsFit | FitFault): fit is FitFault {
  return 'reason' in fit;
}

function latentWithConstantItem(model: PlsModel, covariances: Float64Array): number | null {
  const width = itemCount(model);
  for (let i = 0; i < width; i++) {
    if (covariances[i * width + i] === 0) return latentOf(model, i);
  }
  return null;
}

function latentOf(model: PlsModel, item: number): number {
  return model.blockStarts.findIndex((start, j) => j > 0 && item < start) - 1;
}

/** Divides the weights by the deviations of their scores. */
function standardise(model: PlsModel, weights: Float64Array, deviations: Float64Array): void {
  for (let j = 0; j < deviations.length; j++) {
    const end = model.blockStarts[j + 1] as number;
    for (let i = model.blockStarts[j] as number; i < end; i++) {
      weights[i] = (weights[i] as number) / (deviations[j] as number);
    }
  }
}

function squaredChange(before: Float64Array, after: Float64Array): number {
  let change = 0;
  for (let i = 0; i < before.length; i++) {
    change += (Math.abs(before[i] as number) - Math.abs(after[i] as number)) ** 2;
  }
  return change;
}

function turnScores(
  model: PlsModel,
  weights: Float64Array,
  moments: ScoreMoments,
  inner: Float64Array,
): void {
  const { crossCovariances, correlations } = moments;
  const size = model.latents.length;
  for (let j = 0; j < size; j++) {
    const start = model.blockStarts[j] as number;
    const end = model.blockStarts[j + 1] as number;
    let signs = 0;
    for (let i = start; i < end; i++) signs += Math.sign(crossCovariances[i * size + j] as number);
    if (signs > 0) continue;
    for (let i = start; i < end; i++) weights[i] = -(weights[i] as number);
    for (let i = 0; i < weights.length; i++) {
      crossCovariances[i * size + j] = -(crossCovariances[i * size + j] as number);
    }
    for (let k = 0; k < size; k++) {
      if (k === j) continue;
      correlations[j * size + k] = -(correlations[j * size + k] as number);
      correlations[k * size + j] = -(correlations[k * size + j] as number);
      inner[j * size + k] = -(inner[j * size + k] as number);
      inner[k * size + j] = -(inner[k * size + j] as number);
    }
  }
}
