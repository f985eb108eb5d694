import { AppError } from '../../../core/contract/app-error.ts';
import type { Area } from '../../../core/contract/method.ts';
import { placeForNew, planMove } from '../../../core/domain/requirement/requirement-move.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  countExistingItems,
  countExistingVoc,
  deleteEvidence,
  deleteRequirement,
  findRequirementName,
  insertEvidence,
  insertRequirement,
  listRequirementPlaces,
  listRequirements,
  placeRequirements,
  replaceItems,
  updateRequirement,
} from '../../../db/repositories/requirement.repository.ts';
import type { HandlersOf } from '../handlers.ts';

/** A requirement's evidence shows at the VOC, its name and counts in the houses and at the CSFs. */
const touched: readonly Area[] = ['requirement', 'voc', 'house', 'csf'];

export const requirementHandlers: HandlersOf<'requirement'> = {
  'requirement.list': ({ session }) => listRequirements(session.db),
  'requirement.create': (context, { name, description, parentId, position, vocIds }) =>
    context.edit({ label: 'requirement:undo.create', params: { name } }, touched, async (trx) => {
      await refuseUnknownVoc(trx, vocIds);
      const createdAt = new Date().toISOString();
      const last = placeForNew(await listRequirementPlaces(trx), parentId);
      const requirement = { name, description, parentId, position: last, createdAt };
      const id = await insertRequirement(trx, requirement);
      if (position !== undefined) {
        const move = { id, parentId, position };
        await placeRequirements(trx, planMove(await listRequirementPlaces(trx), move));
      }
      if (vocIds.length > 0) await insertEvidence(trx, id, vocIds, createdAt);
      return { id };
    }),
  'requirement.update': async (context, { id, ...patch }) => {
    const name = await nameOf(context.session.db, id);
    if (patch.name === undefined && patch.description === undefined) return;
    const step = { label: 'requirement:undo.update', params: { name } };
    await context.edit(step, touched, (trx) => updateRequirement(trx, id, patch));
  },
  'requirement.move': async (context, move) => {
    const name = await nameOf(context.session.db, move.id);
    const step = { label: 'requirement:undo.move', params: { name } };
    await context.edit(step, touched, async (trx) => {
      await placeRequirements(trx, planMove(await listRequirementPlaces(trx), move));
    });
  },
  'requirement.remove': async (context, { id }) => {
    const name = await nameOf(context.session.db, id);
    const step = { label: 'requirement:undo.remove', params: { name } };
    await context.edit(step, touched, (trx) => deleteRequirement(trx, id));
  },
  'requirement.addEvidence': async (context, { requirementId, vocIds }) => {
    const name = await nameOf(context.session.db, requirementId);
    const step = { label: 'requirement:undo.addEvidence', params: { name, count: vocIds.length } };
    return context.edit(step, touched, async (trx) => {
      await refuseUnknownVoc(trx, vocIds);
      return {
        added: await insertEvidence(trx, requirementId, vocIds, new Date().toISOString()),
      };
    });
  },
  'requirement.removeEvidence': async (context, { requirementId, vocIds }) => {
    const name = await nameOf(context.session.db, requirementId);
    const step = {
      label: 'requirement:undo.removeEvidence',
      params: { name, count: vocIds.length },
    };
    return context.edit(step, touched, async (trx) => ({
      removed: await deleteEvidence(trx, requirementId, vocIds),
    }));
  },
  'requirement.setItems': async (context, { requirementId, itemIds }) => {
    const name = await nameOf(context.session.db, requirementId);
    const step = { label: 'requirement:undo.setItems', params: { name } };
    await context.edit(step, ['requirement', 'survey', 'csi'], async (trx) => {
      if ((await countExistingItems(trx, itemIds)) < new Set(itemIds).size) {
        throw new AppError('requirement.itemUnknown');
      }
      await replaceItems(trx, requirementId, itemIds);
    });
  },
};

async function nameOf(db: WorkspaceDb, id: number): Promise<string> {
  const name = await findRequirementName(db, id);
  if (name === null) throw new AppError('requirement.unknown');
  return name;
}

async function refuseUnknownVoc(db: WorkspaceDb, vocIds: readonly number[]): Promise<void> {
  const wanted = new Set(vocIds).size;
  const missing = wanted - (await countExistingVoc(db, vocIds));
  if (missing > 0) throw new AppError('requirement.vocUnknown', { count: missing });
}
