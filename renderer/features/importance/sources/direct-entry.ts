import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../../core/contract/app-error.ts';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import { parseImportanceEntry } from '../../../../core/domain/house/importance-entry.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { notifyDone, notifyError } from '../../../shared/ui/notify.ts';

export type EnterDirect = (row: number, entries: readonly string[]) => void;

/**
 * Takes importances typed or pasted into the direct column from a row downwards, all or none. While
 * another source is in use they are kept beside it and change nothing of the house.
 */
export function useDirectEntry(house: HouseView): EnterDirect {
  const { t } = useTranslation();
  const { mutate: set } = useHostMutation('house.setImportance');
  const { mutate: store } = useHostMutation('house.storeImportance', {
    onSuccess: () => notifyDone(t('importance:direct.kept')),
  });
  return useCallback(
    (row, entries) => {
      const values = entries.flatMap((entry, i) => {
        const what = house.whats[row + i];
        const value = parseImportanceEntry(entry);
        return what === undefined || value === null ? [] : [{ whatId: what.whatId, value }];
      });
      if (values.length < entries.length || values.length === 0) {
        notifyError(
          new AppError('importance.notImportances', { count: entries.length - values.length }),
        );
        return;
      }
      const houseId = house.id;
      if (house.importanceSource !== 'direct') store({ houseId, source: 'direct', values });
      else {
        set({
          houseId,
          values: values.map(({ whatId, value }) => ({ whatId, importance: value })),
        });
      }
    },
    [house, set, store],
  );
}
