import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { maxHouseSide } from '../../../core/contract/house.contract.ts';
import { movedWithin, type RelationCell } from '../../../core/domain/house/house-matrix.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  appendHow,
  appendWhats,
  deleteHouse,
  deleteHow,
  deleteRelations,
  deleteWhat,
  type FilledCell,
  findHouse,
  findHow,
  findRelations,
  findRequirementNames,
  insertHouse,
  listHouses,
  listHowIds,
  listWhatIds,
  orderHows,
  orderWhats,
  renameHouse,
  setImportance,
  updateHow,
  upsertRelations,
} from '../../../db/repositories/house.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { readHouseView } from '../house-view.ts';

/** The middle of the 1–5 importance that most workshops use. */
const defaultImportance = 3;

export const houseHandlers: HandlersOf<'house'> = {
  'house.list': ({ session }) => listHouses(session.db),

  'house.get': async ({ session }, { id }) => {
    const view = await readHouseView(session.db, id);
    if (view === null) throw new AppError('house.notFound');
    return view;
  },

  'house.create': (context, { name, requirementIds }) =>
    context.edit({ label: 'house:undo.create', params: { name } }, ['house'], async (trx) => {
      const id = await insertHouse(trx, { name, createdAt: new Date().toISOString() });
      if (requirementIds.length > 0) await addWhats(trx, id, requirementIds);
      return { id };
    }),

  'house.rename': async (context, { id, name }) => {
    await requireHouse(context.session.db, id);
    await context.edit(
      { label: 'house:undo.rename', params: { name } },
      ['house', 'csf', 'action'],
      (trx) => renameHouse(trx, id, name),
    );
  },

  'house.remove': async (context, { id }) => {
    const { name } = await requireHouse(context.session.db, id);
    await context.edit(
      { label: 'house:undo.remove', params: { name } },
      ['house', 'csf', 'action'],
      (trx) => deleteHouse(trx, id),
    );
  },

  'house.addWhats': async (context, { houseId, requirementIds }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.addWhats', params: { house: name, count: requirementIds.length } },
      ['house', 'csf'],
      (trx) => addWhats(trx, houseId, requirementIds),
    );
  },

  'house.removeWhat': async (context, { houseId, requirementId }) => {
    const { db } = context.session;
    const name = await requireWhat(db, houseId, requirementId);
    await context.edit(
      { label: 'house:undo.removeWhat', params: { name } },
      ['house', 'csf'],
      (trx) => deleteWhat(trx, houseId, requirementId),
    );
  },

  'house.setImportance': async (context, { houseId, values }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setImportance', params: { house: name, count: values.length } },
      ['house', 'csf'],
      async (trx) => {
        const known = new Set(await listWhatIds(trx, houseId));
        for (const { requirementId, importance } of values) {
          if (!known.has(requirementId)) throw new AppError('house.whatUnknown');
          await setImportance(trx, houseId, requirementId, importance);
        }
      },
    );
  },

  'house.addHow': async (context, { houseId, ...how }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addHow', params: { name: how.name } },
      ['house', 'csf'],
      async (trx) => {
        const count = (await listHowIds(trx, houseId)).length;
        if (count >= maxHouseSide) throw new AppError('house.tooManyHows', { max: maxHouseSide });
        return { howId: await appendHow(trx, houseId, how) };
      },
    );
  },

  'house.updateHow': async (context, { howId, ...patch }) => {
    const { name } = await requireHow(context.session.db, howId);
    await context.edit(
      { label: 'house:undo.updateHow', params: { name: patch.name ?? name } },
      ['house', 'csf', 'action'],
      (trx) => updateHow(trx, howId, patch),
    );
  },

  'house.removeHow': async (context, { houseId, howId }) => {
    const { name } = await requireHow(context.session.db, howId, houseId);
    await context.edit(
      { label: 'house:undo.removeHow', params: { name } },
      ['house', 'csf', 'action'],
      (trx) => deleteHow(trx, howId),
    );
  },

  'house.moveWhat': async (context, { houseId, requirementId, position }) => {
    const name = await requireWhat(context.session.db, houseId, requirementId);
    await context.edit(
      { label: 'house:undo.moveWhat', params: { name } },
      ['house'],
      async (trx) => {
        const ids = await listWhatIds(trx, houseId);
        await orderWhats(trx, houseId, movedWithin(ids, requirementId, position));
      },
    );
  },

  'house.moveHow': async (context, { houseId, howId, position }) => {
    const { name } = await requireHow(context.session.db, howId, houseId);
    await context.edit(
      { label: 'house:undo.moveHow', params: { name } },
      ['house'],
      async (trx) => {
        const ids = await listHowIds(trx, houseId);
        await orderHows(trx, movedWithin(ids, howId, position));
      },
    );
  },

  'house.setRelations': async (context, { houseId, cells }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setRelations', params: { house: name, count: cells.length } },
      ['house', 'csf'],
      (trx) => setRelations(trx, houseId, cells),
    );
  },
};

async function requireHouse(db: WorkspaceDb, id: number): Promise<{ id: number; name: string }> {
  const house = await findHouse(db, id);
  if (house === null) throw new AppError('house.notFound');
  return house;
}

async function requireWhat(
  db: WorkspaceDb,
  houseId: number,
  requirementId: number,
): Promise<string> {
  await requireHouse(db, houseId);
  const ids = await listWhatIds(db, houseId);
  const names = await findRequirementNames(db, [requirementId]);
  const name = names.get(requirementId);
  if (name === undefined || !ids.includes(requirementId)) throw new AppError('house.whatUnknown');
  return name;
}

async function requireHow(
  db: WorkspaceDb,
  howId: number,
  houseId?: number,
): Promise<{ name: string }> {
  const how = await findHow(db, howId);
  if (how === null || (houseId !== undefined && how.houseId !== houseId)) {
    throw new AppError('house.howUnknown');
  }
  return how;
}

/** Those already in the house stay where they are. */
async function addWhats(
  trx: WorkspaceDb,
  houseId: number,
  requirementIds: readonly number[],
): Promise<void> {
  const known = await findRequirementNames(trx, requirementIds);
  if (requirementIds.some((id) => !known.has(id))) throw new AppError('house.requirementUnknown');
  const present = new Set(await listWhatIds(trx, houseId));
  const added = [...new Set(requirementIds)].filter((id) => !present.has(id));
  if (present.size + added.length > maxHouseSide) {
    throw new AppError('house.tooManyWhats', { max: maxHouseSide });
  }
  await appendWhats(trx, houseId, added, defaultImportance);
}

/** Writes only cells that change, so that undo remembers no more than was done. */
async function setRelations(
  trx: WorkspaceDb,
  houseId: number,
  cells: ParsedInputOf<'house.setRelations'>['cells'],
): Promise<void> {
  const whats = new Set(await listWhatIds(trx, houseId));
  const hows = new Set(await listHowIds(trx, houseId));
  const wanted = new Map<string, RelationCell>();
  for (const cell of cells) {
    if (!whats.has(cell.requirementId)) throw new AppError('house.whatUnknown');
    if (!hows.has(cell.howId)) throw new AppError('house.howUnknown');
    wanted.set(cellKey(cell), cell);
  }
  const before = new Map<string, RelationCell['strength']>();
  for (const cell of await findRelations(trx, houseId, [...wanted.values()])) {
    before.set(cellKey(cell), cell.strength);
  }
  const changed = [...wanted].filter(([key, cell]) => (before.get(key) ?? 0) !== cell.strength);
  const next = changed.map(([, cell]) => cell);
  await upsertRelations(trx, houseId, next.filter(isFilled));
  await deleteRelations(
    trx,
    houseId,
    next.filter((cell) => cell.strength === 0),
  );
}

function cellKey({ requirementId, howId }: Pick<RelationCell, 'requirementId' | 'howId'>): string {
  return `${requirementId}:${howId}`;
}

function isFilled(cell: RelationCell): cell is FilledCell {
  return cell.strength !== 0;
}
