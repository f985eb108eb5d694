import { type CentredColumn, centreColumn } from '../../numerics/centred-column.ts';
import { type ColumnStanding, triangularise } from '../../numerics/householder.ts';
import { squaredLength } from '../../numerics/inner-product.ts';

/**
 * A regression reduced to directions: all that R² of any subset of the columns depends on. The columns
 * are standardised; their inner products are their correlations.
 */
export interface StandardisedModel {
  /** directions[j]: column j as a unit vector in `rank` dimensions; null for a constant column. */
  directions: (Float64Array | null)[];
  /** The response in the same dimensions, of length √R²; null when the response is constant. */
  response: Float64Array | null;
  standing: ColumnStanding[];
  rank: number;
  n: number;
  /** R² of all columns together; null when the response is constant. */
  rSquared: number | null;
}

/** `y`: n ≥ 1 finite numbers; `columns`: k arrays of n finite numbers. Any units. */
export function standardisedModel(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
): StandardisedModel {
  const target = centreColumn(y);
  const predictors = columns.map(centreColumn);
  const noise = noiseOf([target, ...predictors]);
  const { coordinates, projections, residualNorm, standing, kept } = triangularise(
    predictors,
    target,
  );
  const rank = kept.length;
  const explained = lengthOf(projections);
  const total = Math.hypot(residualNorm, explained);
  const raw = explained / total;
  // Unrelated columns have an R² of rounding errors only: that is none.
  const unrelated = raw <= noise;
  const rSquared = target.varies ? (unrelated ? 0 : Math.min(1, raw * raw)) : null;
  return {
    directions: coordinates.map((along, j) =>
      standing[j] === 'constant' ? null : unitVector(along, rank),
    ),
    response: target.varies ? projections.map((along) => (unrelated ? 0 : along / total)) : null,
    standing,
    rank,
    n: y.length,
    rSquared,
  };
}

/** The columns that are not constant, each with its place. */
export function varyingDirections({
  directions,
}: StandardisedModel): { direction: Float64Array; j: number }[] {
  return directions.flatMap((direction, j) => (direction === null ? [] : [{ direction, j }]));
}

/** The correlation that rounding alone can leave between columns that are uncorrelated on paper. */
function noiseOf(columns: readonly CentredColumn[]): number {
  let worst = 1;
  for (const { varies, largest, norm, deviations } of columns) {
    if (!varies) continue;
    worst = Math.max(worst, (largest * Math.sqrt(deviations.length)) / norm);
  }
  return Math.min(1e-6, 8 * Number.EPSILON * worst * Math.sqrt(columns.length));
}

function unitVector(along: Float64Array, dimensions: number): Float64Array {
  const unit = new Float64Array(dimensions);
  const length = lengthOf(along);
  for (const [i, value] of along.entries()) unit[i] = value / length;
  return unit;
}

function lengthOf(values: Float64Array): number {
  return Math.sqrt(squaredLength(values));
}
