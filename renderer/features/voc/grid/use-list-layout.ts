import { useCallback, useMemo, useState } from 'react';
import { type ViewColumn, viewColumnSchema } from '../../../../core/contract/view.contract.ts';
import { type VocSort, vocSortSchema } from '../../../../core/contract/voc.contract.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import type { VocColumn } from '../voc-columns.tsx';

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

export const newestFirst: VocSort = { field: 'receivedAt', direction: 'desc' };
export const leastWidth = 40;
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

/** What was remembered, and columns that came since at the end; columns that are gone are left out. */
export function arrangedColumns(
  defined: readonly VocColumn[],
  stored: readonly ViewColumn[],
): ViewColumn[] {
  const known = stored.filter(({ id }) => defined.some((column) => column.id === id));
  const added = defined
    .filter(({ id }) => !stored.some((column) => column.id === id))
    .map(({ id, width, hiddenAtFirst }) => ({ id, width, hidden: hiddenAtFirst === true }));
  return [...known, ...added].map((column) => {
    const isFixed = defined.find(({ id }) => id === column.id)?.fixed === true;
    return isFixed ? { ...column, hidden: false } : column;
  });
}

export function movedColumn(
  columns: readonly ViewColumn[],
  id: string,
  before: string | null,
): ViewColumn[] {
  const moved = columns.find((column) => column.id === id);
  const others = columns.filter((column) => column.id !== id);
  if (moved === undefined || id === before) return [...columns];
  const place = before === null ? -1 : others.findIndex((column) => column.id === before);
  return others.toSpliced(place < 0 ? others.length : place, 0, moved);
}

/** Down, up, and back to newest first. What is best known comes first: the newest, the gravest. */
export function nextSort(sort: VocSort, field: VocSort['field']): VocSort {
  const first = descendingFirst.has(field) ? 'desc' : 'asc';
  if (sort.field !== field) return { field, direction: first };
  if (sort.direction === first) return { field, direction: first === 'asc' ? 'desc' : 'asc' };
  return field === 'receivedAt' ? { field, direction: first } : newestFirst;
}

const descendingFirst: ReadonlySet<VocSort['field']> = new Set(['receivedAt', 'severity', 'id']);

function isColumns(value: unknown): value is ViewColumn[] {
  return viewColumnSchema.array().safeParse(value).success;
}

function isSort(value: unknown): value is VocSort {
  return vocSortSchema.safeParse(value).success;
}
