import { itemCovariances } from './item-covariance.ts';
import type { ItemSample } from './item-sample.ts';
import { pathCoefficients } from './path-coefficients.ts';
import { type FitFault, fitPls, isFault } from './pls-fit.ts';
import { itemCount, type PlsModel } from './pls-model.ts';
import type { PlsNote } from './pls-note.ts';
import { type TotalEffect, totalEffects } from './structural-model.ts';

export interface PlsEstimate {
  /** Rounds of the iteration; null, as every figure here, when the model cannot be estimated. */
  readonly iterations: number | null;
  readonly converged: boolean | null;
  /** One per path of the model. */
  readonly paths: readonly (number | null)[];
  readonly totalEffects: readonly TotalEffect[];
  /** weights[i] of item i: score = Σ wᵢ·(xᵢ − mean), with (xᵢ − mean) ÷ standard deviation when scaled. */
  readonly weights: readonly (number | null)[];
  /** Correlation of item i with the score of its construct; null for an item that does not vary. */
  readonly loadings: readonly (number | null)[];
  /** r2[j] of construct j; left out of the map for exogenous ones. */
  readonly r2: ReadonlyMap<number, number | null>;
  /** correlations[j][k] of the scores. */
  readonly correlations: readonly (readonly (number | null)[])[];
  /** inner[k][j]: weight of construct k in the inner estimate of j, in the last round. */
  readonly inner: readonly (readonly (number | null)[])[];
  readonly notes: readonly PlsNote[];
}

/**
 * A PLS path model on a sample: see `fitPls` for the algorithm and its sources. `covariances` are those
 * of `sample` (`itemCovariances`). What the sample cannot support is null with a note; never throws.
 */
export function estimatePls(
  model: PlsModel,
  sample: ItemSample,
  covariances: Float64Array = itemCovariances(sample, model.scaled),
): PlsEstimate {
  if (sample.n < 2) return unknownEstimate(model, { reason: 'oneRow', latent: null });
  const fit = fitPls(model, covariances);
  if (isFault(fit)) return unknownEstimate(model, noteOf(model, fit));

  const size = model.latents.length;
  const { coefficients, regressions } = pathCoefficients(model, fit.correlations, sample.n);
  const loadings = model.latents.flatMap((_, j) => loadingsOf(model, covariances, fit, j));
  return {
    iterations: fit.iterations,
    converged: fit.converged,
    paths: coefficients,
    totalEffects: totalEffects(model, coefficients),
    weights: Array.from(fit.weights, (weight) => weight / sample.unit),
    loadings,
    r2: new Map(regressions.map(({ latent, r2 }) => [latent, r2])),
    correlations: squareRows(fit.correlations, size),
    inner: squareRows(fit.inner, size),
    notes: [
      ...(fit.converged ? [] : [{ reason: 'notConverged', latent: null } as const]),
      ...regressions.flatMap(({ latent, fault }) =>
        fault === null ? [] : [{ reason: fault, latent: model.latents[latent] ?? null }],
      ),
      ...constantItemNotes(model, loadings),
    ],
  };
}

function noteOf(model: PlsModel, { reason, latent }: FitFault): PlsNote {
  return { reason, latent: model.latents[latent] ?? null };
}

function unknownEstimate(model: PlsModel, note: PlsNote): PlsEstimate {
  const paths = model.paths.map(() => null);
  const items = new Array<null>(itemCount(model)).fill(null);
  const square = model.latents.map(() => model.latents.map(() => null));
  return {
    iterations: null,
    converged: null,
    paths,
    totalEffects: totalEffects(model, paths),
    weights: items,
    loadings: items,
    r2: new Map(
      model.latents.flatMap((_, j) => (model.predecessors[j]?.length ? [[j, null]] : [])),
    ),
    correlations: square,
    inner: square,
    notes: [note],
  };
}

function loadingsOf(
  model: PlsModel,
  covariances: Float64Array,
  { crossCovariances }: { crossCovariances: Float64Array },
  j: number,
): (number | null)[] {
  const size = model.latents.length;
  const width = itemCount(model);
  const start = model.blockStarts[j] as number;
  return Array.from({ length: (model.blockStarts[j + 1] as number) - start }, (_, at) => {
    const i = start + at;
    const deviation = Math.sqrt(covariances[i * width + i] as number);
    if (deviation === 0) return null;
    const loading = (crossCovariances[i * size + j] as number) / deviation;
    return Math.max(-1, Math.min(1, loading));
  });
}

function constantItemNotes(model: PlsModel, loadings: readonly (number | null)[]): PlsNote[] {
  return model.latents.flatMap((latent, j) => {
    const block = loadings.slice(model.blockStarts[j], model.blockStarts[j + 1]);
    return block.includes(null) ? [{ reason: 'noLoading', latent } as const] : [];
  });
}

function squareRows(values: Float64Array, size: number): number[][] {
  return Array.from({ length: size }, (_, j) =>
    Array.from(values.subarray(j * size, (j + 1) * size)),
  );
}
