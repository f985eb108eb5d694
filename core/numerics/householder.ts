import type { CentredColumn } from './centred-column.ts';

/**
 * What remains of n × k centred columns and a response after an orthogonal factorisation X = Q·R: all
 * that least squares needs, and small however many rows there are.
 */
export interface TriangularFactor {
  /** kept[p]: the column that became column p of R, in the order of the columns. */
  kept: number[];
  /** Per column: whether it is kept, a combination of kept ones before it, or constant. */
  standing: ColumnStanding[];
  /**
   * Per column j its coordinates along the orthonormal directions: p + 1 of them for a kept column at
   * place p (the last one ≠ 0), as many as there were kept columns before it for a combination.
   */
  coordinates: Float64Array[];
  /** Coordinates of the response along the kept directions; its explained part. */
  projections: Float64Array;
  /** Length of what no column explains. */
  residualNorm: number;
}

export type ColumnStanding = 'kept' | 'combination' | 'constant';

/**
 * A column whose part outside the columns before it is smaller than this share of the column counts as
 * their combination. LINPACK's dqrdc2, which R's lm uses, takes 1e-7; columns are centred here, which
 * leaves fewer digits to lose, and polynomials of degree 10 (NIST's Filip) still are independent.
 */
const dependence = 1e-10;

/**
 * Householder's QR of centred columns, left to right, in place: the columns' `deviations` and those of
 * the response are used up. About 2·n·k² operations; nothing is squared, unlike normal equations, so
 * that nearly collinear columns lose half as many digits.
 *
 * Source: A. S. Householder, "Unitary Triangularization of a Nonsymmetric Matrix", Journal of the ACM
 * 5(4), 1958, 339–342; G. H. Golub, "Numerical Methods for Solving Linear Least Squares Problems",
 * Numerische Mathematik 7, 1965, 206–216.
 */
export function triangularise(
  columns: readonly CentredColumn[],
  response: CentredColumn,
): TriangularFactor {
  const reflectors: Float64Array[] = [];
  const kept: number[] = [];
  const standing: ColumnStanding[] = [];
  const coordinates: Float64Array[] = [];
  for (const [j, column] of columns.entries()) {
    const rank = kept.length;
    if (!column.varies) {
      standing.push('constant');
      coordinates.push(new Float64Array(rank));
      continue;
    }
    const entries = column.deviations;
    for (const [p, reflector] of reflectors.entries()) reflect(reflector, p, entries);
    const rest = normFrom(entries, rank);
    if (rank >= entries.length || rest <= noiseOf(column)) {
      standing.push('combination');
      coordinates.push(entries.slice(0, rank));
      continue;
    }
    standing.push('kept');
    kept.push(j);
    coordinates.push(withLast(entries.slice(0, rank), makeReflector(entries, rank, rest)));
    reflectors.push(entries);
  }
  const target = response.deviations;
  for (const [p, reflector] of reflectors.entries()) reflect(reflector, p, target);
  return {
    kept,
    standing,
    coordinates,
    projections: target.slice(0, kept.length),
    residualNorm: normFrom(target, kept.length),
  };
}

/** Below it, a rest is either dependence or the rounding of the column's own values. */
function noiseOf({ norm, largest, deviations }: CentredColumn): number {
  const rounding = 2 * Number.EPSILON * largest * Math.sqrt(deviations.length);
  return Math.max(dependence * norm, rounding);
}

/** Turns entries from `start` on into the vector v of I − 2vvᵀ/vᵀv, of length √2; answers R's diagonal. */
function makeReflector(entries: Float64Array, start: number, norm: number): number {
  const first = entries[start] ?? 0;
  // The sign that adds: no cancellation.
  const diagonal = first > 0 ? -norm : norm;
  entries[start] = first - diagonal;
  const factor = 1 / Math.sqrt(norm * Math.abs(first - diagonal));
  for (let i = start; i < entries.length; i++) entries[i] = (entries[i] as number) * factor;
  return diagonal;
}

function reflect(reflector: Float64Array, start: number, entries: Float64Array): void {
  let along = 0;
  for (let i = start; i < entries.length; i++) {
    along += (reflector[i] as number) * (entries[i] as number);
  }
  for (let i = start; i < entries.length; i++) {
    entries[i] = (entries[i] as number) - along * (reflector[i] as number);
  }
}

function normFrom(entries: Float64Array, start: number): number {
  let squares = 0;
  for (let i = start; i < entries.length; i++) squares += (entries[i] as number) ** 2;
  return Math.sqrt(squares);
}

function withLast(entries: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(entries.length + 1);
  longer.set(entries);
  longer[entries.length] = last;
  return longer;
}
