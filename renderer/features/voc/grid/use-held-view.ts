import { useRef } from 'react';
import type { RowWindow } from './list-geometry.ts';
import type { RowStore } from './row-store.ts';

/** Rows at a place of the list, which is in px. */
export interface View extends RowWindow {
  position: number;
}

/** Places passed through lately whose rows may still come. */
const mostRecent = 40;

/**
 * The rows that are drawn: those in sight as soon as all of them are there. Until then those of the
 * latest place one came through that has its rows, which stand still while the scroll bar goes on;
 * whoever drags it thus sees the list go by, however fast. `list` names what the places are in:
 * another list, or rows of another height, have others.
 */
export function useHeldView(store: RowStore, wanted: View, list: string): View {
  const recent = useRef<{ views: View[]; list: string }>({ views: [wanted], list });
  const isNewList = recent.current.list !== list;
  const views = isNewList ? [] : recent.current.views;
  const last = views.at(-1);
  const isSame = last?.position === wanted.position && last.end === wanted.end;
  const passed = isSame ? views : [...views, wanted];
  const shown = passed.findLastIndex((view) => everyRow(store, view));
  // What one has not seen by now is not gone back to; something stands there in any case.
  const kept = passed.slice(Math.max(0, shown));
  recent.current = {
    views: [...kept.slice(0, 1), ...kept.slice(1).slice(-mostRecent)],
    list,
  };
  return recent.current.views[0] ?? wanted;
}

function everyRow(store: RowStore, { first, end }: RowWindow): boolean {
  for (let row = first; row < end; row++) if (store.rowAt(row) === undefined) return false;
  return true;
}
