import { type AgreedValue, acceptance } from '../../../core/domain/workshop/acceptance.ts';
import { agreedValues } from '../../../core/domain/workshop/round-discussion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  insertDecision,
  listDecisions,
} from '../../../db/repositories/workshop-decision.repository.ts';
import { enterValues } from './enter-values.ts';
import { readScoredRound } from './round-ballots.ts';
import { valueAt } from './value-at.ts';
import { requireClosedRound, requireWorkshop } from './workshop-guard.ts';

export interface AcceptOrder {
  readonly roundId: number;
  /** Of what is decided anew. */
  readonly reason: string;
  /** ISO, UTC. */
  readonly at: string;
}

/** Enters what the votes of a round propose where people agree; answers how many values changed. */
export async function acceptAgreed(
  db: WorkspaceDb,
  { roundId, reason, at }: AcceptOrder,
): Promise<number> {
  const round = await requireClosedRound(db, roundId);
  const { workshopId, subject, closedAt } = round;
  const { houseId } = await requireWorkshop(db, workshopId);
  const scored = await readScoredRound({ db }, houseId, round);
  const agreed = agreedValues(scored).map(
    ({ row, column, value }): AgreedValue => ({
      whatId: scored.whatIds[row] ?? 0,
      howId: subject === 'importance' ? null : (scored.howIds[column] ?? 0),
      value,
    }),
  );
  const { values, overruled } = acceptance(
    agreed,
    await listDecisions(db, workshopId),
    closedAt ?? at,
  );
  for (const { whatId, howId, value } of overruled) {
    const before = await valueAt(db, houseId, whatId, howId);
    await insertDecision(db, {
      workshopId,
      roundId,
      whatId,
      howId,
      subject: '',
      outcome: '',
      before,
      after: value,
      reason,
      consensus: 'agreed',
      at,
    });
  }
  return enterValues(db, houseId, values);
}
