import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseHow, HouseView } from '../../../core/contract/house.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { HouseEdit } from './house-edit.ts';
import { howNodes, type SideNode, type SideStep, stepTarget, whatNodes } from './side-moves.ts';

export type HowFields = Pick<HouseHow, 'name' | 'unit' | 'direction' | 'targetValue'>;
export type HouseSide = 'what' | 'how';

export interface HouseActions {
  /** Answers whether it was added. */
  addHow: (fields: HowFields) => Promise<boolean>;
  addHows: (names: string[]) => Promise<boolean>;
  addOwnWhats: (names: string[]) => Promise<boolean>;
  updateHow: (howId: number, patch: Partial<HowFields>) => void;
  /** Of a WHAT of the house's own, a HOW or a group. */
  rename: (side: HouseSide, id: number, name: string) => void;
  /** Answers whether there was anywhere to go. */
  move: (side: HouseSide, id: number, step: SideStep) => boolean;
  remove: (side: HouseSide, id: number, name: string) => void;
  group: (side: HouseSide, ids: number[], name: string) => void;
  /** What is in the group moves up a level. */
  ungroup: (side: HouseSide, groupId: number, name: string) => void;
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
  const latest = useRef(view);
  latest.current = view;
  return useMemo(() => {
    const houseId = latest.current.id;
    return {
      addHow: (fields) => inOrder(() => host.call('house.addHow', { houseId, ...fields })),
      addHows: (names) =>
        inOrder(async () => {
          await host.call('house.addHows', { houseId, names });
          if (names.length > 1) notifyDone(t('house:how.addedMany', { count: names.length }));
        }),
      addOwnWhats: (names) =>
        inOrder(async () => {
          await host.call('house.addOwnWhats', { houseId, names });
          if (names.length > 1) notifyDone(t('house:what.addedMany', { count: names.length }));
        }),
      updateHow: (howId, patch) =>
        void inOrder(() => host.call('house.updateHow', { howId, ...patch })),
      rename: (side, id, name) =>
        edit(
          side === 'what'
            ? { kind: 'renameWhat', input: { houseId, whatId: id, name } }
            : { kind: 'renameHow', input: { houseId, howId: id, name } },
        ),
      move: (side, id, step) => {
        const target = stepTarget(nodesOf(latest.current, side), id, step);
        if (target === null) return false;
        edit(
          side === 'what'
            ? { kind: 'moveWhat', input: { houseId, whatId: id, ...target } }
            : { kind: 'moveHow', input: { houseId, howId: id, ...target } },
        );
        return true;
      },
      remove: (side, id, name) =>
        void inOrder(async () => {
          await removeFrom(side, houseId, id);
          notifyDone(t(`house:${side}.removed`, { name }));
        }),
      group: (side, ids, name) =>
        void inOrder(() => {
          const nodes = nodesOf(latest.current, side);
          const parentId = nodes.find((node) => ids.includes(node.id))?.parentId ?? null;
          return side === 'what'
            ? host.call('house.addWhatGroup', { houseId, name, parentId, whatIds: ids })
            : host.call('house.addHowGroup', { houseId, name, parentId, howIds: ids });
        }),
      ungroup: (side, groupId, name) =>
        void inOrder(async () => {
          await removeFrom(side, houseId, groupId);
          notifyDone(t('house:group.removed', { name }));
        }),
    };
  }, [edit, inOrder, t]);
}

function nodesOf(view: HouseView, side: HouseSide): SideNode[] {
  return side === 'what' ? whatNodes(view) : howNodes(view);
}

function removeFrom(side: HouseSide, houseId: number, id: number): Promise<void> {
  return side === 'what'
    ? host.call('house.removeWhat', { houseId, whatId: id })
    : host.call('house.removeHow', { houseId, howId: id });
}
