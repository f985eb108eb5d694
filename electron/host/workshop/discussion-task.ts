import { AppError } from '../../../core/contract/app-error.ts';
import type { OnRowsDiscussed } from '../../../core/domain/workshop/discussion-order.ts';
import { roundDiscussion } from '../../../core/domain/workshop/round-discussion.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { readHouseModel } from '../house-view.ts';
import type { WorkerTask } from '../work-in-worker.ts';
import { readScoredRound } from './round-ballots.ts';
import type { VoteHistory } from './vote-history.ts';
import { requireClosedRound, requireWorkshop } from './workshop-guard.ts';

export interface DiscussionOrder {
  readonly roundId: number;
  readonly topK: number;
}

/** What is worked out of the votes of closed rounds. */
export type DiscussionWork =
  | { readonly kind: 'order'; readonly order: DiscussionOrder }
  | { readonly kind: 'history'; readonly workshopId: number };

export interface DiscussionAnswers {
  order: Discussion;
  history: VoteHistory;
}

export interface DiscussionTask extends WorkerTask {
  readonly workspaceFile: string;
  readonly work: DiscussionWork;
}

export type Discussion = ReturnType<typeof roundDiscussion>;

/** What to discuss first of a closed round, in the house as it is now. */
export async function discuss(
  db: WorkspaceDb,
  { roundId, topK }: DiscussionOrder,
  onRows?: OnRowsDiscussed,
): Promise<Discussion> {
  const round = await requireClosedRound(db, roundId);
  const { houseId } = await requireWorkshop(db, round.workshopId);
  const model = await readHouseModel(db, houseId);
  if (model === null) throw new AppError('house.notFound');
  return roundDiscussion(model, await readScoredRound({ db }, houseId, round), topK, onRows);
}
