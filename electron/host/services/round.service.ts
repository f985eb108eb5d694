import { AppError } from '../../../core/contract/app-error.ts';
import type { RoundHead } from '../../../core/contract/round.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteRound,
  findRoundHead,
  insertRound,
  listRounds,
  readRoundModel,
  sizeOfRound,
} from '../../../db/repositories/house-round.repository.ts';
import { restoreRound } from '../../../db/write-house.ts';
import type { HandlersOf } from '../handlers.ts';
import { editMany } from '../heavy/edit-many.ts';
import { requireHouse } from '../house-guard.ts';
import { readHouseModel } from '../house-view.ts';

/** A house of some 120 × 120, in characters: the host's own thread writes it within 50 ms. */
const mostWrittenHere = 100_000;

export const roundHandlers: HandlersOf<'round'> = {
  'round.list': async ({ session }, { houseId }) => {
    await requireHouse(session.db, houseId);
    return listRounds(session.db, houseId);
  },

  'round.get': async ({ session }, { id }) => {
    const head = await requireRound(session.db, id);
    return { ...head, model: await readRoundModel(session.db, id) };
  },

  'round.save': async (context, { houseId, ...round }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'round:undo.save', params: { name: round.name } },
      ['house'],
      async (trx) => {
        const model = await readHouseModel(trx, houseId);
        if (model === null) throw new AppError('house.notFound');
        const head = { houseId, ...round, at: new Date().toISOString() };
        return { id: await insertRound(trx, head, model) };
      },
    );
  },

  'round.remove': async (context, { id }) => {
    const { name } = await requireRound(context.session.db, id);
    await context.edit({ label: 'round:undo.remove', params: { name } }, ['house'], (trx) =>
      deleteRound(trx, id),
    );
  },

  'round.restore': async (context, { id, name }) => {
    const { houseId } = await requireRound(context.session.db, id);
    const round = { roundId: id, houseId, name, createdAt: new Date().toISOString() };
    const step = { label: 'round:undo.restore', params: { name } };
    if ((await sizeOfRound(context.session.db, id)) > mostWrittenHere) {
      const many = { step, touched: ['house'], phase: 'makingHouse' } as const;
      return editMany<'restoreRound'>(context, many, { kind: 'restoreRound', round });
    }
    return context.edit(step, ['house'], async (trx) => ({ id: await restoreRound(trx, round) }));
  },
};

async function requireRound(db: WorkspaceDb, id: number): Promise<RoundHead> {
  const head = await findRoundHead(db, id);
  if (head === null) throw new AppError('round.notFound');
  return head;
}
