import { AppError } from '../../../core/contract/app-error.ts';
import type { UndoStepInfo } from '../../../core/contract/workspace.contract.ts';
import { firstSentenceOf, passageIn } from '../../../core/domain/requirement/quote-passage.ts';
import { withDescendants } from '../../../core/domain/requirement/requirement-family.ts';
import { planMove } from '../../../core/domain/requirement/requirement-move.ts';
import type { BulkOperation } from '../../../db/bulk-edit.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  countExistingItems,
  deleteEvidence,
  insertEvidence,
  listRequirementPlaces,
  listRequirements,
  placeRequirements,
  replaceItems,
  updateRequirement,
} from '../../../db/repositories/requirement.repository.ts';
import {
  dropQuotesFrom,
  isEvidence,
  moveLinks,
  setQuote,
} from '../../../db/repositories/requirement-evidence.repository.ts';
import { listVoc } from '../../../db/repositories/voc.repository.ts';
import { refuseUnknownVoc } from '../../../db/requirement-shape.ts';
import { tallyOf } from '../evidence-tally.ts';
import type { HandlersOf } from '../handlers.ts';
import { editVoc, mostWrittenHere } from '../heavy/edit-many.ts';
import type { HostContext } from '../host-context.ts';
import { nameOf, requirementAreas as touched } from '../requirement-edits.ts';
import {
  createRequirement,
  mergeRequirements,
  removeRequirement,
  splitRequirement,
} from '../requirement-shape.ts';
import { maskingOf } from '../voc-masking.ts';
import type { WorkspaceTransaction } from '../workspace-session.ts';

export const requirementHandlers: HandlersOf<'requirement'> = {
  'requirement.list': async ({ session }) => listRequirements(session.db, await tallyOf(session)),
  'requirement.create': (context, input) => createRequirement(context, input),
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
  'requirement.remove': (context, { id }) => removeRequirement(context, id),
  'requirement.addEvidence': async (context, { requirementId, vocIds }) => {
    const name = await nameOf(context.session.db, requirementId);
    const step = { label: 'requirement:undo.addEvidence', params: { name, count: vocIds.length } };
    const operation = { kind: 'addEvidence', requirementId } as const;
    const added = await writeLinks(context, step, vocIds, operation, async (trx) => {
      await refuseUnknownVoc(trx, vocIds);
      return insertEvidence(trx, requirementId, vocIds, new Date().toISOString());
    });
    return { added };
  },
  'requirement.removeEvidence': async (context, { requirementId, vocIds }) => {
    const name = await nameOf(context.session.db, requirementId);
    const step = {
      label: 'requirement:undo.removeEvidence',
      params: { name, count: vocIds.length },
    };
    const operation = { kind: 'removeEvidence', requirementId } as const;
    const removed = await writeLinks(context, step, vocIds, operation, async (trx) => {
      const gone = await deleteEvidence(trx, requirementId, vocIds);
      if (gone > 0) await dropQuotesFrom(trx, [requirementId], vocIds);
      return gone;
    });
    return { removed };
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
  'requirement.setKano': async (context, { id, kano }) => {
    const name = await nameOf(context.session.db, id);
    const label = kano === null ? 'requirement:undo.clearKano' : `requirement:undo.kano${kano}`;
    await context.edit({ label, params: { name } }, touched, (trx) =>
      updateRequirement(trx, id, { kano }),
    );
  },
  'requirement.setWeight': async (context, { id, weight }) => {
    const name = await nameOf(context.session.db, id);
    const label = weight === null ? 'requirement:undo.clearWeight' : 'requirement:undo.setWeight';
    const step = { label, params: { name, ...(weight !== null && { weight }) } };
    await context.edit(step, touched, (trx) => updateRequirement(trx, id, { weight }));
  },
  'requirement.setQuote': async (context, { id, vocId, passage }) => {
    const name = await nameOf(context.session.db, id);
    const label = vocId === null ? 'requirement:undo.clearQuote' : 'requirement:undo.setQuote';
    await context.edit({ label, params: { name } }, touched, async (trx) => {
      const quote =
        vocId === null ? null : { vocId, text: await quotedWords(trx, id, vocId, passage) };
      await setQuote(trx, id, quote);
    });
  },
  'requirement.moveEvidence': async (context, { fromId, toId, vocIds }) => {
    const { db } = context.session;
    await nameOf(db, fromId);
    const name = await nameOf(db, toId);
    const step = { label: 'requirement:undo.moveEvidence', params: { name, count: vocIds.length } };
    if (fromId === toId) return { moved: 0 };
    const operation = { kind: 'moveEvidence', fromId, toId } as const;
    const moved = await writeLinks(context, step, vocIds, operation, async (trx) => {
      const taken = await moveLinks(trx, fromId, toId, vocIds);
      if (taken > 0) await dropQuotesFrom(trx, [fromId], vocIds);
      return taken;
    });
    return { moved };
  },
  'requirement.split': (context, input) => splitRequirement(context, input),
  'requirement.merge': (context, { ids, intoId }) => mergeRequirements(context, ids, intoId),
};

/** The first sentence, or the passage where the customer says it; personal data are hidden first. */
async function quotedWords(
  trx: WorkspaceDb,
  requirementId: number,
  vocId: number,
  passage: string | undefined,
): Promise<string> {
  const family = withDescendants(await listRequirementPlaces(trx), [requirementId]);
  if (!(await isEvidence(trx, [...family], vocId))) {
    throw new AppError('requirement.quoteNotEvidence');
  }
  const [voc] = await listVoc(trx, [vocId]);
  const text = (await maskingOf(trx, [vocId])).text(vocId, voc?.text ?? '');
  const words = passage === undefined ? firstSentenceOf(text) : passageIn(text, passage);
  if (words === null || words === '') throw new AppError('requirement.quoteNotSaid');
  return words;
}

/** Few links are written here, more by a worker that does the same; answers how many differ now. */
async function writeLinks(
  context: HostContext,
  step: UndoStepInfo,
  vocIds: readonly number[],
  operation: BulkOperation,
  writeHere: (trx: WorkspaceTransaction) => Promise<number>,
): Promise<number> {
  if (vocIds.length <= mostWrittenHere) return context.edit(step, touched, writeHere);
  const many = { step, touched, phase: 'linking' } as const;
  const gone = operation.kind === 'addEvidence' ? 'refuse' : 'leaveOut';
  return (await editVoc(context, many, operation, vocIds, gone)).changed;
}
