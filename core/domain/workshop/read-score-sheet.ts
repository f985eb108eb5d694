import { participantOnSheet } from './score-sheet.ts';
import { type LineFinder, lineFinder } from './sheet-lines.ts';
import type { SheetLine, SheetShape } from './sheet-shape.ts';

/** A place on the sheet that came back, from 0. */
interface SheetPlace {
  row: number;
  column: number;
}

/** A cell whose entry is no level. */
export interface SheetFault extends SheetPlace {
  entry: string;
  /** Which row and column of the house it is, by place. */
  what: number;
  how: number;
}

/** Why a row or column of the sheet was not read. */
export type LineFaultReason =
  /** Nothing in the house is called so: renamed or removed since, or a remark of the participant's. */
  | 'unknown'
  /** Several are called so, and the code does not tell which. */
  | 'unclear'
  /** It was on the sheet before, further up or left. */
  | 'repeated'
  /** A group: only what belongs to it is scored. */
  | 'group';

export interface LineFault {
  /** Of the sheet, from 0. */
  index: number;
  code: string;
  name: string;
  reason: LineFaultReason;
  /** Entries that were not read because of it, in the order of the sheet. */
  entries: string[];
}

export type ScoreSheetReading =
  /** No row with the names (or codes) of HOWs: not a score sheet of this house. */
  | { kind: 'noHeader' }
  | {
      kind: 'sheet';
      participant: string | null;
      /** By place of row and column of the house; null where the sheet says nothing. */
      scores: (number | null)[][];
      /** Cells that were read. */
      scored: number;
      faults: SheetFault[];
      rowFaults: LineFault[];
      columnFaults: LineFault[];
      /** Rows and columns of the house that the sheet does not have, by place. */
      absentRows: number[];
      absentColumns: number[];
    };

/**
 * Reads a participant's score sheet back, from a pasted block or a worksheet. Rows and columns may be in
 * any order, some may be missing, some may have been added, and there may be anything above the table:
 * the header is the row with the most names of HOWs, WHATs are found in the column with the most of their
 * names. What cannot be read is named with its place and its text; nothing is dropped without a word, and
 * what can be read is read all the same.
 *
 * `blank`: what an empty cell means; `notScored` leaves it to the others, `none` takes it for no relation.
 * Cells of rows or columns that the sheet does not have are not scored in either case.
 */
export function readScoreSheet(
  table: readonly (readonly string[])[],
  shape: SheetShape,
  blank: 'notScored' | 'none' = 'notScored',
): ScoreSheetReading {
  const columnsOf = lineFinder(shape.columns);
  const rowsOf = lineFinder(shape.rows);
  const head = findHeader(table, columnsOf);
  if (head === null) return { kind: 'noHeader' };
  const columns = readColumns(table, head, columnsOf, rowsOf);
  const rows = readRows(table, head, columns, rowsOf);
  const rowCount = shape.rows.filter(({ place }) => place !== null).length;
  const scores = Array.from({ length: rowCount }, () =>
    new Array<number | null>(shape.columns.length).fill(null),
  );
  const faults: SheetFault[] = [];
  let scored = 0;
  for (const { index: row, place: what } of rows.known) {
    for (const { index: column, place: how } of columns.known) {
      const entry = table[row]?.[column] ?? '';
      const isBlank = entry.trim() === '';
      if (isBlank && blank === 'notScored') continue;
      const value = isBlank ? 0 : shape.parse(entry);
      const own = scores[what];
      if (value === null || own === undefined) faults.push({ row, column, entry, what, how });
      else {
        own[how] = value;
        scored++;
      }
    }
  }
  return {
    kind: 'sheet',
    participant: participantOnSheet(table.slice(0, head.first)),
    scores,
    scored,
    faults,
    rowFaults: rows.faults,
    columnFaults: columns.faults,
    absentRows: absent(rowCount, rows.known),
    absentColumns: absent(shape.columns.length, columns.known),
  };
}

/** Rows of the sheet that hold names and codes of HOWs; one of them may be missing. */
interface SheetHeader {
  names: number | null;
  codes: number | null;
  first: number;
  last: number;
}

interface KnownLine {
  index: number;
  place: number;
}

interface ReadLines {
  known: KnownLine[];
  faults: LineFault[];
}

function findHeader(table: readonly (readonly string[])[], lines: LineFinder): SheetHeader | null {
  const names = bestIndex(table, (row) => distinct(row, lines.hasName));
  if (names !== null) {
    // Only above: a row of scores below may well look like codes.
    const above = (table[names - 1] ?? []).filter((_, column) =>
      lines.hasName(cellAt(table, names, column)),
    );
    const hasCodes = above.length > 0 && above.every(lines.hasCode);
    return hasCodes
      ? { names, codes: names - 1, first: names - 1, last: names }
      : { names, codes: null, first: names, last: names };
  }
  const codes = bestIndex(table, (row) => distinct(row, lines.hasCode));
  return codes === null ? null : { names: null, codes, first: codes, last: codes };
}

/** Index of the row or column with the largest count above 0; the first of equals. */
function bestIndex<Line>(lines: readonly Line[], count: (line: Line) => number): number | null {
  let [best, most]: [number | null, number] = [null, 0];
  for (const [index, line] of lines.entries()) {
    const found = count(line);
    if (found > most) [best, most] = [index, found];
  }
  return best;
}

function distinct(cells: readonly string[], accept: (text: string) => boolean): number {
  return new Set(cells.filter(accept).map((cell) => cell.trim())).size;
}

function cellAt(table: readonly (readonly string[])[], row: number | null, column: number): string {
  return row === null ? '' : (table[row]?.[column] ?? '');
}

function readColumns(
  table: readonly (readonly string[])[],
  head: SheetHeader,
  lines: LineFinder,
  rows: LineFinder,
): ReadLines {
  const width = Math.max(0, ...table.map((row) => row.length));
  const body = table.slice(head.last + 1);
  const titles = Array.from({ length: width }, (_, index) => ({
    index,
    code: cellAt(table, head.codes, index).trim(),
    name: cellAt(table, head.names, index).trim(),
  }));
  // What stands left of the first HOW, or names most WHATs, tells the rows; all else must be HOWs.
  const firstKnown = titles.findIndex(
    ({ code, name }) => lines.match(code, name).kind !== 'unknown',
  );
  const entriesBelow = (index: number) =>
    body.flatMap((row) => {
      const entry = row[index] ?? '';
      return entry.trim() === '' ? [] : [entry];
    });
  const names = bestIndex(titles, ({ index, code, name }) =>
    lines.match(code, name).kind === 'unknown'
      ? distinct(
          body.map((row) => row[index] ?? ''),
          rows.hasName,
        )
      : 0,
  );
  const isOfWhats = ({ index }: (typeof titles)[number]) => index < firstKnown || index === names;
  const isBlank = ({ index, code, name }: (typeof titles)[number]) =>
    code === '' && name === '' && entriesBelow(index).length === 0;
  return readLines(
    titles.filter((title) => !isOfWhats(title) && !isBlank(title)),
    lines,
    entriesBelow,
  );
}

function readRows(
  table: readonly (readonly string[])[],
  head: SheetHeader,
  columns: ReadLines,
  lines: LineFinder,
): ReadLines {
  const body = table.map((row, index) => ({ row, index })).slice(head.last + 1);
  const isScored = new Set([...columns.known, ...columns.faults].map(({ index }) => index));
  const width = Math.max(0, ...body.map(({ row }) => row.length));
  const columnTexts = Array.from({ length: width }, (_, column) =>
    isScored.has(column) ? [] : body.map(({ row }) => row[column] ?? ''),
  );
  const names = bestIndex(columnTexts, (texts) => distinct(texts, lines.hasName));
  const codes = bestIndex(columnTexts, (texts) =>
    texts === columnTexts[names ?? -1] ? 0 : distinct(texts, lines.hasCode),
  );
  const entriesOf = (index: number) =>
    [...isScored]
      .toSorted((a, b) => a - b)
      .flatMap((column) => {
        const entry = table[index]?.[column] ?? '';
        return entry.trim() === '' ? [] : [entry];
      });
  const titles = body
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
    .map(({ row, index }) => ({
      index,
      code: codes === null ? '' : (row[codes] ?? '').trim(),
      name: titleOf(row, names, codes, isScored),
    }));
  return readLines(titles, lines, entriesOf);
}

/** The name of a row; of one without, whatever text it has outside the scores, so that it is not lost. */
function titleOf(
  row: readonly string[],
  names: number | null,
  codes: number | null,
  isScored: ReadonlySet<number>,
): string {
  const name = names === null ? '' : (row[names] ?? '').trim();
  if (name !== '' || (codes !== null && (row[codes] ?? '').trim() !== '')) return name;
  const others = row.filter((cell, column) => !isScored.has(column) && cell.trim() !== '');
  return others.join(' ').trim();
}

function readLines(
  titles: readonly { index: number; code: string; name: string }[],
  lines: LineFinder,
  entriesOf: (index: number) => string[],
): ReadLines {
  const met = new Set<SheetLine>();
  const result: ReadLines = { known: [], faults: [] };
  for (const { index, code, name } of titles) {
    const match = lines.match(code, name);
    const line = match.kind === 'line' ? match.line : null;
    const place = line?.place ?? null;
    if (line !== null && place !== null && !met.has(line)) {
      met.add(line);
      result.known.push({ index, place });
      continue;
    }
    const entries = entriesOf(index);
    // A group's own row is part of the sheet; only scores in it are out of place.
    if (line !== null && place === null && entries.length === 0) continue;
    result.faults.push({ index, code, name, entries, reason: faultReason(match) });
  }
  return result;
}

function faultReason(match: ReturnType<LineFinder['match']>): LineFaultReason {
  if (match.kind !== 'line') return match.kind;
  return match.line.place === null ? 'group' : 'repeated';
}

function absent(count: number, known: readonly KnownLine[]): number[] {
  const found = new Set(known.map(({ place }) => place));
  return Array.from({ length: count }, (_, place) => place).filter((place) => !found.has(place));
}
