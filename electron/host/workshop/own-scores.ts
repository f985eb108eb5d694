import type { Score } from '../../../core/contract/workshop.contract.ts';
import { listScores, readVotesOf } from '../../../db/repositories/workshop-round.repository.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { askedNow } from './asked-cells.ts';
import { requireVoteRound, requireWorkshop } from './workshop-guard.ts';

/** What one participant scored, in a round that is open or closed. */
export async function readOwnScores(
  { db, raw }: WorkspaceSession,
  roundId: number,
  participantId: number,
): Promise<Score[]> {
  const round = await requireVoteRound(db, roundId);
  const { houseId } = await requireWorkshop(db, round.workshopId);
  if (round.closedAt === null) {
    return listScores(db, roundId, participantId, await askedNow(db, houseId, round));
  }
  return readVotesOf(raw, roundId, participantId).map(([whatId, howId, value]) => ({
    whatId,
    howId: howId === 0 ? null : howId,
    value,
  }));
}
