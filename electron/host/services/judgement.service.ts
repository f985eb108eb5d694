import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  clearComparisons,
  deleteParticipant,
  findParticipant,
  listComparisons,
  listParticipants,
  updateParticipant,
  writeComparisons,
} from '../../../db/repositories/judgement.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requirePlaces } from '../house-guard.ts';
import { addParticipants } from '../participants.ts';

export const judgementHandlers: HandlersOf<'judgement'> = {
  'judgement.listParticipants': async ({ session }, { houseId }) => {
    await requireHouse(session.db, houseId);
    return listParticipants(session.db, houseId);
  },

  'judgement.addParticipant': async (context, { houseId, ...participant }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'judgement:undo.addParticipant', params: { name: participant.name } },
      ['house'],
      async (trx) => {
        const [id = 0] = await addParticipants(trx, houseId, [participant]);
        return { id };
      },
    );
  },

  'judgement.updateParticipant': async (context, { id, ...patch }) => {
    const { name } = await requireParticipant(context.session.db, id);
    await context.edit(
      { label: 'judgement:undo.updateParticipant', params: { name: patch.name ?? name } },
      ['house'],
      (trx) => updateParticipant(trx, id, patch),
    );
  },

  'judgement.removeParticipant': async (context, { id }) => {
    const { name } = await requireParticipant(context.session.db, id);
    await context.edit(
      { label: 'judgement:undo.removeParticipant', params: { name } },
      ['house'],
      (trx) => deleteParticipant(trx, id),
    );
  },

  'judgement.listComparisons': async ({ session }, { houseId }) => {
    await requireHouse(session.db, houseId);
    return listComparisons(session.db, houseId);
  },

  'judgement.setComparisons': async (context, input) => {
    const { values } = input;
    const { name } = await requireJudge(context.session.db, input);
    await context.edit(
      { label: 'judgement:undo.setComparisons', params: { house: name, count: values.length } },
      ['house'],
      (trx) => setComparisons(trx, input),
    );
  },

  'judgement.clearComparisons': async (context, judge) => {
    const { name } = await requireJudge(context.session.db, judge);
    await context.edit(
      { label: 'judgement:undo.clearComparisons', params: { house: name } },
      ['house'],
      (trx) => clearComparisons(trx, judge),
    );
  },
};

async function requireParticipant(db: WorkspaceDb, id: number) {
  const participant = await findParticipant(db, id);
  if (participant === null) throw new AppError('judgement.participantUnknown');
  return participant;
}

/** The participant is one of this house; null is the house itself. */
async function requireJudge(
  db: WorkspaceDb,
  { houseId, participantId }: { houseId: number; participantId: number | null },
): Promise<{ name: string }> {
  const house = await requireHouse(db, houseId);
  if (participantId === null) return house;
  const participant = await requireParticipant(db, participantId);
  if (participant.houseId !== houseId) throw new AppError('judgement.participantUnknown');
  return house;
}

/** Groups may be compared too: a tree is judged level by level. */
async function setComparisons(
  trx: WorkspaceDb,
  { houseId, participantId, values }: ParsedInputOf<'judgement.setComparisons'>,
): Promise<void> {
  if (values.some(({ whatId, otherWhatId }) => whatId === otherWhatId)) {
    throw new AppError('judgement.pairNeedsTwo');
  }
  const ids = values.flatMap(({ whatId, otherWhatId }) => [whatId, otherWhatId]);
  await requirePlaces(trx, 'what', houseId, new Set(ids));
  const pairs = new Map(
    values.map(({ whatId, otherWhatId, ratio }) => {
      const pair =
        whatId < otherWhatId
          ? { whatId, otherWhatId, ratio }
          : { whatId: otherWhatId, otherWhatId: whatId, ratio: ratio === null ? null : 1 / ratio };
      return [`${pair.whatId}:${pair.otherWhatId}`, pair];
    }),
  );
  await writeComparisons(trx, { houseId, participantId }, [...pairs.values()]);
}
