import type { ColumnState, GridApi } from 'ag-grid-community';
import { useCallback, useMemo, useRef } from 'react';
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
  const latest = useRef(stored);
  latest.current = stored;
  const save = useCallback(
    (api: GridApi<Row>) => store(api.getColumnState().map(memoryOf)),
    [store],
  );
  const events = useMemo(
    () => ({
      onGridReady: ({ api }: { api: GridApi<Row> }) => {
        if (latest.current.length > 0) {
          api.applyColumnState({ state: latest.current.map(stateOf), applyOrder: true });
        }
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
    [save],
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
