import { useCallback, useEffect, useRef, useState } from 'react';
import type { VocTicks } from '../voc-selection.ts';
import type { RowStore, RowStoreState } from './row-store.ts';

export interface ActiveCell {
  row: number;
  columnId: string;
  /** The VOC in that row; null until it is there. */
  id: number | null;
  /** Somebody went there; otherwise the VOC of a link goes on being read. */
  chosen: boolean;
}

interface ActiveCellOptions {
  store: RowStore;
  state: RowStoreState;
  ticks: VocTicks;
  /** The VOC a link asks to read; otherwise the first of a new list is read. */
  open: number | undefined;
}

/**
 * The cell one works in, and with it the VOC that is read. After an edit it stays with its VOC; where
 * that has left the list, the one that took its place is next.
 */
export function useActiveCell({ store, state, ticks, open }: ActiveCellOptions) {
  const [active, setActive] = useState<ActiveCell>(() => firstCell(open));
  const generation = useRef(state.generation);

  const goTo = useCallback(
    (row: number, columnId: string) => {
      const id = store.rowAt(row)?.id ?? null;
      setActive({ row, columnId, id, chosen: true });
      if (id !== null) ticks.activate(id);
    },
    [store, ticks],
  );

  useEffect(() => {
    if (state.blank) return;
    if (generation.current !== state.generation) {
      const isFirstList = generation.current === 0;
      generation.current = state.generation;
      if (!isFirstList) {
        ticks.clear();
        // At once the one that will be read: the pane goes from VOC to VOC, not by way of none.
        ticks.activate(open ?? store.rowAt(0)?.id ?? null);
      }
      setActive((known) => settled({ ...firstCell(open), columnId: known.columnId }, store, open));
      return;
    }
    setActive((known) => settled(known, store, open));
  }, [state, store, ticks, open]);

  const { id, chosen } = active;
  useEffect(() => {
    if (id !== null && (chosen || ticks.activeId() === null)) ticks.activate(id);
  }, [id, chosen, ticks]);

  return [active, goTo] as const;
}

function firstCell(open: number | undefined): ActiveCell {
  return { row: 0, columnId: 'text', id: null, chosen: open === undefined };
}

/** The cell once more with what is there now; the same object when nothing is different. */
function settled(cell: ActiveCell, store: RowStore, open: number | undefined): ActiveCell {
  const { row, id, chosen } = cell;
  if (!chosen && open !== undefined) {
    const place = store.indexOf(open);
    if (place !== null) return { ...cell, row: place, id: open, chosen: true };
  }
  const here = store.rowAt(row);
  if (id === null) return here === undefined ? cell : { ...cell, id: here.id };
  if (here?.id === id) return cell;
  const place = store.indexOf(id);
  if (place !== null) return { ...cell, row: place };
  if (here !== undefined) return { ...cell, id: here.id };
  const { length, total } = store.state();
  // The last of the list is gone: the one before it is next.
  if (total !== null && row >= length && length > 0) {
    const last = length - 1;
    return { ...cell, row: last, id: store.rowAt(last)?.id ?? null };
  }
  return cell;
}
