import { itemCount, type PlsModel } from './pls-model.ts';

/** What the iteration needs to know of the standardised scores y_j = Σᵢ wᵢ·xᵢ ÷ s_j. */
export interface ScoreMoments {
  /** s_j, the standard deviation of Σᵢ wᵢ·xᵢ. */
  readonly deviations: Float64Array;
  /** width × L: cov(x_i, y_k) at i·L + k. */
  readonly crossCovariances: Float64Array;
  /** L × L: cor(y_j, y_k) at j·L + k. */
  readonly correlations: Float64Array;
}

/**
 * The variance of a score against the most it could be, if all items went together. Rounding of the sum
 * reaches 1e-15; below this share the items cancel each other and the score is noise.
 */
const noVariance = 1e-13;

export function emptyMoments(model: PlsModel): ScoreMoments {
  const size = model.latents.length;
  return {
    deviations: new Float64Array(size),
    crossCovariances: new Float64Array(itemCount(model) * size),
    correlations: new Float64Array(size * size),
  };
}

/**
 * Moments of the scores under `weights`, from the covariances of the items alone. Fills `moments` and
 * answers with the construct whose score does not vary, or null when all do.
 */
export function updateMoments(
  model: PlsModel,
  covariances: Float64Array,
  weights: Float64Array,
  moments: ScoreMoments,
): number | null {
  const { deviations, crossCovariances, correlations } = moments;
  const size = model.latents.length;
  const width = itemCount(model);
  for (let k = 0; k < size; k++) {
    const start = model.blockStarts[k] as number;
    const end = model.blockStarts[k + 1] as number;
    for (let i = 0; i < width; i++) {
      let covariance = 0;
      for (let m = start; m < end; m++) {
        covariance += (covariances[i * width + m] as number) * (weights[m] as number);
      }
      crossCovariances[i * size + k] = covariance;
    }
    let variance = 0;
    let reach = 0;
    for (let i = start; i < end; i++) {
      const weight = weights[i] as number;
      variance += weight * (crossCovariances[i * size + k] as number);
      reach += Math.abs(weight) * Math.sqrt(covariances[i * width + i] as number);
    }
    if (!(variance > noVariance * reach * reach)) return k;
    const deviation = Math.sqrt(variance);
    deviations[k] = deviation;
    for (let i = 0; i < width; i++) {
      crossCovariances[i * size + k] = (crossCovariances[i * size + k] as number) / deviation;
    }
  }
  for (let j = 0; j < size; j++) {
    const start = model.blockStarts[j] as number;
    const end = model.blockStarts[j + 1] as number;
    correlations[j * size + j] = 1;
    for (let k = 0; k < j; k++) {
      let covariance = 0;
      for (let i = start; i < end; i++) {
        covariance += (weights[i] as number) * (crossCovariances[i * size + k] as number);
      }
      const correlation = Math.max(-1, Math.min(1, covariance / (deviations[j] as number)));
      correlations[j * size + k] = correlation;
      correlations[k * size + j] = correlation;
    }
  }
  return null;
}
