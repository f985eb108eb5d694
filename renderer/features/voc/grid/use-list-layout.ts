import { useCallback, useMemo, useState } from 'react';
import { type ViewColumn, viewColumnSchema } from '../../../../core/contract/view.contract.ts';
import { type VocSort, vocSortSchema } from '../../../../core/contract/voc.contract.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import type { VocColumn } from '../voc-columns.tsx';
import { arrangedColumns, movedColumn, newestFirst, nextSort } from './list-layout.ts';

export interface ListLayout {
  sort: VocSort;
  /** Every column there is, in order. */
  columns: ViewColumn[];
  /** As a view keeps it. */
  apply: (layout: { sort: VocSort; columns: readonly ViewColumn[] }) => void;
  sortBy: (field: VocSort['field']) => void;
  resize: (id: string, width: number) => void;
  /** The same while somebody still drags: nothing is remembered yet. */
  preview: (id: string, width: number) => void;
  setHidden: (id: string, hidden: boolean) => void;
  /** To the place before another column; null: to the end. */
  move: (id: string, before: string | null) => void;
  reset: () => void;
}

const leastWidth = 40;
const mostWidth = 1200;

const noLayout: ViewColumn[] = [];

/** Order, widths and visibility of the columns and the order of the rows, remembered. */
export function useListLayout(defined: readonly VocColumn[]): ListLayout {
  const [stored, store] = usePreference('voc.layout', noLayout, isColumns);
  const [sort, storeSort] = usePreference<VocSort>('voc.sort', newestFirst, isSort);
  const [dragged, setDragged] = useState<{ id: string; width: number } | null>(null);
  const columns = useMemo(
    () =>
      arrangedColumns(defined, stored).map((column) =>
        column.id === dragged?.id ? { ...column, width: dragged.width } : column,
      ),
    [defined, stored, dragged],
  );
  const change = useCallback(
    (id: string, part: Partial<ViewColumn>) =>
      store(columns.map((column) => (column.id === id ? { ...column, ...part } : column))),
    [columns, store],
  );
  return useMemo<ListLayout>(
    () => ({
      sort,
      columns,
      apply: (layout) => {
        storeSort(layout.sort);
        store([...layout.columns]);
      },
      sortBy: (field) => storeSort(nextSort(sort, field)),
      resize: (id, width) => {
        setDragged(null);
        change(id, { width: fitting(width) });
      },
      preview: (id, width) => setDragged({ id, width: fitting(width) }),
      setHidden: (id, hidden) => change(id, { hidden }),
      move: (id, before) => store(movedColumn(columns, id, before)),
      reset: () => {
        store(noLayout);
        storeSort(newestFirst);
      },
    }),
    [sort, columns, store, storeSort, change],
  );
}

function fitting(width: number): number {
  return Math.round(Math.min(mostWidth, Math.max(leastWidth, width)));
}

function isColumns(value: unknown): value is ViewColumn[] {
  return viewColumnSchema.array().safeParse(value).success;
}

function isSort(value: unknown): value is VocSort {
  return vocSortSchema.safeParse(value).success;
}
