import type { MatrixLayout } from '../../../contract/matrix-layout.ts';
import { usualScale } from '../relation-scale.ts';
import { range, type Table, widthOf } from './table-cells.ts';

/** What a column of a template can be taken for. */
export const columnRoles = [
  'how',
  'whatName',
  'whatGroup',
  'importance',
  'kano',
  'current',
  'target',
  'salesPoint',
  'rating',
  'computed',
  'unused',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** What a row can be taken for. */
export const rowRoles = [
  'what',
  'howName',
  'howGroup',
  'direction',
  'unit',
  'targetValue',
  'difficulty',
  'ownRating',
  'rating',
  'roof',
  'title',
  'computed',
  'unused',
] as const;
export type RowRole = (typeof rowRoles)[number];

type SingleColumn =
  | 'importanceColumn'
  | 'kanoColumn'
  | 'currentColumn'
  | 'targetColumn'
  | 'salesPointColumn';
type SingleRow = 'directionRow' | 'unitRow' | 'targetValueRow' | 'difficultyRow' | 'ownRatingRow';

const singleColumns = {
  importance: 'importanceColumn',
  kano: 'kanoColumn',
  current: 'currentColumn',
  target: 'targetColumn',
  salesPoint: 'salesPointColumn',
} as const satisfies Partial<Record<ColumnRole, SingleColumn>>;
const singleRows = {
  direction: 'directionRow',
  unit: 'unitRow',
  targetValue: 'targetValueRow',
  difficulty: 'difficultyRow',
  ownRating: 'ownRatingRow',
} as const satisfies Partial<Record<RowRole, SingleRow>>;

export function columnRole(layout: MatrixLayout, column: number): ColumnRole {
  if (layout.howColumns.includes(column)) return 'how';
  if (layout.whatNameColumn === column) return 'whatName';
  if (layout.whatGroupColumns.includes(column)) return 'whatGroup';
  if (layout.ratingColumns.includes(column)) return 'rating';
  for (const role of columnRoles) {
    if (isSingleColumn(role) && layout[singleColumns[role]] === column) return role;
  }
  return layout.computedColumns.includes(column) ? 'computed' : 'unused';
}

export function rowRole(layout: MatrixLayout, row: number): RowRole {
  if (layout.whatRows.includes(row)) return 'what';
  if (layout.howNameRow === row) return 'howName';
  if (layout.howGroupRows.includes(row)) return 'howGroup';
  if (layout.ratingRows.includes(row)) return 'rating';
  if (layout.roof?.rows.includes(row) === true) return 'roof';
  if (layout.title?.row === row) return 'title';
  for (const role of rowRoles) {
    if (isSingleRow(role) && layout[singleRows[role]] === row) return role;
  }
  return layout.computedRows.includes(row) ? 'computed' : 'unused';
}

/**
 * The layout with a column taken for something else. A role that only one column can have is taken from the
 * one that had it. A layout needs a column of names: that role is moved, never taken away.
 */
export function withColumnRole(
  layout: MatrixLayout,
  column: number,
  role: ColumnRole,
): MatrixLayout {
  if (layout.whatNameColumn === column && role !== 'whatName') return layout;
  const cleared = withoutColumn(layout, column);
  if (isSingleColumn(role)) return { ...cleared, [singleColumns[role]]: column };
  switch (role) {
    case 'how':
      return { ...cleared, howColumns: inOrder(cleared.howColumns, column) };
    case 'whatName':
      return { ...cleared, whatNameColumn: column };
    case 'whatGroup':
      return { ...cleared, whatGroupColumns: inOrder(cleared.whatGroupColumns, column) };
    case 'rating':
      return { ...cleared, ratingColumns: inOrder(cleared.ratingColumns, column) };
    case 'computed':
      return { ...cleared, computedColumns: inOrder(cleared.computedColumns, column) };
    case 'unused':
      return cleared;
  }
}

/** The same of a row. A roof's rows are read from the one nearest to the heads upwards. */
export function withRowRole(layout: MatrixLayout, row: number, role: RowRole): MatrixLayout {
  if (layout.howNameRow === row && role !== 'howName') return layout;
  const cleared = withoutRow(layout, row);
  if (isSingleRow(role)) return { ...cleared, [singleRows[role]]: row };
  switch (role) {
    case 'what':
      return { ...cleared, whatRows: inOrder(cleared.whatRows, row) };
    case 'howName':
      return { ...cleared, howNameRow: row };
    case 'howGroup':
      return { ...cleared, howGroupRows: inOrder(cleared.howGroupRows, row) };
    case 'rating':
      return { ...cleared, ratingRows: inOrder(cleared.ratingRows, row) };
    case 'roof': {
      const { kind = 'leftTriangle', rows = [] } = cleared.roof ?? {};
      return { ...cleared, roof: { kind, rows: inOrder(rows, row).toReversed() } };
    }
    case 'title':
      return { ...cleared, title: { row, column: layout.title?.column ?? 0 } };
    case 'computed':
      return { ...cleared, computedRows: inOrder(cleared.computedRows, row) };
    case 'unused':
      return cleared;
  }
}

/**
 * Where to begin when nothing was recognised: names in the first column and the first row, everything else
 * a relation.
 */
export function plainLayout(table: Table): MatrixLayout {
  return {
    title: null,
    whatRows: range(1, table.length),
    whatNameColumn: 0,
    whatGroupColumns: [],
    howColumns: range(1, widthOf(table)),
    howNameRow: 0,
    howGroupRows: [],
    scale: usualScale,
    importanceColumn: null,
    kanoColumn: null,
    currentColumn: null,
    targetColumn: null,
    salesPointColumn: null,
    ratingColumns: [],
    directionRow: null,
    unitRow: null,
    targetValueRow: null,
    difficultyRow: null,
    ownRatingRow: null,
    ratingRows: [],
    roof: null,
    computedColumns: [],
    computedRows: [],
  };
}

function isSingleColumn(role: ColumnRole): role is keyof typeof singleColumns {
  return role in singleColumns;
}

function isSingleRow(role: RowRole): role is keyof typeof singleRows {
  return role in singleRows;
}

function withoutColumn(layout: MatrixLayout, column: number): MatrixLayout {
  const others = (columns: readonly number[]) => columns.filter((other) => other !== column);
  const kept = (own: number | null) => (own === column ? null : own);
  return {
    ...layout,
    howColumns: others(layout.howColumns),
    whatGroupColumns: others(layout.whatGroupColumns),
    ratingColumns: others(layout.ratingColumns),
    computedColumns: others(layout.computedColumns),
    importanceColumn: kept(layout.importanceColumn),
    kanoColumn: kept(layout.kanoColumn),
    currentColumn: kept(layout.currentColumn),
    targetColumn: kept(layout.targetColumn),
    salesPointColumn: kept(layout.salesPointColumn),
  };
}

function withoutRow(layout: MatrixLayout, row: number): MatrixLayout {
  const others = (rows: readonly number[]) => rows.filter((other) => other !== row);
  const kept = (own: number | null) => (own === row ? null : own);
  const roofRows = others(layout.roof?.rows ?? []);
  return {
    ...layout,
    title: layout.title?.row === row ? null : layout.title,
    whatRows: others(layout.whatRows),
    howGroupRows: others(layout.howGroupRows),
    ratingRows: others(layout.ratingRows),
    computedRows: others(layout.computedRows),
    directionRow: kept(layout.directionRow),
    unitRow: kept(layout.unitRow),
    targetValueRow: kept(layout.targetValueRow),
    difficultyRow: kept(layout.difficultyRow),
    ownRatingRow: kept(layout.ownRatingRow),
    roof: layout.roof === null || roofRows.length === 0 ? null : { ...layout.roof, rows: roofRows },
  };
}

function inOrder(places: readonly number[], added: number): number[] {
  return [...places, added].toSorted((a, b) => a - b);
}
