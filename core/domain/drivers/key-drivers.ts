import { AppError } from '../../contract/app-error.ts';
import { sharesOf } from '../../numerics/shares.ts';
import { mostJohnsonPredictors, relativeWeights } from './relative-weights.ts';
import { mostShapleyPredictors, shapleyImportance } from './shapley-importance.ts';
import { type StandardisedModel, standardisedModel } from './standardised-model.ts';

export type DriverMethod = 'shapley' | 'johnson';

/** How many predictors a method takes. */
export const mostPredictors: Record<DriverMethod, number> = {
  shapley: mostShapleyPredictors,
  johnson: mostJohnsonPredictors,
};

/** Why a figure is null, or means less than it seems. */
export type DriverNote =
  | { reason: 'constantResponse' | 'nothingExplained' | 'saturated' }
  | { reason: 'constantColumn'; column: number };

export interface KeyDrivers {
  /** Share of the variance of y that all columns explain together. */
  rSquared: number | null;
  /** Per column its part of R²: ≥ 0, summing to R². */
  importance: (number | null)[];
  /** importance ÷ R², summing to 1. */
  share: (number | null)[];
  n: number;
  notes: DriverNote[];
  /** What the method went through; null when y is constant. */
  derivation: Derivation | null;
}

export type Derivation =
  | { method: 'shapley'; first: number[]; last: number[] }
  | { method: 'johnson'; loadings: number[][]; orthonormalBetas: number[] };

/**
 * How much of the variance of y each column of x accounts for: R² of the regression of y on x, shared
 * out among the columns, by averaging over orders (`shapley`) or through the orthonormal counterpart of
 * x (`johnson`). Sources stand at `shapleyImportance` and `relativeWeights`.
 *
 * `y`: n ≥ 1 numbers; `columns`: k columns of n numbers, any units: the figures do not depend on them.
 * Degenerate cases: y constant: all null; R² = 0: importance 0, shares null; a constant column has
 * importance 0; as many fitted columns as n − 1: R² is 1 whatever the data (`saturated`).
 * Throws `calculation.tooFew`, `calculation.sizeMismatch` and, for more columns than `mostPredictors`,
 * `calculation.outOfRange`.
 */
export function keyDrivers(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  method: DriverMethod,
): KeyDrivers {
  refuseBadShape(y, columns, method);
  const model = standardisedModel(y, columns);
  const { rSquared, n } = model;
  const notes = notesOf(model);
  const none = columns.map(() => null);
  if (rSquared === null) {
    return { rSquared, importance: none, share: none, n, notes, derivation: null };
  }
  const { importance: raw, derivation } = derive(model, method);
  const share = sharesOf(raw);
  return {
    rSquared,
    // The parts sum to R² up to rounding; sharing R² out makes them do so to the last digits.
    importance: share.map((part) => (part === null ? 0 : part * rSquared)),
    share,
    n,
    notes,
    derivation,
  };
}

function derive(
  model: StandardisedModel,
  method: DriverMethod,
): { importance: number[]; derivation: Derivation } {
  const { importance, ...rest } =
    method === 'shapley'
      ? { ...shapleyImportance(model), method }
      : { ...relativeWeights(model), method };
  return { importance, derivation: rest };
}

function notesOf({ standing, rSquared, rank, n }: StandardisedModel): DriverNote[] {
  const notes: DriverNote[] = [];
  if (rSquared === null) notes.push({ reason: 'constantResponse' });
  if (rSquared === 0) notes.push({ reason: 'nothingExplained' });
  if (rSquared !== null && rank >= n - 1) notes.push({ reason: 'saturated' });
  for (const [column, state] of standing.entries()) {
    if (state === 'constant') notes.push({ reason: 'constantColumn', column });
  }
  return notes;
}

function refuseBadShape(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  method: DriverMethod,
): void {
  if (y.length === 0) throw new AppError('calculation.tooFew', {}, 'y');
  if (columns.some((column) => column.length !== y.length)) {
    throw new AppError('calculation.sizeMismatch', {}, 'x');
  }
  if (columns.length > mostPredictors[method]) {
    throw new AppError('calculation.outOfRange', {}, 'x');
  }
}
