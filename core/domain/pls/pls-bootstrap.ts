import { streamOfDraw } from '../../numerics/draw-stream.ts';
import { meanOf, sumOfSquares } from '../../numerics/moments.ts';
import { quantileOf } from '../../numerics/quantile.ts';
import { itemCovariances } from './item-covariance.ts';
import type { ItemSample } from './item-sample.ts';
import { pathCoefficients } from './path-coefficients.ts';
import { fitPls, isFault } from './pls-fit.ts';
import type { PlsModel } from './pls-model.ts';

export interface PlsDrawData {
  readonly model: PlsModel;
  readonly sample: Pick<ItemSample, 'n' | 'width' | 'values'>;
  readonly seed: number;
}

/**
 * Path coefficients of bootstrap samples (B. Efron, R. J. Tibshirani, "An Introduction to the Bootstrap",
 * 1993): draw d takes n of the n respondents with replacement, by the random numbers of (seed, d) alone,
 * and estimates the whole model anew. One row per draw, one figure per path; NaN throughout for a draw
 * that did not converge or could not be estimated.
 *
 * A draw is a count per respondent, and the model needs only the covariances: one pass over the data.
 */
export function drawPaths(
  { model, sample, seed }: PlsDrawData,
  { first, count }: { first: number; count: number },
): Float64Array {
  const width = model.paths.length;
  const figures = new Float64Array(count * width).fill(Number.NaN);
  const counts = new Int32Array(sample.n);
  for (let at = 0; at < count; at++) {
    countDraw(seed, first + at, counts);
    const fit = fitPls(model, itemCovariances(sample, model.scaled, counts));
    if (isFault(fit) || !fit.converged) continue;
    const { coefficients } = pathCoefficients(model, fit.correlations, sample.n);
    if (coefficients.includes(null)) continue;
    for (const [i, coefficient] of coefficients.entries()) {
      figures[at * width + i] = coefficient ?? Number.NaN;
    }
  }
  return figures;
}

function countDraw(seed: number, draw: number, counts: Int32Array): void {
  const random = streamOfDraw(seed, draw);
  const n = counts.length;
  counts.fill(0);
  for (let i = 0; i < n; i++) {
    const taken = random.integer(0, n - 1);
    counts[taken] = (counts[taken] as number) + 1;
  }
}

export interface BootstrapSummary {
  readonly draws: number;
  /** Draws with an estimate; the others are left out. */
  readonly used: number;
  /** Per path: the 2.5 and 97.5 percent quantiles (type 7); null with fewer than two usable draws. */
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** Per path: standard deviation of the draws (÷ used − 1). */
  readonly standardErrors: readonly (number | null)[];
}

/** Percentile intervals and standard errors of the rows of `drawPaths`, `width` figures each. */
export function summariseDraws(figures: Float64Array, width: number): BootstrapSummary {
  const draws = figures.length / width;
  const columns = Array.from({ length: width }, (_, i) =>
    Float64Array.from({ length: draws }, (_, d) => figures[d * width + i] as number)
      .filter((figure) => !Number.isNaN(figure))
      .sort(),
  );
  const used = columns[0]?.length ?? 0;
  const known = used >= 2;
  return {
    draws,
    used,
    intervals: columns.map((sorted) =>
      known ? [quantileOf(sorted, 0.025), quantileOf(sorted, 0.975)] : null,
    ),
    standardErrors: columns.map((sorted) =>
      known ? Math.sqrt(sumOfSquares(sorted, meanOf(sorted)) / (used - 1)) : null,
    ),
  };
}
