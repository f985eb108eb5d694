import type { TFunction } from 'i18next';

/** AG Grid's own words that our grids can show. */
export function gridWords(t: TFunction): Record<string, string> {
  return {
    noRowsToShow: t('app:grid.noRows'),
    loadingOoo: t('app:grid.loading'),
    ariaRowSelect: t('app:grid.selectRow'),
    ariaRowDeselect: t('app:grid.deselectRow'),
    ariaRowToggleSelection: t('app:grid.toggleRow'),
    ariaSortableColumn: t('app:grid.sortable'),
  };
}
