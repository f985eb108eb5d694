import { AppError } from '../../../core/contract/app-error.ts';
import { importanceFromEvidence } from '../../../core/domain/house/evidence-scale.ts';
import { defaultImportance } from '../../../core/domain/house/house-record.ts';
import { levelConversion } from '../../../core/domain/house/scale-conversion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
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
  listStoredHows,
  listStoredWhats,
} from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireLeaves } from '../house-guard.ts';
import { move, refuseTooMany } from '../house-places.ts';
import { readHouseView, readHowScores } from '../house-view.ts';
import { houseCellHandlers } from './house-cell.service.ts';
import { howHandlers } from './house-how.service.ts';
import { importanceHandlers } from './house-importance.service.ts';
import { whatHandlers } from './house-what.service.ts';

export const houseHandlers: HandlersOf<'house'> = {
  ...whatHandlers,
  ...howHandlers,
  ...houseCellHandlers,
  ...importanceHandlers,

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
    await context.edit(
      { label: 'house:undo.setScale', params: { house: name } },
      ['house', 'csf'],
      async (trx) => {
        const before = await findHouseSettings(trx, houseId);
        if (before === null) throw new AppError('house.notFound');
        await updateHouseSettings(trx, houseId, { scale });
        await convertCells(trx, houseId, levelConversion(before.scale, scale));
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

/** Chosen HOWs as WHATs of a new house, in their order, with what they weigh. */
async function cascade(
  trx: WorkspaceDb,
  houseId: number,
  howIds: ReadonlySet<number>,
  name: string,
): Promise<{ id: number }> {
  await requireLeaves(trx, 'how', houseId, howIds);
  const settings = await findHouseSettings(trx, houseId);
  const scores = await readHowScores(trx, houseId);
  const chosen = (await listStoredHows(trx, houseId)).filter((how) => howIds.has(how.id));
  const shares = chosen.map((how) => scores.get(how.id)?.relative ?? 0);
  const importance = importanceFromEvidence(shares);
  const id = await insertHouse(trx, {
    ...settings,
    name,
    createdAt: new Date().toISOString(),
    weighting: 'importance',
    importanceSource: 'cascade',
    cascadedFrom: houseId,
  });
  for (const [position, how] of chosen.entries()) {
    const whatId = await insertWhat(trx, id, {
      parentId: null,
      isGroup: false,
      position,
      requirementId: null,
      sourceHowId: how.id,
      name: how.name,
      importance: importance[position] ?? defaultImportance,
    });
    await writeImportanceValues(trx, [{ whatId, source: 'cascade', value: shares[position] ?? 0 }]);
  }
  return { id };
}
