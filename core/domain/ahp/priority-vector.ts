import { AppError } from '../../contract/app-error.ts';
import { perronVector } from '../../numerics/perron-vector.ts';

/** How far aᵢⱼ·aⱼᵢ may be from 1: room for judgements such as 0.3333333, not for 0.33. */
const reciprocalTolerance = 1e-6;
export const judgementBounds = { low: 1e-9, high: 1e9 } as const;

/** Judgements of a larger ratio contradict each other too much to be used (Saaty 1980). */
export const acceptedRatio = 0.1;

/** Why a figure of an AHP result is null, or what to know before it is used. */
export type PriorityNote =
  /** One element: nothing to be inconsistent with. */
  | 'oneElement'
  /** Two elements are always consistent, and their random index is 0. */
  | 'twoElements'
  /** Saaty's table of random indices ends at 15. */
  | 'noRandomIndex'
  /** The consistency ratio is above 0.1: the judgements want another look. */
  | 'inconsistent';

export interface PriorityResult {
  /** Priorities of the n elements: positive, sum 1. */
  weights: number[];
  /** Largest eigenvalue of the matrix, ≥ n. */
  lambdaMax: number;
  /** (λmax − n) ÷ (n − 1), ≥ 0; null for n = 1. */
  consistencyIndex: number | null;
  /** CI ÷ RI, accepted up to 0.1; null for n ≤ 2 and n > 15. */
  consistencyRatio: number | null;
  notes: PriorityNote[];
}

/** Mean consistency index of random reciprocal matrices, n = 3 to 15 (Saaty 1980). */
const randomIndices = [
  0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59,
] as const;

export function randomIndexOf(n: number): number | null {
  return randomIndices[n - 3] ?? null;
}

/**
 * Priorities and consistency of one matrix of pairwise comparisons (analytic hierarchy process).
 *
 *   A·w = λmax·w, Σ w = 1;  CI = (λmax − n) ÷ (n − 1);  CR = CI ÷ RI(n)
 *
 * Source: Saaty, "The Analytic Hierarchy Process", McGraw-Hill, 1980; the random indices are of that
 * edition (n = 3 to 15).
 *
 * `matrix[i][j]`: how many times as important element i is as element j; n × n, positive, aⱼᵢ = 1 ÷ aᵢⱼ
 * within 1e-6, ones on the diagonal. λmax of such a matrix is never below n: what rounding takes away is
 * given back, so that CI and CR of a consistent matrix are never below 0.
 * Degenerate cases: n = 1 has no index, n ≤ 2 and n > 15 have no ratio; `notes` says why.
 * Throws `calculation.sizeMismatch` for a matrix that is not square and `calculation.outOfRange` for a
 * judgement that is not allowed or not reciprocal, both with a path under `path`.
 */
export function priorityVector(
  matrix: readonly (readonly number[])[],
  path = 'matrix',
): PriorityResult {
  refuseBadMatrix(matrix, path);
  return prioritiesOf(matrix);
}

/** The same for a matrix that is known to hold sound judgements: a mean of checked ones, for instance. */
export function prioritiesOf(matrix: readonly (readonly number[])[]): PriorityResult {
  const n = matrix.length;
  const weights = perronVector(matrix);
  const lambdaMax = Math.max(n, largestEigenvalue(matrix, weights));
  const consistencyIndex = n === 1 ? null : (lambdaMax - n) / (n - 1);
  const randomIndex = randomIndexOf(n);
  const ratio =
    consistencyIndex === null || randomIndex === null ? null : consistencyIndex / randomIndex;
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio: ratio,
    notes: ratio === null ? [withoutRatio(n)] : ratio > acceptedRatio ? ['inconsistent'] : [],
  };
}

/** (A·w)ᵢ: equals λmax·wᵢ for the priorities of A. */
export function weightedSums(
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0));
}

/** λmax as the mean of (A·w)ᵢ ÷ wᵢ. */
function largestEigenvalue(
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): number {
  const ratios = weightedSums(matrix, weights).map((sum, i) => sum / (weights[i] ?? 1));
  return ratios.reduce((sum, ratio) => sum + ratio, 0) / matrix.length;
}

function withoutRatio(n: number): PriorityNote {
  if (n === 1) return 'oneElement';
  return n === 2 ? 'twoElements' : 'noRandomIndex';
}

/** What is wrong with a square matrix of judgements, the first fault row by row; null for nothing. */
export function judgementFault(
  matrix: readonly (readonly number[])[],
): { kind: 'notPositive' | 'outOfBounds' | 'notReciprocal'; i: number; j: number } | null {
  const find = (isBad: (value: number, i: number, j: number) => boolean) => {
    for (const [i, row] of matrix.entries()) {
      const j = row.findIndex((value, column) => isBad(value, i, column));
      if (j >= 0) return { i, j };
    }
    return null;
  };
  const notPositive = find((value) => !(value > 0));
  if (notPositive !== null) return { kind: 'notPositive', ...notPositive };
  const outOfBounds = find((value) => value < judgementBounds.low || value > judgementBounds.high);
  if (outOfBounds !== null) return { kind: 'outOfBounds', ...outOfBounds };
  const notReciprocal = find(
    (value, i, j) => Math.abs(value * (matrix[j]?.[i] ?? 0) - 1) > reciprocalTolerance,
  );
  return notReciprocal && { kind: 'notReciprocal', ...notReciprocal };
}

function refuseBadMatrix(matrix: readonly (readonly number[])[], path: string): void {
  const n = matrix.length;
  if (n === 0) throw new AppError('calculation.tooFew', {}, path);
  const short = matrix.findIndex((row) => row.length !== n);
  if (short >= 0) throw new AppError('calculation.sizeMismatch', {}, `${path}[${short}]`);
  const fault = judgementFault(matrix);
  if (fault !== null) {
    throw new AppError('calculation.outOfRange', {}, `${path}[${fault.i}][${fault.j}]`);
  }
}
