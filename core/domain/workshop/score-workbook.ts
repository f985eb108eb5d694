import { CellGrid, numberCell, sheetLook, sheetName, text } from '../house/workbook/sheet-cells.ts';
import {
  cellAddress,
  type DescribedCell,
  type DescribedSheet,
  type WorkbookDescription,
} from '../house/workbook/workbook-description.ts';
import { type SheetWords, scoreSheetTable } from './score-sheet.ts';
import type { SheetShape } from './sheet-shape.ts';

export interface ScoreWorkbookWords extends SheetWords {
  /** How to fill it in. */
  hint: string;
  /** Name of the sheet of somebody without a name. */
  blankSheet: string;
}

/** Where `scoreSheetTable` puts what. */
const hintRow = 3;
const codeRow = 4;
const nameRow = 5;
const firstRow = 6;
const firstColumn = 2;

/** So many columns of scores go on A4 and can still be read. */
const mostOnA4 = 14;

interface SheetOrder {
  people: readonly string[];
  /** What Excel offers in a cell. */
  entries: readonly string[];
  /** Whether a cell is scored, by place of row and column. */
  isAsked: (row: number, column: number) => boolean;
}

/**
 * A workbook with an empty score sheet for each participant, to print or to fill in, or one without a name
 * for nobody. Cells take the levels as numbers or signs; what is not asked is grey and takes nothing. Excel
 * wants names of sheets that differ: people of one name are numbered there, and their sheets say the name.
 */
export function describeScoreSheets(
  shape: SheetShape,
  words: ScoreWorkbookWords,
  { people, ...order }: SheetOrder,
): WorkbookDescription {
  const named = people.length === 0 ? [''] : people;
  const names = sheetNames(named.map((name) => (name.trim() === '' ? words.blankSheet : name)));
  return {
    sheets: named.map((person, place) =>
      describeSheet(shape, words, { person, name: names[place] ?? '', ...order }),
    ),
  };
}

function describeSheet(
  shape: SheetShape,
  words: ScoreWorkbookWords,
  { person, name, entries, isAsked }: Omit<SheetOrder, 'people'> & { person: string; name: string },
): DescribedSheet {
  const table = scoreSheetTable(shape, words, person);
  const width = firstColumn + shape.columns.length;
  const grid = new CellGrid(table.length, width);
  for (const [row, cells] of table.entries()) {
    for (let column = 0; column < width; column++) {
      const cell = describeCell(shape, isAsked, { row, column }, cells[column] ?? '');
      if (cell !== null) grid.put(column, row, cell);
    }
  }
  grid.put(0, hintRow, text(words.hint, sheetLook.hint));
  return {
    name,
    isHidden: false,
    rows: table.map((_, row) => ({
      height: heightOf(shape, row),
      isHidden: false,
      cells: grid.rowCells(row),
    })),
    columns: [
      { width: 9, isHidden: false },
      { width: 44, isHidden: false },
      ...shape.columns.map(() => ({ width: columnWidth(shape), isHidden: false })),
    ],
    frozen: { rows: firstRow, columns: firstColumn },
    lists: [{ range: scoredRange(shape), entries }],
    symbols: [],
    paper: shape.columns.length > mostOnA4 ? 'a3' : 'a4',
  };
}

function describeCell(
  shape: SheetShape,
  isAsked: SheetOrder['isAsked'],
  { row, column }: { row: number; column: number },
  value: string,
): DescribedCell | null {
  if (row < hintRow) {
    if (value === '') return null;
    return text(value, row === 0 && column === 1 ? sheetLook.title : {});
  }
  if (row < codeRow) return null;
  if (row === codeRow) return text(value, sheetLook.head);
  if (row === nameRow) {
    return text(
      value,
      column >= firstColumn && isUpright(shape) ? sheetLook.upright : sheetLook.head,
    );
  }
  const place = shape.rows[row - firstRow]?.place ?? null;
  const isGroup = place === null;
  if (column === 0) return text(value, isGroup ? sheetLook.group : sheetLook.code);
  if (column === 1) return text(value, isGroup ? sheetLook.group : sheetLook.name);
  const isOpen = !isGroup && isAsked(place, shape.columns[column - firstColumn]?.place ?? 0);
  return numberCell(null, isOpen ? sheetLook.entry : sheetLook.covered);
}

/** A few long names stand better across, many only fit upright. */
function isUpright({ columns }: SheetShape): boolean {
  return columns.length > 4;
}

function columnWidth(shape: SheetShape): number {
  return isUpright(shape) ? 6 : 18;
}

function heightOf(shape: SheetShape, row: number): number | null {
  if (row === 0) return 24;
  if (row === nameRow && isUpright(shape)) return 130;
  return row >= firstRow ? 21 : null;
}

/** Runs of rows that are scored: `C7:H9 C11:H20`. */
function scoredRange({ rows, columns }: SheetShape): string {
  const runs: [number, number][] = [];
  for (const [index, { place }] of rows.entries()) {
    if (place === null) continue;
    const last = runs.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  const lastColumn = firstColumn + columns.length - 1;
  return runs
    .map(
      ([from, to]) =>
        `${cellAddress(firstColumn, firstRow + from)}:${cellAddress(lastColumn, firstRow + to)}`,
    )
    .join(' ');
}

/** Excel takes letters of either case for the same name. */
function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = sheetName(name) === '' ? 'Sheet' : sheetName(name);
    for (let number = 1; ; number++) {
      const ending = number === 1 ? '' : ` (${number})`;
      const tried = `${[...plain].slice(0, 31 - ending.length).join('')}${ending}`;
      if (taken.has(tried.toLowerCase())) continue;
      taken.add(tried.toLowerCase());
      return tried;
    }
  });
}
