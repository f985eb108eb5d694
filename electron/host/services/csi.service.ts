import { AppError } from '../../../core/contract/app-error.ts';
import type { IndexDefinition, IndexFields } from '../../../core/contract/csi.contract.ts';
import { isSameFormula, refuseBadIndex } from '../../../core/domain/index/index-definition.ts';
import type { RespondentCut } from '../../../core/domain/index/survey-columns.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteIndex,
  findIndex,
  findIndexByName,
  insertIndex,
  listIndexes,
  readItemScales,
  replaceComponents,
  updateIndexHead,
} from '../../../db/repositories/csi.repository.ts';
import { findWave } from '../../../db/repositories/survey.repository.ts';
import { readIndexDerivation } from '../csi-derivation.ts';
import { readGroupPoints, readItemPoints, readWavePoints } from '../csi-points.ts';
import type { HandlersOf } from '../handlers.ts';

export const csiHandlers: HandlersOf<'csi'> = {
  'csi.listIndexes': ({ session }) => listIndexes(session.db),

  'csi.createIndex': (context, fields) =>
    context.edit(
      { label: 'csi:undo.create', params: { name: fields.name } },
      ['csi'],
      async (trx) => {
        await refuseIndex(trx, fields, null);
        return { id: await insertIndex(trx, { ...fields, createdAt: new Date().toISOString() }) };
      },
    ),

  'csi.updateIndex': (context, { id, ...fields }) =>
    context.edit(
      { label: 'csi:undo.update', params: { name: fields.name } },
      ['csi'],
      async (trx) => {
        const before = await requireIndex(trx, id);
        await refuseIndex(trx, fields, id);
        return { version: await updateIndex(trx, before, fields) };
      },
    ),

  'csi.removeIndex': async (context, { id }) => {
    const { name } = await requireIndex(context.session.db, id);
    await context.edit({ label: 'csi:undo.remove', params: { name } }, ['csi'], (trx) =>
      deleteIndex(trx, id),
    );
  },

  'csi.explainPoint': async ({ session }, { indexId, waveId, ...cut }) => {
    refuseHalfSegment(cut);
    return readIndexDerivation(session, await requireIndex(session.db, indexId), waveId, cut);
  },

  'csi.listWavePoints': async ({ session }, { indexId, ...cut }) => {
    refuseHalfSegment(cut);
    return readWavePoints(session, await requireIndex(session.db, indexId), cut);
  },

  'csi.listGroupPoints': async ({ session }, { indexId, waveId, groupBy }) => {
    const index = await requireIndex(session.db, indexId);
    if ((await findWave(session.db, waveId)) === null) throw new AppError('survey.waveNotFound');
    return readGroupPoints(session, index, waveId, groupBy);
  },

  'csi.listItemPoints': async ({ session }, { indexId }) =>
    readItemPoints(session, await requireIndex(session.db, indexId)),
};

function refuseHalfSegment({ segmentId, segmentValue }: RespondentCut): void {
  if ((segmentId === undefined) !== (segmentValue === undefined)) {
    throw new AppError('survey.segmentIncomplete');
  }
}

async function requireIndex(db: WorkspaceDb, id: number): Promise<IndexDefinition> {
  const index = await findIndex(db, id);
  if (index === null) throw new AppError('csi.notFound');
  return index;
}

async function refuseIndex(
  trx: WorkspaceDb,
  { name, components }: IndexFields,
  own: number | null,
): Promise<void> {
  const namesake = await findIndexByName(trx, name);
  if (namesake !== null && namesake !== own) throw new AppError('csi.nameTaken', { name });
  refuseBadIndex(components, await readItemScales(trx));
}

/** The version tells figures of different formulas apart; a new name is no new formula. */
async function updateIndex(
  trx: WorkspaceDb,
  before: IndexDefinition,
  { name, components }: IndexFields,
): Promise<number> {
  const version = isSameFormula(before.components, components)
    ? before.version
    : before.version + 1;
  if (name !== before.name || version !== before.version) {
    await updateIndexHead(trx, before.id, { name, version });
  }
  if (JSON.stringify(components) !== JSON.stringify(before.components)) {
    await replaceComponents(trx, before.id, components);
  }
  return version;
}
