import { existsSync, readFileSync } from 'node:fs';

const gold = new URL('../../../shared/gold/', import.meta.url);

/** Whether the reference data sets are on this computer; they are not part of the repository. */
export const goldPresent = existsSync(gold);

/** Rows of a small CSV file of the reference data, by column name. Its cells hold no line breaks. */
export function goldRows(name: string): Record<string, string>[] {
  const text = readFileSync(new URL(name, gold), 'utf8').replace(/^\uFEFF/, '');
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(cellsOf);
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

/** The columns named, as numbers: one row per line of the file. */
export function goldMatrix(name: string, columns: readonly string[]): number[][] {
  return goldRows(name).map((row) => columns.map((column) => numberIn(row, column)));
}

export function numberIn(row: Record<string, string>, column: string): number {
  const cell = row[column];
  if (cell === undefined || cell.trim() === '') throw new Error(`no figure in column ${column}`);
  return Number(cell);
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
