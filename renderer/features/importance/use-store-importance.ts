import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView, ImportanceSource } from '../../../core/contract/house.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { keptWords } from './kept-importance.ts';

/** Keeps what a source says and takes it into use, as one step; says which WHATs it says nothing about. */
export function useStoreImportance(
  house: HouseView,
): (source: ImportanceSource, values: { whatId: number; value: number }[]) => void {
  const { t } = useTranslation();
  const { mutate } = useHostMutation('house.storeImportance', {
    onSuccess: (_, { source, values }) => {
      const given = new Set(values.map(({ whatId }) => whatId));
      const used = t('importance:used', { source: t(`importance:sources.${source}`) });
      const without = house.whats.filter(({ whatId }) => !given.has(whatId));
      notifyDone([used, keptWords(t, without)].join(' ').trim());
    },
  });
  return useCallback(
    (source, values) => {
      if (values.length > 0) mutate({ houseId: house.id, source, values, andUse: true });
    },
    [mutate, house.id],
  );
}
