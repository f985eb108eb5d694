import { blockOf, itemCount, type PlsModel } from './pls-model.ts';
import type { PlsNote } from './pls-note.ts';

/** Entry j is construct j's. */
export interface PlsQuality {
  readonly alpha: readonly (number | null)[];
  readonly compositeReliability: readonly (number | null)[];
  readonly ave: readonly (number | null)[];
  readonly notes: readonly PlsNote[];
}

/** A total variance below this share of the items' own is rounding: the items cancel each other. */
const noVariance = 1e-13;

/**
 * How well the items of reflective blocks hold together (mode A; null for mode B, whose items need not
 * go together at all):
 * - Cronbach's α = k/(k − 1)·(1 − Σσᵢᵢ/Σσᵢⱼ) from the items as analysed: raw ones, or standardised ones
 *   when the model is scaled (L. J. Cronbach, Psychometrika 16, 1951, 297–334); null for a single item;
 * - composite reliability ρc = (Σλ)²/((Σλ)² + Σ(1 − λ²)) (C. E. Werts, R. L. Linn, K. G. Jöreskog,
 *   Educational and Psychological Measurement 34, 1974, 25–33);
 * - average variance extracted = mean of λ² (C. Fornell, D. F. Larcker, Journal of Marketing Research
 *   18, 1981, 39–50).
 *
 * `covariances` of the items as in `fitPls`, `loadings` one per item. A null loading makes its block's
 * ρc and AVE null.
 */
export function plsQuality(
  model: PlsModel,
  covariances: Float64Array,
  loadings: readonly (number | null)[],
): PlsQuality {
  const notes: PlsNote[] = [];
  const alpha: (number | null)[] = [];
  const compositeReliability: (number | null)[] = [];
  const ave: (number | null)[] = [];
  for (const [j, latent] of model.latents.entries()) {
    if (model.modes[j] === 'B') {
      alpha.push(null);
      compositeReliability.push(null);
      ave.push(null);
      notes.push({ reason: 'formative', latent });
      continue;
    }
    const block = blockOf(model, j, loadings).filter((loading) => loading !== null);
    const known = block.length === blockOf(model, j, loadings).length;
    const squares = block.reduce((sum, loading) => sum + loading * loading, 0);
    const total = block.reduce((sum, loading) => sum + loading, 0) ** 2;
    compositeReliability.push(known ? total / (total + (block.length - squares)) : null);
    ave.push(known ? squares / block.length : null);
    const reliability = alphaOf(model, covariances, j);
    alpha.push(typeof reliability === 'number' ? reliability : null);
    if (typeof reliability !== 'number') notes.push({ reason: reliability, latent });
  }
  return { alpha, compositeReliability, ave, notes };
}

function alphaOf(
  model: PlsModel,
  covariances: Float64Array,
  j: number,
): number | 'alphaOfOneItem' | 'alphaWithoutVariance' {
  const width = itemCount(model);
  const start = model.blockStarts[j] as number;
  const end = model.blockStarts[j + 1] as number;
  const size = end - start;
  if (size === 1) return 'alphaOfOneItem';
  let own = 0;
  let total = 0;
  let reach = 0;
  for (let i = start; i < end; i++) {
    const variance = covariances[i * width + i] as number;
    if (variance === 0 && model.scaled) return 'alphaWithoutVariance';
    own += variance;
    reach += Math.sqrt(variance);
    for (let m = start; m < end; m++) total += covariances[i * width + m] as number;
  }
  if (!(total > noVariance * reach * reach)) return 'alphaWithoutVariance';
  return (size / (size - 1)) * (1 - own / total);
}
