import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';

/** Sizes in px before zoom. Rows and columns are all alike, so that places follow from counts. */
export interface GridMeasures {
  rows: number;
  columns: number;
  rowHeight: number;
  columnWidth: number;
  /** What stays in view while the rest scrolls, or scrolls away at the left. */
  leftWidth: number;
  leftStays: boolean;
  headHeight: number;
  footHeight: number;
  /** What stands above the heads and scrolls away. */
  roofHeight: number;
  zoom: number;
}

export interface GridWindow {
  firstRow: number;
  endRow: number;
  firstColumn: number;
  endColumn: number;
}

/** Matrices up to this many rows or columns are drawn whole. */
const drawnWhole = 60;
/** Cells drawn beyond each edge of the view, and the steps in which the window moves: few cells at a time. */
const margin = 8;
const step = 4;

/** The part of a big matrix that is drawn, and a way to bring a cell into view. */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  measures: GridMeasures,
): { drawn: GridWindow; bringIntoView: (row: number, column: number) => void } {
  const [drawn, setDrawn] = useState<GridWindow>(() => wholeOr(measures, 0, 0, 0, 0));
  const update = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const next = wholeOr(
      measures,
      box.scrollTop,
      box.scrollLeft,
      box.clientHeight,
      box.clientWidth,
    );
    setDrawn((known) => (sameWindow(known, next) ? known : next));
  }, [scroller, measures]);

  useLayoutEffect(update, [update]);
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const observer = new ResizeObserver(update);
    observer.observe(box);
    box.addEventListener('scroll', update, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', update);
    };
  }, [scroller, update]);

  const bringIntoView = useCallback(
    (row: number, column: number) => {
      const box = scroller.current;
      if (box === null) return;
      const { rowHeight, columnWidth, leftWidth, leftStays, headHeight, footHeight, zoom } =
        measures;
      if (row >= 0) {
        const room = box.clientHeight / zoom - headHeight - footHeight;
        const start = measures.roofHeight + row * rowHeight;
        const scrolled = box.scrollTop / zoom;
        const wanted = scrolledTo(start, rowHeight, scrolled, room);
        if (wanted !== scrolled) box.scrollTop = wanted * zoom;
      }
      if (column >= 0) {
        const room = box.clientWidth / zoom - (leftStays ? leftWidth : 0);
        const start = column * columnWidth + (leftStays ? 0 : leftWidth);
        const scrolled = box.scrollLeft / zoom;
        const wanted = scrolledTo(start, columnWidth, scrolled, room);
        if (wanted !== scrolled) box.scrollLeft = wanted * zoom;
      }
      update();
    },
    [scroller, measures, update],
  );
  return { drawn, bringIntoView };
}

/** The smallest scroll that shows all of a cell in the room that is not covered. */
function scrolledTo(start: number, size: number, scrolled: number, room: number): number {
  if (start < scrolled) return start;
  return start + size > scrolled + room ? start + size - room : scrolled;
}

function wholeOr(
  { rows, columns, rowHeight, columnWidth, roofHeight, leftWidth, leftStays, zoom }: GridMeasures,
  top: number,
  left: number,
  height: number,
  width: number,
): GridWindow {
  const [firstRow, endRow] = range(rows, top / zoom - roofHeight, height / zoom, rowHeight);
  const before = left / zoom - (leftStays ? 0 : leftWidth);
  const [firstColumn, endColumn] = range(columns, before, width / zoom, columnWidth);
  return { firstRow, endRow, firstColumn, endColumn };
}

function range(count: number, from: number, length: number, size: number): [number, number] {
  if (count <= drawnWhole) return [0, count];
  const first = Math.floor(Math.max(0, from) / size / step) * step - margin;
  const end = Math.ceil((from + length) / size / step) * step + margin;
  return [Math.max(0, first), Math.min(count, end)];
}

function sameWindow(a: GridWindow, b: GridWindow): boolean {
  return (
    a.firstRow === b.firstRow &&
    a.endRow === b.endRow &&
    a.firstColumn === b.firstColumn &&
    a.endColumn === b.endColumn
  );
}
