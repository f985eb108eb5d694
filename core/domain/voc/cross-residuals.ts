import { normalTwoSidedP } from '../../numerics/normal.ts';
import { qValues } from '../statistics/benjamini-hochberg.ts';
import { chiSquareTest } from '../statistics/chi-square.ts';

export interface CrossCell {
  expected: number;
  /** Adjusted standardised residual: about normal with deviation 1 when rows and columns are independent. */
  residual: number;
  significant: boolean;
}

export interface CrossResiduals {
  cells: CrossCell[][];
  chiSquare: number | null;
  df: number;
  p: number | null;
  /** Expected counts are small: p and residuals are rough. */
  doubtful: boolean;
}

const discoveryRate = 0.05;

/**
 * Which cells of a table of counts are more or less than independence of its rows and columns explains:
 * (O − E)/√(E·(1 − row/n)·(1 − column/n)) (S. J. Haberman, "The Analysis of Residuals in
 * Cross-Classified Tables", Biometrics 29, 1973, 205–220), Benjamini–Hochberg over all cells at 5 %,
 * and only where the whole table's chi-square has p ≤ 0.05. Null when there is nothing to test (no
 * count at all, no row or no column); a table of one row or column has no significant cell.
 */
export function crossResiduals(counts: readonly (readonly number[])[]): CrossResiduals | null {
  if (counts.every((row) => row.every((count) => count === 0))) return null;
  const test = chiSquareTest(counts);
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = (counts[0] ?? []).map((_, j) =>
    counts.reduce((sum, row) => sum + (row[j] ?? 0), 0),
  );
  const plain = counts.map((row, i) =>
    row.map((count, j) => {
      const expected = test.expected[i]?.[j] ?? 0;
      const spread = expected * (1 - (rows[i] ?? 0) / test.n) * (1 - (columns[j] ?? 0) / test.n);
      return { expected, residual: spread > 0 ? (count - expected) / Math.sqrt(spread) : 0 };
    }),
  );
  const qs = qValues(plain.flat().map(({ residual }) => normalTwoSidedP(residual)));
  const dependent = test.p !== null && test.p <= discoveryRate;
  const width = columns.length;
  return {
    cells: plain.map((row, i) =>
      row.map((cell, j) => ({
        ...cell,
        significant: dependent && (qs[i * width + j] ?? 1) <= discoveryRate,
      })),
    ),
    chiSquare: test.chiSquare,
    df: test.df,
    p: test.p,
    doubtful: test.notes.includes('smallExpected'),
  };
}
