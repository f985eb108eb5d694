import type { ItemSample } from './item-sample.ts';
import { blockOf, type PlsModel } from './pls-model.ts';
import type { PlsNote } from './pls-note.ts';

export interface PlsIndex {
  /** index[j] of construct j, 0–100 unless weights are negative. */
  readonly index: readonly (number | null)[];
  /** shares[i] of item i in its construct's index, in items' own units; they sum to 1 per construct. */
  readonly shares: readonly (number | null)[];
  readonly notes: readonly PlsNote[];
}

/** A sum of weights below this share of their sizes is no sum to divide by. */
const noSum = 1e-9;

/**
 * Where the constructs stand between the ends of the items' scale, 0–100 (C. Fornell, "A National
 * Customer Satisfaction Barometer", Journal of Marketing 56(1), 1992, 6–21; Tenenhaus et al.
 * 2005): the weights of the score, which is linear in the items, are brought to the items' own units
 * and to the sum 1; index = mean of (Σ vᵢ·xᵢ − min)/(max − min)·100. As a mean of weighted sums is the
 * weighted sum of means, the items' means suffice.
 *
 * `weights[i]` as `estimatePls` gives them; min < max. When weights of a construct sum to (nearly) 0 its
 * index is null; negative weights are noted, because the index may then lie outside 0–100.
 */
export function plsIndex(
  model: PlsModel,
  sample: Pick<ItemSample, 'origins' | 'meanOffsets' | 'deviations'>,
  weights: readonly (number | null)[],
  [min, max]: readonly [number, number],
): PlsIndex {
  const notes: PlsNote[] = [];
  const shares: (number | null)[] = [];
  const index = model.latents.map((latent, j) => {
    const block = blockOf(model, j, weights).filter((weight) => weight !== null);
    const own = model.scaled ? inOwnUnits(block, blockOf(model, j, sample.deviations)) : block;
    const largest = own.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const relative = own.map((weight) => weight / largest);
    const sum = relative.reduce((total, weight) => total + weight, 0);
    const size = relative.reduce((total, weight) => total + Math.abs(weight), 0);
    if (!(Math.abs(sum) > noSum * size)) {
      if (block.length > 0) notes.push({ reason: 'noIndex', latent });
      shares.push(...blockOf(model, j, weights).map(() => null));
      return null;
    }
    const blockShares = relative.map((weight) => weight / sum);
    for (const share of blockShares) shares.push(share);
    if (blockShares.some((share) => share < 0)) notes.push({ reason: 'negativeWeights', latent });
    const origins = blockOf(model, j, sample.origins);
    const offsets = blockOf(model, j, sample.meanOffsets);
    return blockShares.reduce((total, share, i) => {
      const aboveMin = (origins[i] ?? 0) - min + (offsets[i] ?? 0);
      return total + share * (aboveMin / (max - min)) * 100;
    }, 0);
  });
  return { index, shares, notes };
}

/** w ÷ standard deviation, in multiples that cannot overflow. */
function inOwnUnits(weights: readonly number[], deviations: readonly number[]): number[] {
  const least = deviations.reduce((smallest, deviation) => Math.min(smallest, deviation));
  return weights.map((weight, i) => weight * (least / (deviations[i] ?? 1)));
}
