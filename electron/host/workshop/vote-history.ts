import { AppError } from '../../../core/contract/app-error.ts';
import type { Concordance } from '../../../core/domain/workshop/concordance.ts';
import {
  type ContestedHistory,
  contestedHistories,
} from '../../../core/domain/workshop/contested-history.ts';
import {
  roundConcordance,
  roundDiscussion,
  type ScoredRound,
} from '../../../core/domain/workshop/round-discussion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { countCsfsAtWork } from '../../../db/repositories/csf.repository.ts';
import { listDecisions } from '../../../db/repositories/workshop-decision.repository.ts';
import { listVoteRounds } from '../../../db/repositories/workshop-round.repository.ts';
import { readHouseModel } from '../house-view.ts';
import { readScoredRound } from './round-ballots.ts';
import { requireWorkshop } from './workshop-guard.ts';

/** How many HOWs would be CSFs while none is chosen. */
const usualTop = 5;

/** What the closed rounds of a workshop tell of how people came to agree. */
export interface VoteHistory {
  contested: ContestedHistory[];
  /** Of the first round of relations; null without one. */
  concordance: Concordance | null;
}

export async function readVoteHistory(db: WorkspaceDb, workshopId: number): Promise<VoteHistory> {
  const { houseId } = await requireWorkshop(db, workshopId);
  const model = await readHouseModel(db, houseId);
  if (model === null) throw new AppError('house.notFound');
  const rounds: ScoredRound[] = [];
  for (const round of await listVoteRounds(db, workshopId)) {
    if (round.closedAt !== null) rounds.push(await readScoredRound({ db }, houseId, round));
  }
  const first = rounds.find(({ subject }) => subject === 'relations');
  const decisions = await listDecisions(db, workshopId);
  const topK = (await countCsfsAtWork(db, houseId)) || usualTop;
  const effects = new Map(
    rounds.map((round) => [
      round.roundId,
      roundDiscussion(model, round, topK).cells.map(({ row, column }) => ({
        whatId: round.whatIds[row] ?? 0,
        howId: round.howIds[column] ?? 0,
      })),
    ]),
  );
  return {
    contested: contestedHistories(rounds, decisions, effects),
    concordance: first === undefined ? null : roundConcordance(first),
  };
}
