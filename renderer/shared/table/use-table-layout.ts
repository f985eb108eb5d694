import { useMemo } from 'react';
import { usePreference } from '../host/preferences.ts';
import type { TableSort } from './table-column.ts';

export interface TableLayout {
  sort: TableSort | null;
  toggleSort: (columnId: string) => void;
  hidden: readonly string[];
  setShown: (columnId: string, shown: boolean) => void;
}

const noColumns: string[] = [];
const noSort: TableSort = { columnId: '', direction: 'ascending' };

/** Sorting and hidden columns of a table, remembered under one preference. */
export function useTableLayout(
  preferenceKey: string,
  hiddenAtFirst: string[] = noColumns,
): TableLayout {
  const [sort, setSort] = usePreference(`${preferenceKey}.sort`, noSort, isSort);
  const [hidden, setHidden] = usePreference(`${preferenceKey}.hidden`, hiddenAtFirst, isNames);
  return useMemo(
    () => ({
      sort: sort.columnId === '' ? null : sort,
      toggleSort: (columnId) => setSort(nextSort(sort, columnId)),
      hidden,
      setShown: (columnId, shown) => {
        const others = hidden.filter((id) => id !== columnId);
        setHidden(shown ? others : [...others, columnId]);
      },
    }),
    [sort, setSort, hidden, setHidden],
  );
}

/** Up, down, and back to the order the list came in. */
function nextSort(sort: TableSort, columnId: string): TableSort {
  if (sort.columnId !== columnId) return { columnId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : noSort;
}

function isSort(value: unknown): value is TableSort {
  return (
    typeof value === 'object' &&
    value !== null &&
    'columnId' in value &&
    typeof value.columnId === 'string' &&
    'direction' in value &&
    (value.direction === 'ascending' || value.direction === 'descending')
  );
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
