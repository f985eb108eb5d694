import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportanceSource } from '../../../core/contract/house.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';

/** Keeps what a source says and takes it into use, as one step. */
export function useStoreImportance(
  houseId: number,
): (source: ImportanceSource, values: { whatId: number; value: number }[]) => void {
  const { t } = useTranslation();
  const { mutate } = useHostMutation('house.storeImportance', {
    onSuccess: (_, { source }) =>
      notifyDone(t('importance:used', { source: t(`importance:sources.${source}`) })),
  });
  return useCallback(
    (source, values) => {
      if (values.length > 0) mutate({ houseId, source, values, andUse: true });
    },
    [mutate, houseId],
  );
}
