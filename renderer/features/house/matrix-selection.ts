import type { CellBlock } from '../../../core/domain/house/block-paste.ts';
import type { LineGroup, MatrixLines } from './matrix-lines.ts';

/** Columns left of the relations; those of groups of WHATs are left of the names. */
export const nameColumn = -2;
export const importanceColumn = -1;
/** The row of the HOWs' heads; those of groups of HOWs are above it. */
export const headRow = -1;

/**
 * A place in the matrix: relations from 0, the HOWs' heads at row −1 and their groups above, the WHATs' own
 * columns below 0. A group is at the first of its lines.
 */
export interface CellPlace {
  row: number;
  column: number;
}

/** How many lines there are, and the groups beside them. */
export interface MatrixSize {
  rows: number;
  columns: number;
  rowGroups: readonly LineGroup[];
  columnGroups: readonly LineGroup[];
  rowDepth: number;
  columnDepth: number;
}

export function sizeOf(lines: MatrixLines): MatrixSize {
  return { ...lines, rows: lines.rows.length, columns: lines.columns.length };
}

/** One cell is active; the block reaches from the anchor to it. */
export interface MatrixSelection {
  anchor: CellPlace;
  active: CellPlace;
}

export type MatrixZone =
  | 'relations'
  | 'importance'
  | 'name'
  | 'head'
  | 'whatGroup'
  | 'howGroup'
  | 'corner';

export function zoneOf({ row, column }: CellPlace): MatrixZone {
  if (row < 0 && column < 0) return 'corner';
  if (row < headRow) return 'howGroup';
  if (row === headRow) return 'head';
  if (column < nameColumn) return 'whatGroup';
  if (column === nameColumn) return 'name';
  return column === importanceColumn ? 'importance' : 'relations';
}

export function selectOne(place: CellPlace): MatrixSelection {
  return { anchor: place, active: place };
}

/** The row of the groups of HOWs of a level; the first level is the topmost. */
export function bandRow(level: number, { columnDepth }: Pick<MatrixSize, 'columnDepth'>): number {
  return headRow - (columnDepth - level + 1);
}

/** The column of the groups of WHATs of a level; the first level is the leftmost. */
export function groupColumn(level: number, { rowDepth }: Pick<MatrixSize, 'rowDepth'>): number {
  return nameColumn - (rowDepth - level + 1);
}

/** The group that stands at a place; null for cells, names and heads. */
export function groupAt({ row, column }: CellPlace, size: MatrixSize): LineGroup | null {
  if (row < headRow) {
    const level = size.columnDepth + row - headRow + 1;
    return groupOver(size.columnGroups, level, column);
  }
  if (column < nameColumn) {
    const level = size.rowDepth + column - nameColumn + 1;
    return groupOver(size.rowGroups, level, row);
  }
  return null;
}

function groupOver(groups: readonly LineGroup[], level: number, line: number): LineGroup | null {
  const over = (group: LineGroup) =>
    group.level === level && line >= group.firstLine && line < group.firstLine + group.lineCount;
  return groups.find(over) ?? null;
}

/**
 * The nearest place that exists; the corner above the WHATs is no place to be. Where a line has no group
 * of a level the next level outwards is meant, or with `inwards` the next towards the relations.
 */
export function placeWithin(place: CellPlace, size: MatrixSize, inwards = false): CellPlace {
  const { row, column } = place;
  if (column >= 0 || (row < 0 && size.columns > 0 && column >= nameColumn)) {
    const within = {
      row: Math.max(Math.min(row, size.rows - 1), headRow - size.columnDepth),
      column: Math.max(0, Math.min(column, size.columns - 1)),
    };
    if (size.columns === 0) return { row: Math.max(0, within.row), column: nameColumn };
    if (within.row >= headRow) return within;
    return bandPlace(within, size, inwards) ?? { ...within, row: headRow };
  }
  const within = {
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(column, nameColumn - size.rowDepth),
  };
  if (within.column >= nameColumn) return within;
  return groupColumnPlace(within, size, inwards) ?? { ...within, column: nameColumn };
}

function bandPlace(place: CellPlace, size: MatrixSize, inwards: boolean): CellPlace | null {
  const outermost = headRow - size.columnDepth;
  for (let row = place.row; inwards ? row < headRow : row >= outermost; row += inwards ? 1 : -1) {
    const group = groupAt({ row, column: place.column }, size);
    if (group !== null) return { row, column: group.firstLine };
  }
  return inwards ? null : bandPlace(place, size, true);
}

function groupColumnPlace(place: CellPlace, size: MatrixSize, inwards: boolean): CellPlace | null {
  const outermost = nameColumn - size.rowDepth;
  for (
    let column = place.column;
    inwards ? column < nameColumn : column >= outermost;
    column += inwards ? 1 : -1
  ) {
    const group = groupAt({ row: place.row, column }, size);
    if (group !== null) return { row: group.firstLine, column };
  }
  return inwards ? null : groupColumnPlace(place, size, true);
}

/** Reaches with the block to a place, within the zone it began in. */
export function reachTo(
  { anchor }: MatrixSelection,
  place: CellPlace,
  size: MatrixSize,
): MatrixSelection {
  const row = Math.max(0, Math.min(place.row, size.rows - 1));
  const column = Math.max(0, Math.min(place.column, size.columns - 1));
  switch (zoneOf(anchor)) {
    case 'relations':
      return { anchor, active: { row, column } };
    case 'importance':
      return { anchor, active: { row, column: importanceColumn } };
    case 'name':
      return { anchor, active: { row, column: nameColumn } };
    case 'head':
      return { anchor, active: { row: headRow, column } };
    default:
      return selectOne(anchor);
  }
}

/** The selected cells that can be filled, copied and pasted over; null for heads and names. */
export function blockOf({
  anchor,
  active,
}: MatrixSelection): { zone: 'relations' | 'importance'; block: CellBlock } | null {
  const zone = zoneOf(anchor);
  if (zone !== 'relations' && zone !== 'importance') return null;
  return {
    zone,
    block: {
      top: Math.min(anchor.row, active.row),
      bottom: Math.max(anchor.row, active.row),
      left: Math.min(anchor.column, active.column),
      right: Math.max(anchor.column, active.column),
    },
  };
}

/** The lines whose names or heads are selected; null while something else is. */
export function selectedLines({
  anchor,
  active,
}: MatrixSelection): { side: 'what' | 'how'; first: number; last: number } | null {
  const zone = zoneOf(anchor);
  if (zone === 'name') {
    const rows = [anchor.row, active.row];
    return { side: 'what', first: Math.min(...rows), last: Math.max(...rows) };
  }
  if (zone !== 'head') return null;
  const columns = [anchor.column, active.column];
  return { side: 'how', first: Math.min(...columns), last: Math.max(...columns) };
}

/**
 * Where Tab goes: along the row, then to the next one; null past the last and before the first cell,
 * where it leaves the matrix.
 */
export function tabFrom(place: CellPlace, step: 1 | -1, size: MatrixSize): CellPlace | null {
  if (place.row <= headRow) {
    const column = place.column + step;
    return column >= 0 && column < size.columns ? placeWithin({ ...place, column }, size) : null;
  }
  const column = place.column + step;
  if (column < importanceColumn) {
    return place.row > 0 ? { row: place.row - 1, column: size.columns - 1 } : null;
  }
  if (column >= size.columns) {
    return place.row < size.rows - 1 ? { row: place.row + 1, column: importanceColumn } : null;
  }
  return { row: place.row, column };
}

/** What a row needs to know of the selection; null where it has no part in it. */
export interface RowSelection {
  /** The active cell's column, when it is in this row. */
  activeColumn: number | null;
  selectedFrom: number | null;
  selectedTo: number | null;
}

/** What of the selection concerns a row; rows it does not touch get the same answer every time. */
export function rowSelection({ anchor, active }: MatrixSelection, row: number): RowSelection {
  const top = Math.min(anchor.row, active.row);
  const bottom = Math.max(anchor.row, active.row);
  const touched = row >= top && row <= bottom;
  return {
    activeColumn: active.row === row ? active.column : null,
    selectedFrom: touched ? Math.min(anchor.column, active.column) : null,
    selectedTo: touched ? Math.max(anchor.column, active.column) : null,
  };
}

export function isColumnSelected({ selectedFrom, selectedTo }: RowSelection, column: number) {
  return (
    selectedFrom !== null && selectedTo !== null && column >= selectedFrom && column <= selectedTo
  );
}
