import type { Concordance } from '../../../core/domain/workshop/concordance.ts';
import {
  type ContestedHistory,
  contestedHistories,
} from '../../../core/domain/workshop/contested-history.ts';
import {
  roundConcordance,
  type ScoredRound,
} from '../../../core/domain/workshop/round-discussion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { listDecisions } from '../../../db/repositories/workshop-decision.repository.ts';
import { listVoteRounds } from '../../../db/repositories/workshop-round.repository.ts';
import { readScoredRound } from './round-ballots.ts';
import { requireWorkshop } from './workshop-guard.ts';

/** What the closed rounds of a workshop tell of how people came to agree. */
export interface VoteHistory {
  contested: ContestedHistory[];
  /** Of the first round of relations; null without one. */
  concordance: Concordance | null;
}

export async function readVoteHistory(db: WorkspaceDb, workshopId: number): Promise<VoteHistory> {
  const { houseId } = await requireWorkshop(db, workshopId);
  const rounds: ScoredRound[] = [];
  for (const round of await listVoteRounds(db, workshopId)) {
    if (round.closedAt !== null) rounds.push(await readScoredRound({ db }, houseId, round));
  }
  const first = rounds.find(({ subject }) => subject === 'relations');
  return {
    contested: contestedHistories(rounds, await listDecisions(db, workshopId)),
    concordance: first === undefined ? null : roundConcordance(first),
  };
}
