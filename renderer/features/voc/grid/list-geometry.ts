/** In px. */
export const headerHeight = 34;

/** How close the rows stand: the tall ones show two lines of what a customer said. */
export const densities = ['dense', 'normal', 'tall'] as const;
export type Density = (typeof densities)[number];

/** In px. */
export const rowHeights: Record<Density, number> = { dense: 26, normal: 32, tall: 50 };

/**
 * Browsers stop believing heights somewhere between 17 and 33 million px. Beyond this the scroll
 * bar's way is shorter than the rows', and the two are converted into each other.
 */
const tallestSheet = 15_000_000;

export interface ListGeometry {
  /** Height of one row, in px. */
  row: number;
  /** Height of all rows, in px. */
  rows: number;
  /** Height in which rows are seen. */
  view: number;
  /** Height of what is scrolled, with the header. */
  sheet: number;
}

export function listGeometry(length: number, viewHeight: number, row: number): ListGeometry {
  const rows = length * row;
  const view = Math.max(0, viewHeight - headerHeight);
  return { row, rows, view, sheet: Math.min(rows, tallestSheet) + headerHeight };
}

/** Whether one px of the scroll bar is one px of the rows. */
export function isToScale({ rows, sheet }: ListGeometry): boolean {
  return rows <= sheet - headerHeight;
}

/** How far the rows are moved up for a place of the scroll bar, both in px. */
export function positionOf(geometry: ListGeometry, scrollTop: number): number {
  const { rows, view, sheet } = geometry;
  if (isToScale(geometry)) return within(scrollTop, geometry);
  const way = sheet - headerHeight - view;
  return within((scrollTop / way) * (rows - view), geometry);
}

/** The place of the scroll bar for a position of the rows. */
export function scrollTopOf(geometry: ListGeometry, position: number): number {
  const { rows, view, sheet } = geometry;
  const inside = within(position, geometry);
  if (isToScale(geometry)) return inside;
  return (inside / (rows - view)) * (sheet - headerHeight - view);
}

/** The position that brings a row into sight with the least movement. */
export function positionToShow(geometry: ListGeometry, position: number, row: number): number {
  const top = row * geometry.row;
  const lowest = top + geometry.row - geometry.view;
  return within(Math.max(lowest, Math.min(position, top)), geometry);
}

export function within(position: number, { rows, view }: ListGeometry): number {
  return Math.max(0, Math.min(position, rows - view));
}

export interface RowWindow {
  /** First row in sight. */
  first: number;
  /** The row after the last in sight. */
  end: number;
}

export function rowsInSight(
  { row, view }: ListGeometry,
  position: number,
  length: number,
): RowWindow {
  const first = Math.floor(position / row);
  return { first, end: Math.min(length, Math.ceil((position + view) / row)) };
}
