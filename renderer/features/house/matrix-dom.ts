import type { CellPlace } from './matrix-selection.ts';
import type { MatrixSizes } from './matrix-sizes.ts';

/** The id of the head that names the relations of a line, which stand in a row of their own beside it. */
export const whatHeadId = (lineId: number) => `matrix-what-${lineId}`;

export function cellAt(grid: HTMLElement | null, { row, column }: CellPlace): HTMLElement | null {
  return grid?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}

/** What of a cell has the focus when the cell is active. */
export function focusCell(cell: HTMLElement | null): void {
  const field = cell?.querySelector<HTMLElement>('[data-cell-focus]') ?? cell;
  field?.focus({ preventScroll: true });
}

/** Something is being typed into this: its keys are its own. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.dataset.writing !== undefined;
}

export function placeOf(target: EventTarget | null): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-row][data-column]');
  if (cell === null) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

const tools = ['menu', 'voc', 'trail', 'toggle'] as const;
export type MatrixTool = (typeof tools)[number];

export function toolOf(target: EventTarget | null): MatrixTool | null {
  if (!(target instanceof Element)) return null;
  const tool = target.closest<HTMLElement>('[data-tool]')?.dataset.tool;
  return tools.find((known) => known === tool) ?? null;
}

/** Rows that PageUp and PageDown go. */
export function rowsPerPage(
  scroller: HTMLElement | null,
  { headHeight, footHeight, rowHeight }: MatrixSizes,
  zoom: number,
): number {
  const room = (scroller?.clientHeight ?? 0) / zoom - headHeight - footHeight;
  return Math.max(1, Math.floor(room / rowHeight) - 1);
}
