import type { ColumnState, GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { usePreference } from '../host/preferences.ts';

/** What is remembered of one column. Order in the list is order on screen. */
interface ColumnMemory {
  [property: string]: string | number | boolean | null;
  colId: string;
  width: number;
  /** Set while the column fills the room that is left; its width then says nothing. */
  flex: number | null;
  hide: boolean;
  sort: 'asc' | 'desc' | null;
}

interface ColumnLayout<Row> {
  /** Hand these to the grid. */
  events: {
    onGridReady: (event: { api: GridApi<Row> }) => void;
    onColumnResized: (event: { api: GridApi<Row>; finished: boolean; source: string }) => void;
    onColumnMoved: (event: { api: GridApi<Row>; finished: boolean; source: string }) => void;
    onColumnVisible: (event: { api: GridApi<Row>; source: string }) => void;
    onSortChanged: (event: { api: GridApi<Row>; source: string }) => void;
  };
  /** Back to the columns as they were made. */
  reset: (api: GridApi<Row>) => void;
}

const noColumns: ColumnMemory[] = [];

/** Remembers widths, order, visibility and sorting of a grid's columns under one preference. */
export function useColumnLayout<Row>(preferenceKey: string): ColumnLayout<Row> {
  const [stored, store] = usePreference(preferenceKey, noColumns, isColumnMemory);
  const grid = useRef<GridApi<Row> | null>(null);
  const isApplied = useRef(false);
  // What is remembered may come after the grid is ready; what one changes is not applied again.
  const apply = useCallback((columns: ColumnMemory[]) => {
    if (grid.current === null || isApplied.current || columns.length === 0) return;
    isApplied.current = true;
    grid.current.applyColumnState({ state: columns.map(stateOf), applyOrder: true });
  }, []);
  useEffect(() => apply(stored), [apply, stored]);
  const latest = useRef(stored);
  latest.current = stored;
  const save = useCallback(
    (api: GridApi<Row>) => {
      isApplied.current = true;
      store(api.getColumnState().map(memoryOf));
    },
    [store],
  );
  const events = useMemo(
    () => ({
      onGridReady: ({ api }: { api: GridApi<Row> }) => {
        grid.current = api;
        isApplied.current = false;
        apply(latest.current);
      },
      onColumnResized: (event: { api: GridApi<Row>; finished: boolean; source: string }) => {
        if (event.finished && event.source === 'uiColumnResized') save(event.api);
      },
      onColumnMoved: (event: { api: GridApi<Row>; finished: boolean; source: string }) => {
        if (event.finished && event.source === 'uiColumnMoved') save(event.api);
      },
      onColumnVisible: (event: { api: GridApi<Row>; source: string }) => {
        if (event.source === 'api') save(event.api);
      },
      onSortChanged: (event: { api: GridApi<Row>; source: string }) => {
        if (event.source === 'uiColumnSorted') save(event.api);
      },
    }),
    [apply, save],
  );
  const reset = useCallback(
    (api: GridApi<Row>) => {
      api.resetColumnState();
      store(noColumns);
    },
    [store],
  );
  return { events, reset };
}

function memoryOf(state: ColumnState): ColumnMemory {
  return {
    colId: state.colId,
    width: state.width ?? 0,
    flex: state.flex ?? null,
    hide: state.hide ?? false,
    sort: state.sort ?? null,
  };
}

function stateOf(memory: ColumnMemory): ColumnState {
  const { colId, width, flex, hide, sort } = memory;
  return flex === null ? { colId, width, flex, hide, sort } : { colId, flex, hide, sort };
}

function isColumnMemory(value: unknown): value is ColumnMemory[] {
  return (
    Array.isArray(value) &&
    value.every(
      (entry) =>
        typeof entry === 'object' &&
        entry !== null &&
        'colId' in entry &&
        typeof entry.colId === 'string',
    )
  );
}
