import { AppError } from '../../contract/app-error.ts';
import { judgementFault } from './priority-vector.ts';

/**
 * Pairwise comparisons of n elements, some of which may not have been made: table[i][j] says how many
 * times as important element i is as element j, null when nobody compared them. Reciprocal as a matrix of
 * `priorityVector` is: ones on the diagonal, table[j][i] = 1 ÷ table[i][j], null on both sides.
 */
export type JudgementTable = readonly (readonly (number | null)[])[];

/** One comparison: element `row` is `ratio` times as important as element `column`. */
export interface Judgement {
  row: number;
  column: number;
  ratio: number;
}

/**
 * Lays comparisons out as a table of `size` elements; of two comparisons of one pair the later one holds.
 * Comparisons of an element with itself, or with one that is not there, are left out.
 */
export function judgementTable(
  size: number,
  judgements: readonly Judgement[],
): (number | null)[][] {
  const table = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j): number | null => (i === j ? 1 : null)),
  );
  for (const { row, column, ratio } of judgements) {
    const [own, other] = [table[row], table[column]];
    if (own === undefined || other === undefined || row === column) continue;
    own[column] = ratio;
    other[row] = 1 / ratio;
  }
  return table;
}

/** The pairs above the diagonal for which `accept` holds, row by row. */
export function pairsOf(
  table: JudgementTable,
  accept: (value: number | null) => boolean,
): { row: number; column: number }[] {
  return table.flatMap((values, row) =>
    values.flatMap((value, column) => (column > row && accept(value) ? [{ row, column }] : [])),
  );
}

export function missingPairs(table: JudgementTable): { row: number; column: number }[] {
  return pairsOf(table, (value) => value === null);
}

/**
 * Elements that hang together by comparisons, directly or over others: one group when everything can be
 * weighed against everything. In the order of their first elements; elements ascending.
 */
export function comparedGroups(table: JudgementTable): number[][] {
  const groupOf = table.map((_, i) => i);
  for (const { row, column } of pairsOf(table, (value) => value !== null)) {
    const [kept, dissolved] = [groupOf[row] ?? row, groupOf[column] ?? column];
    if (kept === dissolved) continue;
    for (const [i, group] of groupOf.entries()) if (group === dissolved) groupOf[i] = kept;
  }
  const groups = new Map<number, number[]>();
  for (const [i, group] of groupOf.entries()) groups.set(group, [...(groups.get(group) ?? []), i]);
  return [...groups.values()];
}

/**
 * Throws `calculation.tooFew` for no element, `calculation.sizeMismatch` for a table that is not square
 * and `calculation.outOfRange` for a comparison that is not allowed, not reciprocal, or missing on one
 * side only; the path is under `path`.
 */
export function refuseBadTable(table: JudgementTable, path = 'matrix'): void {
  if (table.length === 0) throw new AppError('calculation.tooFew', {}, path);
  for (const [i, row] of table.entries()) {
    if (row.length !== table.length)
      throw new AppError('calculation.sizeMismatch', {}, `${path}[${i}]`);
  }
  const fault = oneSided(table) ?? judgementFault(withoutGaps(table, 1));
  if (fault !== null)
    throw new AppError('calculation.outOfRange', {}, `${path}[${fault.i}][${fault.j}]`);
}

/** The table with the same number in place of every missing comparison. */
export function withoutGaps(table: JudgementTable, instead: number): number[][] {
  return table.map((row) => row.map((value) => value ?? instead));
}

function oneSided(table: JudgementTable): { i: number; j: number } | null {
  for (const [i, row] of table.entries()) {
    const j = row.findIndex(
      (value, column) => value === null && (column === i || (table[column]?.[i] ?? null) !== null),
    );
    if (j >= 0) return { i, j };
  }
  return null;
}
