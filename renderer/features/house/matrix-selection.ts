import type { CellBlock } from '../../../core/domain/house/block-paste.ts';

/** Columns left of the relations. */
export const nameColumn = -2;
export const importanceColumn = -1;
/** The row of the HOWs' heads. */
export const headRow = -1;

/** A place in the matrix: relations from 0, the HOWs' heads at row −1, the WHATs' own columns below 0. */
export interface CellPlace {
  row: number;
  column: number;
}

export interface MatrixSize {
  rows: number;
  columns: number;
}

/** One cell is active; the block reaches from the anchor to it. */
export interface MatrixSelection {
  anchor: CellPlace;
  active: CellPlace;
}

export type MatrixZone = 'relations' | 'importance' | 'name' | 'head' | 'corner';

export function zoneOf({ row, column }: CellPlace): MatrixZone {
  if (row === headRow) return column >= 0 ? 'head' : 'corner';
  if (column === nameColumn) return 'name';
  return column === importanceColumn ? 'importance' : 'relations';
}

export function selectOne(place: CellPlace): MatrixSelection {
  return { anchor: place, active: place };
}

/** The nearest place that exists; the corner above the WHATs is no place to be. */
export function placeWithin({ row, column }: CellPlace, size: MatrixSize): CellPlace {
  const top = column >= 0 ? headRow : 0;
  return {
    row: Math.max(Math.min(row, size.rows - 1), top),
    column: Math.max(
      Math.min(column, size.columns - 1),
      row === headRow && size.columns > 0 ? 0 : nameColumn,
    ),
  };
}

/** Reaches with the block to a place, within the zone it began in. */
export function reachTo(
  { anchor }: MatrixSelection,
  place: CellPlace,
  size: MatrixSize,
): MatrixSelection {
  const zone = zoneOf(anchor);
  if (zone !== 'relations' && zone !== 'importance') return selectOne(anchor);
  const row = Math.max(0, Math.min(place.row, size.rows - 1));
  const column =
    zone === 'importance'
      ? importanceColumn
      : Math.max(0, Math.min(place.column, size.columns - 1));
  return { anchor, active: { row, column } };
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

/**
 * Where Tab goes: along the row, then to the next one; null past the last and before the first cell,
 * where it leaves the matrix.
 */
export function tabFrom(place: CellPlace, step: 1 | -1, size: MatrixSize): CellPlace | null {
  if (place.row === headRow) {
    const column = place.column + step;
    return column >= 0 && column < size.columns ? { row: headRow, column } : null;
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
