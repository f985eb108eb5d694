import type { SavedView, ViewColumn } from '../../../../core/contract/view.contract.ts';
import type { VocFilter, VocSort } from '../../../../core/contract/voc.contract.ts';
import { filterKey } from '../voc-filter-edit.ts';

/** What a view keeps. */
export interface ViewContent {
  filter: VocFilter;
  sort: VocSort;
  columns: readonly ViewColumn[];
}

/**
 * Whether the list shows something other than the view. A view without columns says nothing about
 * them; `usual` are those that everybody begins with.
 */
export function differsFrom(
  view: Pick<SavedView, 'filter' | 'sort' | 'columns'>,
  shown: ViewContent,
  usual: readonly ViewColumn[],
): boolean {
  const columns = view.columns.length === 0 ? usual : view.columns;
  return (
    filterKey(view.filter) !== filterKey(shown.filter) ||
    view.sort.field !== shown.sort.field ||
    view.sort.direction !== shown.sort.direction ||
    visibleKey(columns) !== visibleKey(shown.columns)
  );
}

/** Hidden columns have neither a place nor a width that anybody sees. */
function visibleKey(columns: readonly ViewColumn[]): string {
  return JSON.stringify(
    columns.filter(({ hidden }) => !hidden).map(({ id, width }) => [id, width]),
  );
}
