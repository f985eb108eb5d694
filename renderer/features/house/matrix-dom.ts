import type { MatrixToolRequest } from './HouseMatrix.tsx';
import type { CellPlace } from './matrix-selection.ts';
import type { MatrixSizes } from './matrix-sizes.ts';

export function cellAt(grid: HTMLElement | null, { row, column }: CellPlace): HTMLElement | null {
  return grid?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}

export function placeOf(target: EventTarget | null): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-row][data-column]');
  if (cell === null) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

export function toolOf(target: EventTarget | null): MatrixToolRequest['tool'] | null {
  if (!(target instanceof Element)) return null;
  const tool = target.closest<HTMLElement>('[data-tool]')?.dataset.tool;
  return tool === 'menu' || tool === 'voc' || tool === 'trail' ? tool : null;
}

/** Rows that PageUp and PageDown go. */
export function rowsPerPage(
  scroller: HTMLElement | null,
  { headHeight, footHeight, rowHeight }: MatrixSizes,
): number {
  const room = (scroller?.clientHeight ?? 0) - headHeight - footHeight;
  return Math.max(1, Math.floor(room / rowHeight) - 1);
}
