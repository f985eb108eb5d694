import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseHow, HouseView } from '../../../core/contract/house.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { HouseEdit } from './house-edit.ts';

export type HowFields = Pick<HouseHow, 'name' | 'unit' | 'direction' | 'targetValue'>;

export interface HouseActions {
  /** Answers whether it was added. */
  addHow: (fields: HowFields) => Promise<boolean>;
  updateHow: (howId: number, patch: Partial<HowFields>) => void;
  moveHow: (column: number, step: 1 | -1) => void;
  removeHow: (how: HouseHow) => void;
  moveWhat: (row: number, step: 1 | -1) => void;
  removeWhat: (whatId: number, name: string) => void;
}

/** What changes the shape of a house, after everything made before it is kept. */
export function useHouseActions(
  view: HouseView,
  edit: (edit: HouseEdit) => void,
  whenSaved: () => Promise<void>,
): HouseActions {
  const { t } = useTranslation();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const inOrder = useCallback(
    (work: () => Promise<unknown>): Promise<boolean> => {
      const before = queue.current;
      const done = (async () => {
        await before;
        await whenSaved();
        try {
          await work();
          return true;
        } catch (error) {
          notifyError(error);
          return false;
        }
      })();
      queue.current = done;
      return done;
    },
    [whenSaved],
  );
  return useMemo(() => {
    const houseId = view.id;
    return {
      addHow: (fields) => inOrder(() => host.call('house.addHow', { houseId, ...fields })),
      updateHow: (howId, patch) =>
        void inOrder(() => host.call('house.updateHow', { howId, ...patch })),
      moveHow: (column, step) => {
        const how = view.hows[column];
        const position = column + step;
        if (how === undefined || position < 0 || position >= view.hows.length) return;
        edit({ kind: 'moveHow', input: { houseId, howId: how.howId, position } });
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
        const { whatId } = what;
        edit({ kind: 'moveWhat', input: { houseId, whatId, position } });
      },
      removeWhat: (whatId, name) =>
        void inOrder(async () => {
          await host.call('house.removeWhat', { houseId, whatId });
          notifyDone(t('house:what.removed', { name }));
        }),
    };
  }, [view, edit, inOrder, t]);
}
