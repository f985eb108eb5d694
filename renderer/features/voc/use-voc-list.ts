import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { VocFilter, VocSort } from '../../../core/contract/voc.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import { type RowSource, RowStore, type RowStoreState } from './grid/row-store.ts';
import type { VocTicks } from './voc-selection.ts';

const hostRows: RowSource = {
  page: async ({ filter, sort, extraFieldIds }, offset, limit) => {
    const input = { filter, sort, offset, limit, extraFieldIds };
    return (await host.call('voc.listPage', input)).rows;
  },
  count: async ({ filter }) => (await host.call('voc.count', { filter })).total,
};

interface VocListOptions {
  filter: VocFilter;
  sort: VocSort;
  extraFieldIds: readonly number[];
  ticks: VocTicks;
}

/** The rows of the list, kept in step with the filter, the order and the host's edits. */
export function useVocList(options: VocListOptions): [RowStore, RowStoreState] {
  const { filter, sort, extraFieldIds, ticks } = options;
  const [store] = useState(() => new RowStore(hostRows, notifyError));
  const extraKey = extraFieldIds.join();
  const query = useMemo(
    () => ({ filter, sort, extraFieldIds: extraKey === '' ? [] : extraKey.split(',').map(Number) }),
    [filter, sort, extraKey],
  );
  useEffect(() => store.show(query), [store, query]);
  useEffect(
    () =>
      host.on('areas.changed', ({ areas }) => {
        if (areas.includes('voc') || areas.includes('requirement')) store.refresh();
      }),
    [store],
  );
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { total } = state;
  useEffect(() => {
    if (total !== null) ticks.recount(total);
  }, [total, ticks]);
  return [store, state];
}
