import { AppError } from '../../../core/contract/app-error.ts';
import type { OnRowsDiscussed } from '../../../core/domain/workshop/discussion-order.ts';
import { agreedValues, roundDiscussion } from '../../../core/domain/workshop/round-discussion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { readHouseModel } from '../house-view.ts';
import type { WorkerTask } from '../work-in-worker.ts';
import { readScoredRound } from './round-ballots.ts';
import { requireClosedRound, requireWorkshop } from './workshop-guard.ts';

/** What is worked out of the votes of a closed round. */
export type DiscussionWork =
  | { kind: 'order'; roundId: number; topK: number }
  | { kind: 'agreed'; roundId: number };

export interface DiscussionAnswers {
  order: ReturnType<typeof roundDiscussion>;
  /** What the votes propose where people agree; null of a HOW: the importance of the WHAT. */
  agreed: { whatId: number; howId: number | null; value: number }[];
}

export interface DiscussionTask extends WorkerTask {
  readonly workspaceFile: string;
  readonly work: DiscussionWork;
}

export async function discuss(
  db: WorkspaceDb,
  work: DiscussionWork,
  onRows?: OnRowsDiscussed,
): Promise<DiscussionAnswers[DiscussionWork['kind']]> {
  const round = await requireClosedRound(db, work.roundId);
  const { houseId } = await requireWorkshop(db, round.workshopId);
  const scored = await readScoredRound({ db }, houseId, round);
  if (work.kind === 'agreed') {
    return agreedValues(scored).map(({ row, column, value }) => ({
      whatId: scored.whatIds[row] ?? 0,
      howId: round.subject === 'importance' ? null : (scored.howIds[column] ?? 0),
      value,
    }));
  }
  const model = await readHouseModel(db, houseId);
  if (model === null) throw new AppError('house.notFound');
  return roundDiscussion(model, scored, work.topK, onRows);
}
