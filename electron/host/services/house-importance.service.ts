import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportanceSource } from '../../../core/contract/house.contract.ts';
import { carriedWeights, usualCarriedScale } from '../../../core/domain/house/cascade.ts';
import { importanceFromEvidence } from '../../../core/domain/house/evidence-scale.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  findHouseSettings,
  updateHouseSettings,
} from '../../../db/repositories/house.repository.ts';
import {
  deleteImportanceValues,
  listImportanceValues,
  setImportance,
  writeImportanceValues,
} from '../../../db/repositories/house-importance.repository.ts';
import { listStoredWhats } from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireLeaves } from '../house-guard.ts';

type ImportanceMethod = 'house.setImportance' | 'house.storeImportance' | 'house.useImportance';

export const importanceHandlers: Pick<HandlersOf<'house'>, ImportanceMethod> = {
  'house.setImportance': async (context, { houseId, values, source }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setImportance', params: { house: name, count: values.length } },
      ['house', 'csf'],
      async (trx) => {
        const ids = values.map(({ whatId }) => whatId);
        await requireLeaves(trx, 'what', houseId, ids);
        if (source !== 'direct') await keepDirect(trx, houseId);
        await setImportance(trx, values);
        await updateHouseSettings(trx, houseId, { importanceSource: source });
      },
    );
  },

  'house.storeImportance': async (context, { houseId, source, values, andUse }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    const label = andUse ? 'house:undo.useImportance' : 'house:undo.storeImportance';
    await context.edit(
      { label, params: { house: name, count: values.length } },
      andUse ? ['house', 'csf'] : ['house'],
      async (trx) => {
        const ids = values.map(({ whatId }) => whatId);
        await requireLeaves(trx, 'what', houseId, ids);
        // What an earlier survey said of a WHAT is not what this one says.
        if (andUse) await deleteImportanceValues(trx, houseId, source);
        await writeImportanceValues(
          trx,
          values.map((value) => ({ ...value, source })),
        );
        if (andUse) await takeIntoUse(trx, houseId, source);
      },
    );
  },

  'house.useImportance': async (context, { houseId, source }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.useImportance', params: { house: name } },
      ['house', 'csf'],
      (trx) => takeIntoUse(trx, houseId, source),
    );
  },
};

/** What was typed in is kept before another source takes its place, so that one can go back to it. */
export async function keepDirect(trx: WorkspaceDb, houseId: number): Promise<void> {
  const settings = await findHouseSettings(trx, houseId);
  if (settings?.importanceSource !== 'direct') return;
  const whats = await listStoredWhats(trx, houseId);
  await writeImportanceValues(
    trx,
    whats.flatMap(({ id, isGroup, importance }) =>
      isGroup ? [] : [{ whatId: id, source: 'direct' as const, value: importance }],
    ),
  );
}

/** Carried weights as the house was given them when they were carried. */
function inScaleOfHouse(source: ImportanceSource, values: readonly number[]): readonly number[] {
  if (source === 'direct') return values;
  return source === 'cascade'
    ? carriedWeights(values, usualCarriedScale)
    : importanceFromEvidence(values);
}

async function takeIntoUse(
  trx: WorkspaceDb,
  houseId: number,
  source: ImportanceSource,
): Promise<void> {
  const settings = await findHouseSettings(trx, houseId);
  // What is typed in is the importance in use until another source takes its place.
  if (source === 'direct' && settings?.importanceSource === 'direct') return;
  await keepDirect(trx, houseId);
  const kept = (await listImportanceValues(trx, houseId)).filter(
    (value) => value.source === source,
  );
  if (kept.length === 0) throw new AppError('house.noImportanceValues');
  const values = kept.map(({ value }) => value);
  const scaled = inScaleOfHouse(source, values);
  await setImportance(
    trx,
    kept.map(({ whatId }, i) => ({ whatId, importance: scaled[i] ?? 1 })),
  );
  await updateHouseSettings(trx, houseId, { importanceSource: source });
}
