import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseHow, HouseView } from '../../../core/contract/house.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';

export type HowFields = Pick<HouseHow, 'name' | 'unit' | 'direction' | 'targetValue'>;

export interface HouseActions {
  /** Answers whether it was added. */
  addHow: (fields: HowFields) => Promise<boolean>;
  updateHow: (howId: number, patch: Partial<HowFields>) => void;
  moveHow: (column: number, step: 1 | -1) => void;
  removeHow: (how: HouseHow) => void;
  moveWhat: (row: number, step: 1 | -1) => void;
  removeWhat: (requirementId: number, name: string) => void;
}

/**
 * What changes the shape of a house. Each waits for the cells typed before it, so that the host
 * hears of everything in the order it was made.
 */
export function useHouseActions(view: HouseView, whenSaved: () => Promise<void>): HouseActions {
  const { t } = useTranslation();
  return useMemo(() => {
    const houseId = view.id;
    const inOrder = async (work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await whenSaved();
        await work();
        return true;
      } catch (error) {
        notifyError(error);
        return false;
      }
    };
    return {
      addHow: (fields) => inOrder(() => host.call('house.addHow', { houseId, ...fields })),
      updateHow: (howId, patch) =>
        void inOrder(() => host.call('house.updateHow', { howId, ...patch })),
      moveHow: (column, step) => {
        const how = view.hows[column];
        const position = column + step;
        if (how === undefined || position < 0 || position >= view.hows.length) return;
        void inOrder(() => host.call('house.moveHow', { houseId, howId: how.howId, position }));
      },
      removeHow: ({ howId, name }) =>
        void inOrder(async () => {
          await host.call('house.removeHow', { houseId, howId });
          notifyDone(t('house:how.removed', { name }));
        }),
      moveWhat: (row, step) => {
        const what = view.whats[row];
        const position = row + step;
        if (what === undefined || position < 0 || position >= view.whats.length) return;
        const { requirementId } = what;
        void inOrder(() => host.call('house.moveWhat', { houseId, requirementId, position }));
      },
      removeWhat: (requirementId, name) =>
        void inOrder(async () => {
          await host.call('house.removeWhat', { houseId, requirementId });
          notifyDone(t('house:what.removed', { name }));
        }),
    };
  }, [view, whenSaved, t]);
}
