import { agreedValues } from '../../../core/domain/workshop/round-discussion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { enterValues } from './enter-values.ts';
import { readScoredRound } from './round-ballots.ts';
import { requireClosedRound, requireWorkshop } from './workshop-guard.ts';

/** Enters what the votes of a round propose where people agree; answers how many values changed. */
export async function acceptAgreed(db: WorkspaceDb, roundId: number): Promise<number> {
  const round = await requireClosedRound(db, roundId);
  const { houseId } = await requireWorkshop(db, round.workshopId);
  const scored = await readScoredRound({ db }, houseId, round);
  const values = agreedValues(scored).map(({ row, column, value }) => ({
    whatId: scored.whatIds[row] ?? 0,
    howId: round.subject === 'importance' ? null : (scored.howIds[column] ?? 0),
    value,
  }));
  return enterValues(db, houseId, values);
}
