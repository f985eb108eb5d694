import { factorPositiveDefinite, solveFactored } from '../../numerics/positive-definite.ts';
import { itemCount, type PlsModel } from './pls-model.ts';

/** Factors of the covariances within the blocks of mode B, which stay the same in every round. */
export type BlockFactors = readonly (Float64Array | null)[];

/** null for blocks of mode A. Answers with the construct whose items are collinear, if there is one. */
export function factorBlocks(model: PlsModel, covariances: Float64Array): BlockFactors | number {
  const width = itemCount(model);
  const factors: (Float64Array | null)[] = [];
  for (const [j, mode] of model.modes.entries()) {
    if (mode === 'A') {
      factors.push(null);
      continue;
    }
    const start = model.blockStarts[j] as number;
    const size = (model.blockStarts[j + 1] as number) - start;
    const block = Float64Array.from(
      { length: size * size },
      (_, at) =>
        covariances[(start + Math.floor(at / size)) * width + start + (at % size)] as number,
    );
    if (!factorPositiveDefinite(block, size)) return j;
    factors.push(block);
  }
  return factors;
}

/**
 * New weights of the items from the inner estimates z_j = Σ_k e_kj·y_k (Tenenhaus et al. 2005):
 * - mode A: w_i = cov(x_i, z_j), the simple regressions of the items on the inner estimate,
 * - mode B: w = (cov of the block)⁻¹·cov(x, z_j), the regression of the inner estimate on its items.
 *
 * `crossCovariances` is width × L: cov(x_i, y_k) at i·L + k. Written to `weights`, not yet normalised.
 */
export function outerWeights(
  model: PlsModel,
  crossCovariances: Float64Array,
  inner: Float64Array,
  factors: BlockFactors,
  weights: Float64Array,
): void {
  const size = model.latents.length;
  for (let j = 0; j < size; j++) {
    const start = model.blockStarts[j] as number;
    const end = model.blockStarts[j + 1] as number;
    for (let i = start; i < end; i++) {
      let covariance = 0;
      for (let k = 0; k < size; k++) {
        const weight = inner[k * size + j] as number;
        if (weight !== 0) covariance += weight * (crossCovariances[i * size + k] as number);
      }
      weights[i] = covariance;
    }
    const factor = factors[j];
    if (factor) solveFactored(factor, end - start, weights.subarray(start, end));
  }
}
