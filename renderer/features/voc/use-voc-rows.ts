import type { CellFocusedEvent, GridApi } from 'ag-grid-community';
import {
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import type { VocFilter, VocRow } from '../../../core/contract/voc.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import type { VocGridContext } from './voc-columns.tsx';
import { sortOf, vocDatasource } from './voc-datasource.ts';
import type { VocSelection } from './voc-selection.ts';

interface VocRowsOptions {
  filter: VocFilter;
  /** The VOC a link asks to read; otherwise the first of a new list is read. */
  open: number | undefined;
  selection: VocSelection;
  total: number;
  onTotal: (total: number) => void;
}

export interface VocRows {
  context: VocGridContext;
  ready: (api: GridApi<VocRow>) => void;
  focused: (event: CellFocusedEvent<VocRow>) => void;
  /** Rows came in: what waited for them can go on. */
  arrived: () => void;
  clicked: (row: { id: number }, event: MouseEvent) => void;
  pressed: (event: PointerEvent) => void;
  keyPressed: (event: KeyboardEvent) => void;
  /** These were removed: the next row takes the place of the one being read. */
  leave: (ids: readonly number[]) => void;
  tickAll: () => void;
}

/** Loads the rows of the list, follows the focus with the reading pane, and ticks rows. */
export function useVocRows({ filter, open, selection, total, onTotal }: VocRowsOptions): VocRows {
  const api = useRef<GridApi<VocRow> | null>(null);
  const current = useRef({ filter, total, open });
  current.current = { filter, total, open };
  /** Row from which Shift extends. */
  const anchor = useRef(0);
  const extending = useRef(false);
  /** A row whose VOC shall be read as soon as it is there. */
  const waitingFor = useRef<number | null>(null);
  /** A row that took the focus unasked: the VOC of a link goes on being read. */
  const quietFocus = useRef<number | null>(null);
  const gone = useRef<ReadonlySet<number>>(new Set());

  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    selection.clear();
    selection.activate(current.current.open ?? null);
    api.current?.clearFocusedCell();
    api.current?.setGridOption('datasource', vocDatasource(filter, onTotal));
  }, [filter, onTotal, selection]);

  useEffect(
    () =>
      host.on('areas.changed', ({ areas }) => {
        if (areas.includes('voc') || areas.includes('requirement')) {
          api.current?.refreshInfiniteCache();
        }
      }),
    [],
  );

  const tickAll = useCallback(() => {
    host
      .call('voc.listIds', { filter: current.current.filter })
      .then(({ ids }) => selection.replace(ids))
      .catch(notifyError);
  }, [selection]);

  const tickTo = useCallback(
    (index: number) => {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      idsBetween(api.current, current.current.filter, from, to)
        .then((ids) => selection.add(ids))
        .catch(notifyError);
    },
    [selection],
  );

  return useMemo<VocRows>(() => {
    const tick: VocGridContext['tick'] = (row, toRow) => {
      if (toRow) tickTo(row.index);
      else selection.toggle(row.id);
    };
    // The grid tells of a new focus a moment later: where extending begins is asked, not remembered.
    const extend = (isExtending: boolean) => {
      if (isExtending && !extending.current) anchor.current = focusedRow(api.current);
      extending.current = isExtending;
    };
    const activateRow = (index: number) => {
      const lastIndex = (api.current?.getDisplayedRowCount() ?? 0) - 1;
      const row = api.current?.getDisplayedRowAtIndex(Math.min(index, lastIndex))?.data;
      const isThere = row !== undefined && !gone.current.has(row.id);
      waitingFor.current = isThere ? null : index;
      if (isThere) selection.activate(row.id);
    };
    return {
      context: {
        selection,
        search: () => current.current.filter.search ?? '',
        total: () => current.current.total,
        tick,
        tickAll,
      },
      ready: (grid) => {
        api.current = grid;
        grid.setGridOption('datasource', vocDatasource(current.current.filter, onTotal));
      },
      focused: ({ rowIndex }) => {
        if (rowIndex === null) return;
        if (rowIndex === quietFocus.current) {
          quietFocus.current = null;
          return;
        }
        activateRow(rowIndex);
        if (extending.current) tickTo(rowIndex);
      },
      arrived: () => {
        if (waitingFor.current !== null) activateRow(waitingFor.current);
        else if (selection.activeId() === null) activateRow(focusedRow(api.current));
        quietFocus.current = focusWhenIdle(api.current, selection.activeId()) ?? quietFocus.current;
      },
      clicked: (row, event) => {
        if (event.ctrlKey || event.metaKey) selection.toggle(row.id);
      },
      pressed: (event) => extend(event.shiftKey),
      keyPressed: (event) => {
        if (event.key === ' ') {
          event.preventDefault();
          event.stopPropagation();
          const row = api.current?.getDisplayedRowAtIndex(focusedRow(api.current))?.data;
          if (row !== undefined) selection.toggle(row.id);
        }
        extend(event.shiftKey && /^(Arrow(Up|Down)|Page|Home|End)/.test(event.key));
      },
      leave: (ids) => {
        gone.current = new Set(ids);
        waitingFor.current = focusedRow(api.current);
        selection.clear();
        selection.activate(null);
      },
      tickAll,
    };
  }, [selection, tickAll, tickTo, onTotal]);
}

function focusedRow(api: GridApi<VocRow> | null): number {
  return api?.getFocusedCell()?.rowIndex ?? 0;
}

/**
 * The list takes the keys at once when nothing else has them, on the VOC being read or, when the
 * list does not hold it, on the first row; answers with the row in the second case.
 */
function focusWhenIdle(api: GridApi<VocRow> | null, activeId: number | null): number | null {
  const idle = document.activeElement === document.body || document.activeElement?.id === 'room';
  if (!idle || api === null || api.getDisplayedRowAtIndex(0)?.data === undefined) return null;
  const index = activeId === null ? null : (api.getRowNode(String(activeId))?.rowIndex ?? null);
  api.ensureIndexVisible(index ?? 0);
  api.setFocusedCell(index ?? 0, 'text');
  return index === null ? 0 : null;
}

/** Ids of a range of rows, also of rows the grid has not loaded. */
async function idsBetween(
  api: GridApi<VocRow> | null,
  filter: VocFilter,
  from: number,
  to: number,
): Promise<number[]> {
  const known = Array.from(
    { length: to - from + 1 },
    (_, step) => api?.getDisplayedRowAtIndex(from + step)?.data?.id,
  );
  if (known.every((id) => id !== undefined)) return known;
  const sort = sortOf(sortModelOf(api));
  const ids: number[] = [];
  for (let offset = from; offset <= to; offset += pageSize) {
    const limit = Math.min(pageSize, to - offset + 1);
    const { rows } = await host.call('voc.listPage', { filter, sort, offset, limit });
    ids.push(...rows.map((row) => row.id));
  }
  return ids;
}

/** The most rows the host gives at once. */
const pageSize = 1000;

export function sortModelOf(
  api: GridApi<VocRow> | null,
): { colId: string; sort: 'asc' | 'desc' }[] {
  return (api?.getColumnState() ?? []).flatMap(({ colId, sort }) =>
    sort === 'asc' || sort === 'desc' ? [{ colId, sort }] : [],
  );
}
