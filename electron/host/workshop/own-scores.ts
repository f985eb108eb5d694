import type { Score } from '../../../core/contract/workshop.contract.ts';
import { readBallot } from '../../../db/repositories/ballot.repository.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { askedNow, levelsOf } from './asked-cells.ts';
import { requireVoteRound, requireWorkshop } from './workshop-guard.ts';

/** What one participant scored. While the round is open it is for nobody's eyes: see who calls this. */
export async function readOwnScores(
  { db }: WorkspaceSession,
  roundId: number,
  participantId: number,
): Promise<Score[]> {
  const round = await requireVoteRound(db, roundId);
  const { houseId } = await requireWorkshop(db, round.workshopId);
  const { whatIds, howIds } = await askedNow(db, houseId, round);
  const levels = await levelsOf(db, houseId, round.subject);
  const ballot = await readBallot(db, round, participantId, { whatIds, howIds, levels });
  return ballot.flatMap((scores, row) =>
    scores.flatMap((value, column) =>
      value === null ? [] : [{ whatId: whatIds[row] ?? 0, howId: howIds[column] ?? null, value }],
    ),
  );
}
