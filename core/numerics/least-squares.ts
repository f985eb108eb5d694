import { type CentredColumn, centreColumn } from './centred-column.ts';
import { type ColumnStanding, type TriangularFactor, triangularise } from './householder.ts';
import { squaredLength } from './inner-product.ts';
import { timesPowerOfTwo } from './power-of-two.ts';

/** One coefficient with its standard error; t = value ÷ error. Null where there is none to compute. */
export interface Estimate {
  value: number | null;
  standardError: number | null;
  t: number | null;
}

/** A linear model with an intercept, fitted to n rows; figures in the units of the data. */
export interface LeastSquaresFit {
  n: number;
  intercept: Estimate;
  /** Per column; null for one that is constant or a combination of others before it. */
  slopes: Estimate[];
  standing: ColumnStanding[];
  rank: number;
  /** n − 1 − rank. */
  df: number;
  /** √(Σ(y − ŷ)² ÷ df); null when df is 0. */
  residualStandardError: number | null;
  /** √Σ(y − ȳ)² and √Σ(y − ŷ)². */
  totalNorm: number;
  residualNorm: number;
  /** Shares of Σ(y − ȳ)²; null when y is constant. */
  explainedShare: number | null;
  residualShare: number | null;
  /** What the model leaves over is no more than the rounding of the data and of the arithmetic. */
  perfect: boolean;
  responseMean: number;
  columnMeans: number[];
}

/**
 * Least squares by Householder's QR of the centred columns: y = b₀ + Σ bⱼxⱼ with the smallest Σ(y − ŷ)².
 * Centring first keeps the digits of data with an offset of 1e12; QR (not XᵀX) keeps those of nearly
 * collinear columns. As in R, a column that is a combination of those before it gets no coefficient.
 *
 * `y`: n ≥ 1 finite numbers; `columns`: k arrays of n finite numbers. A perfect fit has residuals and
 * standard errors 0 and no t. Results can overflow for numbers near the largest double: callers check.
 */
export function fitLeastSquares(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
): LeastSquaresFit {
  const n = y.length;
  const response = centreColumn(y);
  const predictors = columns.map(centreColumn);
  const factor = triangularise(predictors, response);
  const scaled = backSubstitution(factor);
  const perfect = factor.residualNorm <= roundingOf(response, predictors, factor, scaled);
  const residualNorm = perfect ? 0 : factor.residualNorm;
  const explained = squaredLength(factor.projections);
  const total = explained + residualNorm ** 2;
  const rank = factor.kept.length;
  const df = n - 1 - rank;
  const sigma = df > 0 ? residualNorm / Math.sqrt(df) : null;
  const inverse = inverseOf(factor);
  const estimate = (value: number, unitError: number, exponent: number): Estimate => ({
    value: timesPowerOfTwo(value, exponent),
    standardError: sigma === null ? null : timesPowerOfTwo(sigma * unitError, exponent),
    t: sigma === null || sigma === 0 ? null : value / (sigma * unitError),
  });
  const slopes = predictors.map((column, j) => {
    const place = factor.kept.indexOf(j);
    if (place < 0) return { value: null, standardError: null, t: null };
    const unitError = Math.sqrt(squaredLength(inverse[place] ?? []));
    return estimate(scaled[place] ?? 0, unitError, response.exponent - column.exponent);
  });
  const inUnits = (value: number) => timesPowerOfTwo(value, response.exponent);
  return {
    n,
    intercept: estimate(
      scaledIntercept(response, predictors, factor, scaled),
      interceptUnitError(predictors, factor, inverse, n),
      response.exponent,
    ),
    slopes,
    standing: factor.standing,
    rank,
    df,
    residualStandardError: sigma === null ? null : inUnits(sigma),
    totalNorm: inUnits(Math.sqrt(total)),
    residualNorm: inUnits(residualNorm),
    explainedShare: response.varies ? explained / total : null,
    residualShare: response.varies ? residualNorm ** 2 / total : null,
    perfect,
    responseMean: meanInUnits(response),
    columnMeans: predictors.map(meanInUnits),
  };
}

function meanInUnits({ mean, meanRest, exponent }: CentredColumn): number {
  return timesPowerOfTwo(mean + meanRest, exponent);
}

/** Slopes of the kept columns from R·b = Qᵀy. */
function backSubstitution({ kept, coordinates, projections }: TriangularFactor): Float64Array {
  const slopes = new Float64Array(kept.length);
  for (let p = kept.length - 1; p >= 0; p--) {
    let rest = projections[p] ?? 0;
    for (let q = p + 1; q < kept.length; q++) {
      rest -= (coordinates[kept[q] ?? 0]?.[p] ?? 0) * (slopes[q] ?? 0);
    }
    slopes[p] = rest / (coordinates[kept[p] ?? 0]?.[p] ?? Number.NaN);
  }
  return slopes;
}

/** Rows of R⁻¹, which is upper triangular: row p has zeros before place p. */
function inverseOf({ kept, coordinates }: TriangularFactor): Float64Array[] {
  const inverse = kept.map(() => new Float64Array(kept.length));
  const entry = (row: number, place: number) => coordinates[kept[place] ?? 0]?.[row] ?? 0;
  for (let column = 0; column < kept.length; column++) {
    for (let row = column; row >= 0; row--) {
      let sum = row === column ? 1 : 0;
      for (let p = row + 1; p <= column; p++) sum -= entry(row, p) * (inverse[p]?.[column] ?? 0);
      const target = inverse[row];
      if (target !== undefined) target[column] = sum / entry(row, row);
    }
  }
  return inverse;
}

function scaledIntercept(
  response: CentredColumn,
  predictors: readonly CentredColumn[],
  { kept }: TriangularFactor,
  slopes: Float64Array,
): number {
  let large = response.mean;
  let small = response.meanRest;
  for (const [place, j] of kept.entries()) {
    const slope = slopes[place] ?? 0;
    large -= slope * (predictors[j]?.mean ?? 0);
    small -= slope * (predictors[j]?.meanRest ?? 0);
  }
  return large + small;
}

/** √(1/n + x̄ᵀ(XᵀX)⁻¹x̄), x̄ the means of the kept columns. */
function interceptUnitError(
  predictors: readonly CentredColumn[],
  { kept }: TriangularFactor,
  inverse: readonly Float64Array[],
  n: number,
): number {
  const along = new Float64Array(kept.length);
  for (const [place, j] of kept.entries()) {
    const mean = (predictors[j]?.mean ?? 0) + (predictors[j]?.meanRest ?? 0);
    for (let p = 0; p < along.length; p++) {
      along[p] = (along[p] ?? 0) + mean * (inverse[place]?.[p] ?? 0);
    }
  }
  return Math.sqrt(1 / n + squaredLength(along));
}

/** Norm that the residuals of a fit without any error would have, from rounding alone. */
function roundingOf(
  response: CentredColumn,
  predictors: readonly CentredColumn[],
  { kept }: TriangularFactor,
  slopes: Float64Array,
): number {
  const data = 2 * response.largest * Math.sqrt(response.deviations.length);
  const arithmetic = kept.reduce(
    (sum, j, place) => sum + Math.abs(slopes[place] ?? 0) * (predictors[j]?.norm ?? 0),
    response.norm,
  );
  return Number.EPSILON * (data + 16 * arithmetic);
}
