import { footMeaning, sideMeaning } from './head-words.ts';
import {
  areMostly,
  canBeRelation,
  isName,
  isRelation,
  isSign,
  range,
  type Table,
  textAt,
  widthOf,
} from './table-cells.ts';

/** The heart of a template: names at the left and above, relations between. */
export interface MatrixBlock {
  readonly headRow: number;
  readonly nameColumn: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Filled relations. */
  readonly filled: number;
}

/** Rows of heads at the top of a sheet that are tried. */
const mostHeadRows = 400;

/** The block with the most relations; null when nothing looks like a matrix. */
export function findBlock(table: Table): MatrixBlock | null {
  let best: MatrixBlock | null = null;
  for (const headRow of range(0, Math.min(table.length, mostHeadRows))) {
    for (const run of nameRuns(table, headRow)) {
      for (const part of betweenNames(table, headRow, run)) {
        const block = blockBelow(table, headRow, part);
        if (block !== null && block.filled > (best?.filled ?? 0)) best = block;
      }
    }
  }
  return best;
}

/** Runs of neighbouring columns with names that are no heads of a plan. */
function nameRuns(table: Table, row: number): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const column of range(0, widthOf(table) + 1)) {
    const text = textAt(table, row, column);
    if (isName(text)) run.push(column);
    else {
      if (run.length > 0) runs.push(run);
      run = [];
    }
  }
  return runs;
}

/** The parts of a run between columns of names: those of the WHATs before it, remarks behind it. */
function betweenNames(table: Table, headRow: number, run: readonly number[]): number[][] {
  const parts: number[][] = [[]];
  for (const column of run) {
    if (holdsNames(table, headRow, column)) parts.push([]);
    else parts.at(-1)?.push(column);
  }
  return parts.filter((part) => part.length > 0);
}

function blockBelow(
  table: Table,
  headRow: number,
  afterNames: readonly number[],
): MatrixBlock | null {
  const start = afterNames.findIndex((column) => !standsBefore(table, headRow, column));
  const candidates = start < 0 ? [] : afterNames.slice(start);
  const first = candidates[0];
  if (first === undefined) return null;
  const nameColumn = findNameColumn(table, headRow, candidates);
  if (nameColumn === null) return null;
  const rows = rowsOfNames(table, headRow, nameColumn, candidates, [first]);
  const columns = leadingRelations(table, headRow, candidates, rows);
  if (columns.length === 0 || rows.length === 0) return null;
  const kept = rowsOfNames(table, headRow, nameColumn, candidates, columns);
  const filled = kept.reduce(
    (sum, row) => sum + columns.filter((column) => isRelation(textAt(table, row, column))).length,
    0,
  );
  return { headRow, nameColumn, rows: kept, columns, filled };
}

function holdsNames(table: Table, headRow: number, column: number): boolean {
  const below = range(headRow + 1, table.length).map((row) => textAt(table, row, column));
  const relations = below.filter(isRelation).length;
  return below.slice(0, 4).some(isName) && relations * 4 <= below.filter(isName).length;
}

/** Whether what is said of the WHATs stands below a head, rather than relations. */
function standsBefore(table: Table, headRow: number, column: number): boolean {
  const below = range(headRow + 1, table.length).map((row) => textAt(table, row, column));
  const meaning = sideMeaning(textAt(table, headRow, column));
  if (meaning === null) return false;
  if (meaning === 'kano' || meaning === 'code') return true;
  // A HOW named, say, 목표 달성률 has blanks; a head of a plan has a figure in every row.
  const blank = below
    .slice(0, below.findLastIndex(isRelation))
    .filter((text) => text === '').length;
  return blank <= 2;
}

/** The column left of the matrix with the most names of rows with relations; the nearest of several. */
function findNameColumn(
  table: Table,
  headRow: number,
  candidates: readonly number[],
): number | null {
  const before = candidates[0] ?? 0;
  const filled = range(headRow + 1, table.length).filter((row) =>
    candidates.some((column) => isRelation(textAt(table, row, column))),
  );
  const footAt = range(filled[0] ?? 0, table.length).find((row) =>
    isFootRow(table, row, candidates),
  );
  const rows = filled.filter((row) => row < (footAt ?? table.length));
  let best: { column: number; names: number } | null = null;
  for (const column of range(0, before)) {
    // Groups may be named in every row: names are told by being different.
    const names = new Set(rows.map((row) => textAt(table, row, column)).filter(isName)).size;
    if (names > 0 && names >= (best?.names ?? 0)) best = { column, names };
  }
  return best?.column ?? null;
}

/** Rows below the head that have a name and relations, up to the first foot row. */
function rowsOfNames(
  table: Table,
  headRow: number,
  nameColumn: number,
  candidates: readonly number[],
  columns: readonly number[],
): number[] {
  const rows: number[] = [];
  let doubtful: number[] = [];
  for (const row of range(headRow + 1, table.length)) {
    const name = textAt(table, row, nameColumn);
    if (isFootRow(table, row, candidates)) {
      if (rows.length > 0) break;
      continue;
    }
    const texts = columns.map((column) => textAt(table, row, column));
    const holdsRelations = mostlyRelations(texts, 'row');
    if (isName(name) && holdsRelations) {
      rows.push(...doubtful, row);
      doubtful = [];
    } else if (rows.length > 0 && name !== '') {
      // One cell that fits nowhere does not end the matrix when it goes on below.
      if (!holdsRelations && !isSlipOf(texts)) break;
      doubtful.push(row);
    }
  }
  return rows;
}

/**
 * A row with a label of the foot, such as 순위 or Target, whose cells are filled throughout or hold words. A
 * wish of a customer may use the same words, but not with a figure for every HOW.
 */
function isFootRow(table: Table, row: number, candidates: readonly number[]): boolean {
  const isLabelled = range(0, candidates[0] ?? 0).some((column) => {
    const label = textAt(table, row, column);
    return label !== '' && [...label].length <= 24 && footMeaning(label) !== null;
  });
  if (!isLabelled) return false;
  const texts = candidates.map((column) => textAt(table, row, column));
  const filled = texts.slice(0, 1 + texts.findLastIndex((text) => text !== ''));
  const isThroughout = filled.length > 1 && !filled.includes('') && !filled.some(isSign);
  const strange = texts.filter((text) => !canBeRelation(text)).length;
  const relations = texts.filter(isRelation).length;
  const isOfWords = strange > relations || (strange > 0 && !texts.some(isSign));
  return isThroughout || isOfWords || /^[↑↓⬆⬇]$/.test(filled[0] ?? '');
}

/**
 * Whether a row or column is one of the matrix. A question mark or a word typed into one of its cells is to be
 * told of, and not to end the matrix; where such entries outweigh the relations, it is
 * something else: a short row may be half of each, a column of remarks may look so by chance.
 */
function mostlyRelations(texts: readonly string[], line: 'row' | 'column'): boolean {
  const strange = texts.filter((text) => !canBeRelation(text));
  const relations = texts.filter(isRelation).length;
  if (strange.length === 0 || strange.length < relations) return true;
  if (line === 'column') return false;
  const isSlip = strange.length === 1 && strange.every((text) => [...text].length <= longestSlip);
  return strange.length === relations || isSlip;
}

/** Whether what else stands in a line is at most one cell in five, or no more than its relations. */
function isSlipOf(texts: readonly string[]): boolean {
  const strange = texts.filter((text) => !canBeRelation(text)).length;
  return strange <= Math.max(1, texts.length / 5, texts.filter(isRelation).length);
}

/** Of the only entry of a row: a longer one is a remark. */
const longestSlip = 2;

function leadingRelations(
  table: Table,
  headRow: number,
  columns: readonly number[],
  rows: readonly number[],
): number[] {
  const kept: number[] = [];
  let doubtful: number[] = [];
  for (const column of columns) {
    const texts = rows.map((row) => textAt(table, row, column));
    const isFilled = !texts.includes('') && !texts.some(isSign) && areMostly(texts, isRelation);
    const isPlan = sideMeaning(textAt(table, headRow, column)) !== null && isFilled;
    const holdsRelations = mostlyRelations(texts, 'column');
    if (isPlan || !(holdsRelations || isSlipOf(texts))) break;
    if (holdsRelations && (texts.some(isRelation) || doubtful.length === 0)) {
      kept.push(...doubtful, column);
      doubtful = [];
    } else doubtful.push(column);
  }
  return kept;
}
