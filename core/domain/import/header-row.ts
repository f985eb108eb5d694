import { parseDateValue } from './date-value.ts';
import { parseNumberValue } from './number-value.ts';

/** One spelling for a header wherever it is compared: NFC, no control characters, single spaces. */
export function normalizeHeader(header: string): string {
  return (
    header
      .normalize('NFC')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL and the like come with real files.
      .replace(/[\u0000-\u0008\u000e-\u001f\u200b\ufeff]/g, '')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** The name of a column that has none, by its 1-based place. */
function unnamedColumn(place: number): string {
  return `열 ${place}`;
}

/** The name of the column at `index`, also beyond the last header: `열 5` or what is free of it. */
export function columnName(headers: readonly string[], index: number): string {
  const header = headers[index];
  if (header !== undefined) return header;
  const name = unnamedColumn(index + 1);
  return headers.includes(name) ? numbered(name, (taken) => headers.includes(taken)) : name;
}

/**
 * Names by which every column can be told apart. Empty names become `열 3`, repeated ones
 * `이름 (2)`; empty names at the end are dropped, because they are Excel's leftovers (cells that
 * stand there all the same are kept under `columnName`).
 */
export function uniqueHeaders(row: readonly string[]): string[] {
  const names = row.map(normalizeHeader);
  while (names.length > 0 && names.at(-1) === '') names.pop();
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name, index) => {
    const wanted = name === '' ? unnamedColumn(index + 1) : name;
    const isFree = !seen.has(wanted) && (name !== '' || !taken.has(wanted));
    const unique = isFree
      ? wanted
      : numbered(wanted, (taker) => seen.has(taker) || taken.has(taker));
    seen.add(unique);
    return unique;
  });
}

function numbered(name: string, isTaken: (name: string) => boolean): string {
  let number = 2;
  while (isTaken(`${name} (${number})`)) number++;
  return `${name} (${number})`;
}

const titleRowsAtMost = 10;

/** For a table without a header: every column by its place. */
export function numberedHeaders(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, index) => unnamedColumn(index + 1));
}

const longestHeader = 60;

/** Whether a row names columns: no dates, numbers or sentences, as rows of data hold. */
export function looksLikeHeader(row: readonly string[]): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return false;
  return filled.every(
    (cell) =>
      cell.length <= longestHeader &&
      parseNumberValue(cell) === null &&
      (!/\d/.test(cell) || parseDateValue(cell) === null),
  );
}

const rowsForWidth = 30;

/**
 * Where the header row of a spreadsheet lies: below the titles, dates and names that people put above
 * a table. Those rows have a few filled cells, the table below them many.
 *
 * Returns the index in `rows`; -1 when nothing is filled at all.
 */
export function findHeaderRow(rows: readonly (readonly string[])[]): number {
  const filled = rows.map(filledCells);
  const first = filled.findIndex((count) => count > 0);
  if (first < 0) return -1;
  const top = filled.slice(0, first + titleRowsAtMost);
  const width = Math.max(...filled.slice(first, first + rowsForWidth));
  const table = top.findIndex((count) => count > 1 && count * 3 >= width);
  return table < 0 ? first : table;
}

/**
 * The same for a text file, where a lone first cell is a title only if the file shows it to be one:
 * by empty cells behind it, or by three columns and more in the rows below, all of one width. A file
 * of one column may hold commas in some of its rows.
 *
 * Returns the index in `records`; 0 when nothing says otherwise.
 */
export function findDelimitedHeaderRow(records: readonly (readonly string[])[]): number {
  const found = findHeaderRow(records);
  const header = records[found];
  if (found <= 0 || header === undefined) return 0;
  const above = records.slice(0, found);
  const isPadded = above.every(
    (cells) => cells.length === header.length && filledCells(cells) <= 2,
  );
  if (isPadded) return found;
  const below = records.slice(found + 1, found + 6);
  const isTable =
    above.every((cells) => filledCells(cells) <= 1) &&
    filledCells(header) >= 3 &&
    below.length > 0 &&
    below.every((cells) => cells.length === header.length);
  return isTable ? found : 0;
}

function filledCells(row: readonly string[]): number {
  return row.filter((cell) => cell.trim() !== '').length;
}
