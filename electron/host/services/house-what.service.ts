import { AppError } from '../../../core/contract/app-error.ts';
import { defaultImportance } from '../../../core/domain/house/house-record.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  insertWhat,
  listPlaces,
  renameWhat,
} from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requirePlaces, requireWhat } from '../house-guard.ts';
import { gather, move, refuseTooMany, takeOut } from '../house-places.ts';

type WhatMethod =
  | 'house.addOwnWhat'
  | 'house.addOwnWhats'
  | 'house.addWhatGroup'
  | 'house.renameWhat'
  | 'house.removeWhat'
  | 'house.moveWhat';

export const whatHandlers: Pick<HandlersOf<'house'>, WhatMethod> = {
  'house.addOwnWhat': async (context, { houseId, name, parentId }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addOwnWhat', params: { name } },
      ['house', 'csf'],
      async (trx) => ({
        whatId: await addNamed(trx, houseId, { name, parentId, isGroup: false }),
      }),
    );
  },

  'house.addOwnWhats': async (context, { houseId, names }) => {
    const { name: house } = await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addOwnWhats', params: { house, count: names.length } },
      ['house', 'csf'],
      async (trx) => {
        const whatIds: number[] = [];
        for (const name of names) {
          whatIds.push(await addNamed(trx, houseId, { name, parentId: null, isGroup: false }));
        }
        return { whatIds };
      },
    );
  },

  'house.addWhatGroup': async (context, { houseId, name, parentId, whatIds }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addGroup', params: { name } },
      ['house'],
      async (trx) => {
        await requirePlaces(trx, 'what', houseId, whatIds);
        const whatId = await addNamed(trx, houseId, { name, parentId, isGroup: true });
        await gather(trx, 'what', houseId, { groupId: whatId, ids: whatIds });
        return { whatId };
      },
    );
  },

  'house.renameWhat': async (context, { houseId, whatId, name }) => {
    const what = await requireWhat(context.session.db, houseId, whatId);
    if (what.requirementId !== null) throw new AppError('house.namedByRequirement');
    await context.edit({ label: 'house:undo.renameWhat', params: { name } }, ['house'], (trx) =>
      renameWhat(trx, whatId, name),
    );
  },

  'house.removeWhat': async (context, { houseId, whatId }) => {
    const { name, isGroup } = await requireWhat(context.session.db, houseId, whatId);
    await context.edit(
      { label: isGroup ? 'house:undo.removeGroup' : 'house:undo.removeWhat', params: { name } },
      ['house', 'csf'],
      (trx) => takeOut(trx, 'what', houseId, whatId),
    );
  },

  'house.moveWhat': async (context, { houseId, whatId, parentId, position }) => {
    const { name } = await requireWhat(context.session.db, houseId, whatId);
    await context.edit({ label: 'house:undo.moveWhat', params: { name } }, ['house'], (trx) =>
      move(trx, 'what', houseId, { ids: [whatId], parentId, position }),
    );
  },
};

/** At the end of its group. */
async function addNamed(
  trx: WorkspaceDb,
  houseId: number,
  { name, parentId, isGroup }: { name: string; parentId: number | null; isGroup: boolean },
): Promise<number> {
  await refuseTooMany(trx, 'what', houseId, { added: 1, asGroup: isGroup });
  const places = await listPlaces(trx, 'what', houseId);
  const id = await insertWhat(trx, houseId, {
    parentId: null,
    isGroup,
    position: (places.at(-1)?.position ?? -1) + 1,
    requirementId: null,
    sourceHowId: null,
    name,
    importance: defaultImportance,
  });
  if (parentId !== null) {
    await move(trx, 'what', houseId, { ids: [id], parentId, position: places.length });
  }
  return id;
}
