import { AppError } from '../../contract/app-error.ts';
import { fUpperTail } from '../../numerics/f-distribution.ts';
import {
  type Estimate,
  fitLeastSquares,
  type LeastSquaresFit,
} from '../../numerics/least-squares.ts';
import { studentTTwoSidedP } from '../../numerics/student-t.ts';

/** Why a figure of a regression is null. */
export type RegressionNote =
  | { reason: 'constantResponse' | 'noResidualDf' | 'perfectFit' | 'noPredictor' }
  | { reason: 'constantColumn' | 'combination'; column: number };

export interface RegressionResult {
  intercept: number | null;
  /** Per column of x, in units of y per unit of x; null for a column that cannot be told apart. */
  coefficients: (number | null)[];
  rSquared: number | null;
  adjustedRSquared: number | null;
  standardErrors: (number | null)[];
  t: (number | null)[];
  /** Two-sided, Student t with `df` degrees of freedom. */
  p: (number | null)[];
  interceptStandardError: number | null;
  interceptT: number | null;
  interceptP: number | null;
  /** In units of y. */
  residualStandardError: number | null;
  df: number;
  /** F of all coefficients together, with `rank` and `df` degrees of freedom. */
  f: number | null;
  fP: number | null;
  rank: number;
  n: number;
  notes: RegressionNote[];
}

/**
 * Linear regression y = b₀ + Σ bⱼxⱼ + e by least squares.
 *
 * Source: N. R. Draper and H. Smith, "Applied Regression Analysis", 3rd ed., Wiley, 1998; computed by
 * Householder's QR (see `fitLeastSquares`).
 *   R² = 1 − Σ(y − ŷ)² ÷ Σ(y − ȳ)², adjusted R² = 1 − (1 − R²)(n − 1) ÷ df, df = n − 1 − rank,
 *   SE(bⱼ) = s·√((XᵀX)⁻¹ⱼⱼ), s = √(Σ(y − ŷ)² ÷ df), F = (R² ÷ rank) ÷ ((1 − R²) ÷ df).
 *
 * `y`: n ≥ 1 numbers; `columns`: k columns of n numbers, any units.
 * Degenerate cases: a constant column or a combination of columns before it has no coefficient and the
 * others are fitted without it; y constant: no R²; no degree of freedom left: no standard errors;
 * a perfect fit: standard errors 0 and nothing to test. Each says so in `notes`.
 * Throws `calculation.tooFew` (no row) and `calculation.sizeMismatch`.
 */
export function linearRegression(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
): RegressionResult {
  refuseBadShape(y, columns);
  const fit = fitLeastSquares(y, columns);
  const { df, rank, n } = fit;
  const pOf = ({ t }: Estimate) => (t === null ? null : studentTTwoSidedP(t, df));
  return {
    intercept: fit.intercept.value,
    coefficients: fit.slopes.map(({ value }) => value),
    ...determination(fit),
    standardErrors: fit.slopes.map(({ standardError }) => standardError),
    t: fit.slopes.map(({ t }) => t),
    p: fit.slopes.map(pOf),
    interceptStandardError: fit.intercept.standardError,
    interceptT: fit.intercept.t,
    interceptP: pOf(fit.intercept),
    residualStandardError: fit.residualStandardError,
    df,
    ...overallTest(fit),
    rank,
    n,
    notes: notesOf(fit),
  };
}

/** What the figures of a regression are made of; sums of squares in squared units of y. */
export interface RegressionParts {
  responseMean: number;
  columnMeans: number[];
  totalSquares: number;
  residualSquares: number;
}

export function regressionParts(
  y: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
): RegressionParts {
  const { responseMean, columnMeans, totalNorm, residualNorm } = fitLeastSquares(y, columns);
  return {
    responseMean,
    columnMeans,
    totalSquares: totalNorm ** 2,
    residualSquares: residualNorm ** 2,
  };
}

function determination({ explainedShare, residualShare, df, n }: LeastSquaresFit) {
  return {
    rSquared: explainedShare,
    adjustedRSquared:
      residualShare === null || df === 0 ? null : 1 - (residualShare * (n - 1)) / df,
  };
}

function overallTest({ explainedShare, residualShare, perfect, rank, df }: LeastSquaresFit) {
  const testable = explainedShare !== null && residualShare !== null && rank > 0 && df > 0;
  if (!testable || perfect) return { f: null, fP: null };
  const f = explainedShare / rank / (residualShare / df);
  return { f, fP: fUpperTail(f, rank, df) };
}

function notesOf({
  standing,
  explainedShare,
  df,
  perfect,
  rank,
}: LeastSquaresFit): RegressionNote[] {
  const notes: RegressionNote[] = [];
  if (explainedShare === null) notes.push({ reason: 'constantResponse' });
  for (const [column, state] of standing.entries()) {
    if (state === 'constant') notes.push({ reason: 'constantColumn', column });
    if (state === 'combination') notes.push({ reason: 'combination', column });
  }
  if (rank === 0) notes.push({ reason: 'noPredictor' });
  if (df === 0) notes.push({ reason: 'noResidualDf' });
  else if (perfect) notes.push({ reason: 'perfectFit' });
  return notes;
}

function refuseBadShape(y: ArrayLike<number>, columns: readonly ArrayLike<number>[]): void {
  if (y.length === 0) throw new AppError('calculation.tooFew', {}, 'y');
  if (columns.some((column) => column.length !== y.length)) {
    throw new AppError('calculation.sizeMismatch', {}, 'x');
  }
}
