import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { AskedCell } from '../../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  scoresBecomeVotes,
  votesBecomeScores,
} from '../../../db/repositories/ballot.repository.ts';
import { listLeafIds } from '../../../db/repositories/house-side.repository.ts';
import { listAttending, updateWorkshop } from '../../../db/repositories/workshop.repository.ts';
import {
  deleteVoteRound,
  insertVoteRound,
  listVoteRounds,
  type StoredRound,
  setRoundClosed,
} from '../../../db/repositories/workshop-round.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireLeaves } from '../house-guard.ts';
import { askedNow } from '../workshop/asked-cells.ts';
import { discussRound } from '../workshop/discuss-round.ts';
import { readOwnScores } from '../workshop/own-scores.ts';
import { readScoredRound } from '../workshop/round-ballots.ts';
import { setScores } from '../workshop/set-scores.ts';
import {
  requireClosedRound,
  requireOpenRound,
  requireOpenWorkshop,
  requireVoteRound,
  requireWorkshop,
} from '../workshop/workshop-guard.ts';

type RoundMethod =
  | 'workshop.openRound'
  | 'workshop.closeRound'
  | 'workshop.reopenRound'
  | 'workshop.removeRound'
  | 'workshop.setScores'
  | 'workshop.scoredCells'
  | 'workshop.ballots'
  | 'workshop.discussionOrder';

export const voteRoundHandlers: Pick<HandlersOf<'workshop'>, RoundMethod> = {
  'workshop.openRound': async (context, input) => {
    const { houseId, name, status } = await requireOpenWorkshop(
      context.session.db,
      input.workshopId,
    );
    return context.edit(
      { label: 'workshop:undo.openRound', params: { name } },
      ['workshop'],
      async (trx) => {
        await refuseSecondOpen(trx, input.workshopId);
        const asked = await cellsToAsk(trx, houseId, input);
        if (status === 'planned') {
          await updateWorkshop(trx, input.workshopId, { status: 'running' });
        }
        const openedAt = new Date().toISOString();
        const { workshopId, subject } = input;
        return { id: await insertVoteRound(trx, { workshopId, subject, ...asked, openedAt }) };
      },
    );
  },

  'workshop.closeRound': async (context, { roundId }) => {
    const round = await requireOpenRound(context.session.db, roundId);
    const { houseId } = await requireWorkshop(context.session.db, round.workshopId);
    await context.edit(
      { label: 'workshop:undo.closeRound', params: { number: round.number } },
      ['workshop'],
      async (trx) => {
        await requireOpenRound(trx, roundId);
        const { whatIds } = await askedNow(trx, houseId, round);
        await scoresBecomeVotes(trx, roundId, await listAttending(trx, round.workshopId), whatIds);
        await setRoundClosed(trx, roundId, new Date().toISOString());
      },
    );
  },

  'workshop.reopenRound': async (context, { roundId }) => {
    const { number, workshopId } = await requireClosedRound(context.session.db, roundId);
    await requireOpenWorkshop(context.session.db, workshopId);
    await context.edit(
      { label: 'workshop:undo.reopenRound', params: { number } },
      ['workshop'],
      async (trx) => {
        await refuseSecondOpen(trx, workshopId);
        await votesBecomeScores(trx, roundId);
        await setRoundClosed(trx, roundId, null);
      },
    );
  },

  'workshop.removeRound': async (context, { roundId }) => {
    const { number } = await requireVoteRound(context.session.db, roundId);
    await context.edit(
      { label: 'workshop:undo.removeRound', params: { number } },
      ['workshop'],
      (trx) => deleteVoteRound(trx, roundId),
    );
  },

  'workshop.setScores': (context, input) => setScores(context, input),

  'workshop.scoredCells': async ({ session }, { roundId, participantId }) => {
    const scores = await readOwnScores(session, roundId, participantId);
    return scores.map(({ whatId, howId }) => ({ whatId, howId }));
  },

  'workshop.ballots': async ({ session }, { roundId }) => {
    const round = await requireClosedRound(session.db, roundId);
    const { houseId } = await requireWorkshop(session.db, round.workshopId);
    const { subject: _, ...ballots } = await readScoredRound(session, houseId, round);
    return ballots;
  },

  'workshop.discussionOrder': (context, order) => discussRound(context, order),
};

async function refuseSecondOpen(trx: WorkspaceDb, workshopId: number): Promise<void> {
  const open = (await listVoteRounds(trx, workshopId)).find(({ closedAt }) => closedAt === null);
  if (open !== undefined) throw new AppError('workshop.anotherRoundOpen', { number: open.number });
}

async function cellsToAsk(
  trx: WorkspaceDb,
  houseId: number,
  { subject, ...chosen }: ParsedInputOf<'workshop.openRound'>,
): Promise<Pick<StoredRound, 'whatIds' | 'howIds' | 'cells'>> {
  if (subject === 'relations' && chosen.cells !== undefined) {
    return relationsToAsk(trx, houseId, chosen.cells);
  }
  const leaves = {
    whatIds: await listLeafIds(trx, 'what', houseId),
    howIds: await listLeafIds(trx, 'how', houseId),
  };
  await requireLeaves(trx, 'what', houseId, chosen.whatIds ?? []);
  const whatIds = [...new Set(chosen.whatIds ?? leaves.whatIds)];
  if (whatIds.length === 0) throw new AppError('workshop.nothingToScore');
  if (subject === 'importance') return { whatIds, howIds: [], cells: null };
  await requireLeaves(trx, 'how', houseId, chosen.howIds ?? []);
  const howIds = [...new Set(chosen.howIds ?? leaves.howIds)];
  if (howIds.length === 0) throw new AppError('workshop.nothingToScore');
  return { whatIds, howIds, cells: null };
}

/** These relations alone, each once. */
async function relationsToAsk(
  trx: WorkspaceDb,
  houseId: number,
  chosen: readonly AskedCell[],
): Promise<Pick<StoredRound, 'whatIds' | 'howIds' | 'cells'>> {
  const cells = [...new Map(chosen.map((cell) => [`${cell.whatId}:${cell.howId}`, cell])).values()];
  const whatIds = [...new Set(cells.map(({ whatId }) => whatId))];
  const howIds = [...new Set(cells.map(({ howId }) => howId))];
  await requireLeaves(trx, 'what', houseId, whatIds);
  await requireLeaves(trx, 'how', houseId, howIds);
  return { whatIds, howIds, cells };
}
