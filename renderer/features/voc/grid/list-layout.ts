import type { ViewColumn } from '../../../../core/contract/view.contract.ts';
import type { VocSort } from '../../../../core/contract/voc.contract.ts';
import type { VocColumn } from '../voc-columns.tsx';

export const newestFirst: VocSort = { field: 'receivedAt', direction: 'desc' };

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
