import type { CSSProperties } from 'react';
import type { VocListRow } from '../../../../core/contract/voc.contract.ts';
import type { VocColumn } from '../voc-columns.tsx';
import { headerHeight } from './list-geometry.ts';
import type { View } from './use-held-view.ts';
import type { ListLayout } from './use-list-layout.ts';

export const tickWidth = 34;

/** In px. The column that grows takes what the others leave, and not less than its own width. */
export function columnWidths(
  columns: readonly VocColumn[],
  layout: ListLayout,
  room: number,
): number[] {
  const set = columns.map(
    ({ id, width }) => layout.columns.find((column) => column.id === id)?.width ?? width,
  );
  const left = room - set.reduce((sum, width) => sum + width, 0);
  const grower = columns.findIndex(({ grows }) => grows === true);
  return set.map((width, place) => (place === grower && left > 0 ? width + left : width));
}

/** Where a column begins, in px; the first begins behind the ticks, which come into sight with it. */
export function startOf(widths: readonly number[], place: number): number {
  if (place === 0) return 0;
  return tickWidth + widths.slice(0, place).reduce((sum, width) => sum + width, 0);
}

export function keyFieldStyle(
  widths: readonly number[],
  place: number,
  row: number,
  view: View,
  rowHeight: number,
  scrolledLeft: number,
): CSSProperties {
  const isInSight = row >= view.first && row < view.end;
  const top = isInSight ? Math.max(0, Math.round(row * rowHeight - view.position)) : 0;
  return {
    left: Math.max(0, (place === 0 ? tickWidth : startOf(widths, place)) - scrolledLeft),
    width: widths[place] ?? 40,
    top: headerHeight + top,
  };
}

export function labelOf(
  column: VocColumn | undefined,
  voc: VocListRow | undefined,
  list: string,
): string {
  if (column === undefined || voc === undefined) return list;
  return `${column.header}: ${column.text(voc)}`;
}

export function placeOf(
  target: EventTarget | null,
): { row: number; columnId: string | null } | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  if (row === undefined) return null;
  const columnId = target.closest<HTMLElement>('[data-column]')?.dataset.column ?? null;
  return { row: Number(row), columnId };
}

/** The row whose tick was pressed. */
export function tickOf(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('[data-column]') !== null) return null;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  return row === undefined ? null : Number(row);
}
