import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  isToScale,
  type ListGeometry,
  listGeometry,
  positionOf,
  positionToShow,
  scrollTopOf,
  within,
} from './list-geometry.ts';

export interface ListScroll {
  scroller: RefObject<HTMLDivElement | null>;
  geometry: ListGeometry;
  /** Width in which columns are seen, in px. */
  width: number;
  /** How far the rows are moved up, in px. */
  position: number;
  show: (row: number) => void;
  /** How far the columns are moved to the left, in px. */
  left: number;
  /** Brings a column into sight, given where it begins and how wide it is. */
  showAcross: (start: number, width: number) => void;
  toTop: () => void;
}

/** Follows the scroll bar, the wheel and the size of a list whose rows are drawn by hand. */
export function useListScroll(length: number, rowHeight: number): ListScroll {
  const scroller = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [position, setPosition] = useState(0);
  const [left, setLeft] = useState(0);
  const [drawnHeight, setDrawnHeight] = useState(rowHeight);
  if (drawnHeight !== rowHeight) {
    // Closer or wider rows: what stands at the top stays there.
    setDrawnHeight(rowHeight);
    setPosition((position * rowHeight) / drawnHeight);
  }
  const geometry = listGeometry(length, size.height, rowHeight);
  const latest = useRef({ geometry, position });
  latest.current.geometry = geometry;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const moveTo = useCallback((next: number) => {
    const inside = within(next, latest.current.geometry);
    latest.current.position = inside;
    setPosition(inside);
    const element = scroller.current;
    const top = scrollTopOf(latest.current.geometry, inside);
    if (element !== null && Math.abs(element.scrollTop - top) >= 1) element.scrollTop = top;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const onScroll = () => {
      setLeft(element.scrollLeft);
      const { geometry: now, position: known } = latest.current;
      // Our own movement comes back rounded to what the scroll bar can stand at.
      if (Math.abs(scrollTopOf(now, known) - element.scrollTop) < 1) return;
      const next = positionOf(now, element.scrollTop);
      latest.current.position = next;
      setPosition(next);
    };
    // A px of the wheel stays a px of the rows also where a px of the scroll bar is more.
    const onWheel = (event: WheelEvent) => {
      if (event.ctrlKey || event.deltaY === 0 || isToScale(latest.current.geometry)) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? latest.current.geometry.row : 1;
      moveTo(latest.current.position + event.deltaY * unit);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('wheel', onWheel);
    };
  }, [moveTo]);

  // A list that has become shorter, or a window that has grown, must not show what is past its end.
  const inside = within(position, geometry);
  useLayoutEffect(() => {
    latest.current.position = inside;
  }, [inside]);

  // The count came or changed: the scroll bar goes to where the rows in sight are now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the size changes
  useLayoutEffect(() => {
    moveTo(latest.current.position);
  }, [geometry.sheet, geometry.rows, moveTo]);

  const show = useCallback(
    (row: number) => {
      const { geometry: now, position: from } = latest.current;
      const next = positionToShow(now, from, row);
      if (next !== from) moveTo(next);
    },
    [moveTo],
  );
  const showAcross = useCallback((start: number, columnWidth: number) => {
    const element = scroller.current;
    if (element === null) return;
    const end = start + columnWidth;
    if (start < element.scrollLeft) element.scrollLeft = start;
    else if (end > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = Math.min(start, end - element.clientWidth);
    }
  }, []);
  const toTop = useCallback(() => moveTo(0), [moveTo]);
  return { scroller, geometry, width: size.width, position: inside, show, left, showAcross, toTop };
}
