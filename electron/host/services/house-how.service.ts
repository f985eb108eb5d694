import { AppError } from '../../../core/contract/app-error.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  type HowFields,
  insertHow,
  listPlaces,
  renameCascadedWhats,
  updateHow,
} from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireHow, requirePlaces } from '../house-guard.ts';
import { gather, move, refuseTooMany, takeOut } from '../house-places.ts';

type HowMethod =
  | 'house.addHow'
  | 'house.addHows'
  | 'house.addHowGroup'
  | 'house.updateHow'
  | 'house.removeHow'
  | 'house.moveHow';

export const howHandlers: Pick<HandlersOf<'house'>, HowMethod> = {
  'house.addHow': async (context, { houseId, parentId, ...how }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addHow', params: { name: how.name } },
      ['house', 'csf'],
      async (trx) => ({ howId: await add(trx, houseId, how, { parentId, isGroup: false }) }),
    );
  },

  'house.addHows': async (context, { houseId, names }) => {
    const { name: house } = await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addHows', params: { house, count: names.length } },
      ['house', 'csf'],
      async (trx) => {
        const howIds: number[] = [];
        const place = { parentId: null, isGroup: false };
        for (const name of names) {
          howIds.push(await add(trx, houseId, { ...nothingSaid, name }, place));
        }
        return { howIds };
      },
    );
  },

  'house.addHowGroup': async (context, { houseId, name, parentId, howIds }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addGroup', params: { name } },
      ['house'],
      async (trx) => {
        await requirePlaces(trx, 'how', houseId, howIds);
        const howId = await add(
          trx,
          houseId,
          { ...nothingSaid, name },
          { parentId, isGroup: true },
        );
        await gather(trx, 'how', houseId, { groupId: howId, ids: howIds });
        return { howId };
      },
    );
  },

  'house.updateHow': async (context, { howId, ...patch }) => {
    const { name, isGroup } = await requireHow(context.session.db, howId);
    const { name: newName, ...figures } = patch;
    if (isGroup && Object.values(figures).some((value) => value !== undefined)) {
      throw new AppError('house.groupHasNoFigures');
    }
    await context.edit(
      { label: 'house:undo.updateHow', params: { name: newName ?? name } },
      ['house', 'csf', 'action'],
      async (trx) => {
        await updateHow(trx, howId, patch);
        if (newName !== undefined) await renameCascadedWhats(trx, howId, name, newName);
      },
    );
  },

  'house.removeHow': async (context, { houseId, howId }) => {
    const { name, isGroup } = await requireHow(context.session.db, howId, houseId);
    await context.edit(
      { label: isGroup ? 'house:undo.removeGroup' : 'house:undo.removeHow', params: { name } },
      ['house', 'csf', 'action'],
      (trx) => takeOut(trx, 'how', houseId, howId),
    );
  },

  'house.moveHow': async (context, { houseId, howId, parentId, position }) => {
    const { name } = await requireHow(context.session.db, howId, houseId);
    await context.edit({ label: 'house:undo.moveHow', params: { name } }, ['house'], (trx) =>
      move(trx, 'how', houseId, { ids: [howId], parentId, position }),
    );
  },
};

const nothingSaid: Omit<HowFields, 'name'> = {
  unit: '',
  direction: 'up',
  targetValue: '',
  owner: '',
  difficulty: null,
  ownRating: null,
};

/** At the end of its group. */
async function add(
  trx: WorkspaceDb,
  houseId: number,
  how: HowFields,
  { parentId, isGroup }: { parentId: number | null; isGroup: boolean },
): Promise<number> {
  await refuseTooMany(trx, 'how', houseId, { added: 1, asGroup: isGroup });
  const places = await listPlaces(trx, 'how', houseId);
  const position = (places.at(-1)?.position ?? -1) + 1;
  const id = await insertHow(trx, houseId, { ...how, parentId: null, isGroup, position });
  if (parentId !== null) {
    await move(trx, 'how', houseId, { ids: [id], parentId, position: places.length });
  }
  return id;
}
