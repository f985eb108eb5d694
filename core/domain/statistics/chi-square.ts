import { AppError } from '../../contract/app-error.ts';
import { chiSquareUpperTail } from '../../numerics/chi-square-distribution.ts';
import { compensatedSum } from '../../numerics/compensated-sum.ts';

/**
 * `emptyLine`: a row or column without any count expects nothing, hence no statistic. `oneLine`: a
 * single row or column has nothing to be independent of, hence no p. `smallExpected`: no figure is null,
 * but the approximation is doubtful (Cochran's rule: no expected count below 1, at most a fifth below 5).
 */
export type ChiSquareNote = 'emptyLine' | 'oneLine' | 'smallExpected';

export interface ChiSquareTest {
  /** Sum of all counts. */
  n: number;
  /** expected[i][j] = row total · column total / n. */
  expected: number[][];
  /** (O − E)²/E of each cell; null where the row or the column is empty. */
  contributions: (number | null)[][];
  chiSquare: number | null;
  /** (rows − 1)·(columns − 1) */
  df: number;
  p: number | null;
  notes: ChiSquareNote[];
}

/**
 * Pearson's test of independence in a table of counts: χ² = Σ (O − E)²/E, without continuity
 * correction.
 *
 * Source: K. Pearson, Philosophical Magazine 50, 1900, 157–175; degrees of freedom after R. A. Fisher,
 * Journal of the Royal Statistical Society 85(1), 1922, 87–94; the rule of thumb for small expected counts
 * after W. G. Cochran, Biometrics 10(4), 1954, 417–451.
 *
 * O − E is (O·n − row·column)/n with a numerator in whole numbers, so that counts of 1e12 that differ
 * by 1 keep their digits.
 *
 * `table[r][c]`: whole numbers ≥ 0 that sum to at most 2⁵³ (`calculation.outOfRange`, path of the cell
 * or `table`), rows of one length (`calculation.raggedMatrix`), not all 0 (`calculation.tooFew`).
 */
export function chiSquareTest(table: readonly (readonly number[])[]): ChiSquareTest {
  refuseBadTable(table);
  const rows = table.map((row) => compensatedSum(row.length, (j) => row[j] ?? 0));
  const columns = (table[0] ?? []).map((_, j) =>
    compensatedSum(table.length, (i) => table[i]?.[j] ?? 0),
  );
  const n = compensatedSum(rows.length, (i) => rows[i] ?? 0);
  if (n > Number.MAX_SAFE_INTEGER) throw new AppError('calculation.outOfRange', {}, 'table');
  if (n === 0) throw new AppError('calculation.tooFew', {}, 'table');
  const expected = rows.map((row) => columns.map((column) => (row * column) / n));
  const contributions = table.map((counts, i) =>
    counts.map((count, j) => contribution(count, rows[i] ?? 0, columns[j] ?? 0, n)),
  );
  const df = (rows.length - 1) * (columns.length - 1);
  const shared = { n, expected, contributions, df };
  if (rows.includes(0) || columns.includes(0)) {
    return { ...shared, chiSquare: null, p: null, notes: ['emptyLine'] };
  }
  const chiSquare = sumOfCells(contributions);
  if (df === 0) return { ...shared, chiSquare, p: null, notes: ['oneLine'] };
  return {
    ...shared,
    chiSquare,
    p: chiSquareUpperTail(chiSquare, df),
    notes: tooSmall(expected) ? ['smallExpected'] : [],
  };
}

/** Row total times column total must be exact, too: 2⁵³ = (2²⁶·⁵)². */
const largestExactTotal = 94_906_265;

function contribution(count: number, row: number, column: number, n: number): number | null {
  if (row === 0 || column === 0) return null;
  const excess =
    n <= largestExactTotal
      ? count * n - row * column
      : Number(BigInt(count) * BigInt(n) - BigInt(row) * BigInt(column));
  return ((excess / row) * (excess / column)) / n;
}

function sumOfCells(cells: readonly (readonly (number | null)[])[]): number {
  const rowSums = cells.map((row) => compensatedSum(row.length, (j) => row[j] ?? 0));
  return compensatedSum(rowSums.length, (i) => rowSums[i] ?? 0);
}

function tooSmall(expected: readonly (readonly number[])[]): boolean {
  let cells = 0;
  let belowFive = 0;
  let belowOne = 0;
  for (const row of expected) {
    for (const count of row) {
      cells += 1;
      if (count < 5) belowFive += 1;
      if (count < 1) belowOne += 1;
    }
  }
  return belowOne > 0 || belowFive > cells / 5;
}

function refuseBadTable(table: readonly (readonly number[])[]): void {
  const width = table[0]?.length ?? 0;
  if (width === 0) throw new AppError('calculation.tooFew', {}, 'table');
  for (const [i, row] of table.entries()) {
    if (row.length !== width) throw new AppError('calculation.raggedMatrix', {}, `table[${i}]`);
    const bad = row.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0));
    if (bad >= 0) throw new AppError('calculation.outOfRange', {}, `table[${i}][${bad}]`);
  }
}
