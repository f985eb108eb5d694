import { type DateReading, dateOrderOf, parseDateValue } from './date-value.ts';
import { isMissing, parseNumberValue } from './number-value.ts';

/** What the sample shows of one column; guesses are made from it. */
export interface ColumnProfile {
  header: string;
  index: number;
  /** Cells that say something. */
  filled: string[];
  distinct: ReadonlySet<string>;
  averageLength: number;
  /** The numbers, when every filled cell is one; null otherwise. */
  numbers: number[] | null;
}

export function profileColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnProfile[] {
  return headers.map((header, index) => {
    const filled: string[] = [];
    for (const row of rows) {
      const cell = (row[index] ?? '').trim();
      if (!isMissing(cell)) filled.push(cell);
    }
    return {
      header,
      index,
      filled,
      distinct: new Set(filled),
      averageLength:
        filled.length === 0
          ? 0
          : filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length,
      numbers: numbersOf(filled),
    };
  });
}

/** Every filled cell differs: what an identifier looks like. False for an empty column. */
export function isUnique(column: ColumnProfile): boolean {
  return column.filled.length > 0 && column.distinct.size === column.filled.length;
}

/** Dates with separators; bare digits are left to the header, because amounts look the same. */
export function looksLikeDates(column: ColumnProfile): boolean {
  const dates = dateReadingOf(column);
  return isMostly(column, (cell) => /[-./년:]/u.test(cell) && parseDateValue(cell, dates) !== null);
}

export function dateReadingOf(column: ColumnProfile): DateReading {
  return { order: dateOrderOf(column.filled)?.order };
}

/** At least four in five of the filled cells. */
export function isMostly(column: ColumnProfile, test: (cell: string) => boolean): boolean {
  if (column.filled.length === 0) return false;
  return column.filled.filter(test).length >= column.filled.length * 0.8;
}

function numbersOf(cells: readonly string[]): number[] | null {
  if (cells.length === 0) return null;
  const numbers: number[] = [];
  for (const cell of cells) {
    const number = parseNumberValue(cell);
    if (number === null) return null;
    numbers.push(number);
  }
  return numbers;
}
