import { AppError } from '../../../core/contract/app-error.ts';
import { carriedWhats, usualCarriedScale } from '../../../core/domain/house/cascade.ts';
import { houseFigures } from '../../../core/domain/house/house-figures.ts';
import { figureOptionsOf } from '../../../core/domain/house/house-of-view.ts';
import { defaultImportance } from '../../../core/domain/house/house-record.ts';
import { checkedScale } from '../../../core/domain/house/relation-scale.ts';
import { levelPlaces } from '../../../core/domain/house/scale-change.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { convertVotes } from '../../../db/repositories/ballot.repository.ts';
import {
  deleteHouse,
  findHouseSettings,
  insertHouse,
  listHouses,
  renameHouse,
  updateHouseSettings,
} from '../../../db/repositories/house.repository.ts';
import { convertCells } from '../../../db/repositories/house-cell.repository.ts';
import { writeImportanceValues } from '../../../db/repositories/house-importance.repository.ts';
import {
  findRequirementNames,
  insertWhat,
  listStoredWhats,
} from '../../../db/repositories/house-side.repository.ts';
import { isBeingScored } from '../../../db/repositories/workshop-round.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireLeaves } from '../house-guard.ts';
import { move, refuseTooMany } from '../house-places.ts';
import { readHouseModel, readHouseView } from '../house-view.ts';
import { houseCellHandlers } from './house-cell.service.ts';
import { howHandlers } from './house-how.service.ts';
import { importanceHandlers } from './house-importance.service.ts';
import { planHandlers } from './house-plan.service.ts';
import { whatHandlers } from './house-what.service.ts';

export const houseHandlers: HandlersOf<'house'> = {
  ...whatHandlers,
  ...howHandlers,
  ...houseCellHandlers,
  ...importanceHandlers,
  ...planHandlers,

  'house.list': ({ session }) => listHouses(session.db),

  'house.get': async ({ session }, { id }) => {
    const view = await readHouseView(session.db, id);
    if (view === null) throw new AppError('house.notFound');
    return view;
  },

  'house.create': (context, { name, requirementIds }) =>
    context.edit({ label: 'house:undo.create', params: { name } }, ['house'], async (trx) => {
      const id = await insertHouse(trx, { name, createdAt: new Date().toISOString() });
      if (requirementIds.length > 0) await addWhats(trx, id, requirementIds, null);
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

  'house.setScale': async (context, { houseId, scale }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    checkedScale(scale);
    await context.edit(
      { label: 'house:undo.setScale', params: { house: name } },
      ['house', 'csf', 'workshop'],
      async (trx) => {
        const before = await findHouseSettings(trx, houseId);
        if (before === null) throw new AppError('house.notFound');
        if (await isBeingScored(trx, houseId)) throw new AppError('workshop.scaleInVote');
        await updateHouseSettings(trx, houseId, { scale });
        const places = levelPlaces(before.scale, scale);
        const pairs = before.scale.levels.map(({ value }, level): [number, number] => [
          value,
          scale.levels[places[level] ?? 0]?.value ?? 0,
        ]);
        await convertCells(trx, houseId, new Map(pairs));
        await convertVotes(trx, houseId, new Map(pairs));
      },
    );
  },

  'house.setOptions': async (context, { houseId, ...options }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setOptions', params: { house: name } },
      ['house', 'csf'],
      (trx) => updateHouseSettings(trx, houseId, options),
    );
  },

  'house.cascade': async (context, { houseId, howIds, name }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit({ label: 'house:undo.cascade', params: { name } }, ['house'], (trx) =>
      cascade(trx, houseId, new Set(howIds), name),
    );
  },

  'house.addWhats': async (context, { houseId, requirementIds, parentId }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.addWhats', params: { house: name, count: requirementIds.length } },
      ['house', 'csf'],
      (trx) => addWhats(trx, houseId, requirementIds, parentId),
    );
  },
};

/** Those already in the house stay where they are. */
async function addWhats(
  trx: WorkspaceDb,
  houseId: number,
  requirementIds: readonly number[],
  parentId: number | null,
): Promise<void> {
  const known = await findRequirementNames(trx, requirementIds);
  if (requirementIds.some((id) => !known.has(id))) throw new AppError('house.requirementUnknown');
  const whats = await listStoredWhats(trx, houseId);
  const present = new Set(whats.map((what) => what.requirementId));
  const added = [...new Set(requirementIds)].filter((id) => !present.has(id));
  await refuseTooMany(trx, 'what', houseId, { added: added.length, asGroup: false });
  const next = (whats.at(-1)?.position ?? -1) + 1;
  const ids: number[] = [];
  for (const [offset, requirementId] of added.entries()) {
    const id = await insertWhat(trx, houseId, {
      parentId: null,
      isGroup: false,
      position: next + offset,
      requirementId,
      sourceHowId: null,
      name: '',
      importance: defaultImportance,
    });
    ids.push(id);
  }
  if (parentId === null) return;
  await move(trx, 'what', houseId, { ids, parentId, position: whats.length });
}

async function cascade(
  trx: WorkspaceDb,
  houseId: number,
  howIds: ReadonlySet<number>,
  name: string,
): Promise<{ id: number }> {
  await requireLeaves(trx, 'how', houseId, howIds);
  const model = await readHouseModel(trx, houseId);
  if (model === null) throw new AppError('house.notFound');
  const figures = houseFigures(model, figureOptionsOf(model));
  const carried = carriedWhats(model, figures, howIds, usualCarriedScale);
  const id = await insertHouse(trx, {
    name,
    createdAt: new Date().toISOString(),
    scale: model.scale,
    normalization: model.normalization,
    importanceSource: 'cascade',
    cascadedFrom: houseId,
  });
  for (const [position, what] of carried.entries()) {
    const whatId = await insertWhat(trx, id, {
      parentId: null,
      isGroup: false,
      position,
      requirementId: null,
      sourceHowId: what.fromHowId,
      name: what.name,
      importance: what.importance,
    });
    const value = { whatId, source: 'cascade' as const, value: what.share ?? 0 };
    await writeImportanceValues(trx, [value]);
  }
  return { id };
}
