import { judgementTable } from './judgement-table.ts';
import { factorBetween, parseJudgement } from './saaty-scale.ts';

/** Rounding to two digits makes up to 4.3 % of a value on the scale (0.115 written as 0.12). */
const roundingFactor = 1.05;

/** A cell of a pasted table of comparisons that was not taken. */
export interface JudgementFault {
  /** From 0. */
  row: number;
  column: number;
  entry: string;
  reason:
    | 'notAJudgement'
    /** On the diagonal, where only 1 can stand. */
    | 'notOne'
    /** The other half of the table says something else about the same pair; neither is taken. */
    | 'notReciprocal'
    /** Beyond the elements there are. */
    | 'outside';
}

/**
 * Reads a table of comparisons of `size` elements from cells as they are pasted, without heads: both halves,
 * or one of them, or for each pair either; blanks are comparisons not made. Entries as in `parseJudgement`.
 * Two entries about one pair may differ by what rounding to two digits does (0.29 against 3.5).
 */
export function readJudgementBlock(
  block: readonly (readonly string[])[],
  size: number,
): { table: (number | null)[][]; faults: JudgementFault[] } {
  const faults: JudgementFault[] = [];
  const given = new Map<string, { ratio: number; entry: string }>();
  for (const [row, cells] of block.entries()) {
    for (const [column, entry] of cells.entries()) {
      const parsed = parseJudgement(entry);
      if (entry.trim() === '') continue;
      const ratio = parsed?.ratio ?? null;
      const fault = (reason: JudgementFault['reason']) =>
        faults.push({ row, column, entry, reason });
      if (row >= size || column >= size) fault('outside');
      else if (ratio === null) fault('notAJudgement');
      else if (row !== column) given.set(`${row}:${column}`, { ratio, entry });
      else if (ratio !== 1) fault('notOne');
    }
  }
  const judgements = [...given].flatMap(([key, { ratio, entry }]) => {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const other = given.get(`${column}:${row}`);
    if (other !== undefined && factorBetween(ratio * other.ratio, 1) > roundingFactor) {
      faults.push({ row, column, entry, reason: 'notReciprocal' });
      return [];
    }
    // Of two halves that agree, the one with the number above 1 has lost less to rounding.
    return other === undefined || ratio >= other.ratio ? [{ row, column, ratio }] : [];
  });
  faults.sort((a, b) => a.row - b.row || a.column - b.column);
  return { table: judgementTable(size, judgements), faults };
}
