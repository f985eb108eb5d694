import type { IDatasource, SortModelItem } from 'ag-grid-community';
import {
  type VocFilter,
  type VocSort,
  vocSortFields,
} from '../../../core/contract/voc.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';

const newestFirst: VocSort = { field: 'receivedAt', direction: 'desc' };

/** The rows of a filter as the grid asks for them, sorted by the host. */
export function vocDatasource(filter: VocFilter, onTotal: (total: number) => void): IDatasource {
  return {
    getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
      const page = { offset: startRow, limit: endRow - startRow };
      Promise.all([
        host.call('voc.listPage', { filter, sort: sortOf(sortModel), ...page }),
        host.call('voc.count', { filter }),
      ])
        .then(([{ rows }, { total }]) => {
          successCallback(rows, total);
          onTotal(total);
        })
        .catch((error: unknown) => {
          failCallback();
          notifyError(error);
        });
    },
  };
}

/** The grid's sorting in the host's terms. */
export function sortOf(model: readonly Pick<SortModelItem, 'colId' | 'sort'>[]): VocSort {
  const [first] = model;
  const field = vocSortFields.find((known) => known === first?.colId);
  return first === undefined || field === undefined
    ? newestFirst
    : { field, direction: first.sort === 'asc' ? 'asc' : 'desc' };
}
