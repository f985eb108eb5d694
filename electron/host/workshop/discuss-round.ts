import type { WorkspaceDb } from '../../../db/connection.ts';
import { listAttending } from '../../../db/repositories/workshop.repository.ts';
import {
  listVoteRounds,
  type StoredRound,
} from '../../../db/repositories/workshop-round.repository.ts';
import type { Watch } from '../heavy/run-heavy.ts';
import type { HostContext } from '../host-context.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { inWorker, newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import {
  type Discussion,
  type DiscussionAnswers,
  type DiscussionOrder,
  type DiscussionTask,
  type DiscussionWork,
  discuss,
} from './discussion-task.ts';
import { readVoteHistory, type VoteHistory } from './vote-history.ts';
import { requireClosedRound, requireWorkshop } from './workshop-guard.ts';

/** Cells of the round times those who score and HOWs: below it, a thread would take longer to start than the work. */
const smallWork = 1_000_000;

/** Whether its votes are for a thread of its own: larger than what workshops have as a rule. */
export async function isLargeRound(
  db: WorkspaceDb,
  { workshopId, whatIds, howIds }: Pick<StoredRound, 'workshopId' | 'whatIds' | 'howIds'>,
): Promise<boolean> {
  const voters = (await listAttending(db, workshopId)).length;
  const hows = Math.max(1, howIds.length);
  return whatIds.length * hows * (voters + hows) > smallWork;
}

/** Of a large round in a thread, which reads the file itself, with progress and a way to cancel. */
export async function discussRound(
  { session, jobs }: HostContext,
  order: DiscussionOrder,
): Promise<Discussion> {
  const round = await requireClosedRound(session.db, order.roundId);
  if (!(await isLargeRound(session.db, round))) return discuss(session.db, order);
  const { name } = await requireWorkshop(session.db, round.workshopId);
  const head = { kind: 'workshop.discussion', subject: name, phase: 'ordering' } as const;
  return shownWhenLong(jobs, head, (watch) => inThread(session, { kind: 'order', order }, watch));
}

/** The same for how people came to agree, in the rounds that are closed. */
export async function historyOfVotes(
  session: WorkspaceSession,
  workshopId: number,
): Promise<VoteHistory> {
  for (const round of await listVoteRounds(session.db, workshopId)) {
    if (await isLargeRound(session.db, round)) {
      return inThread(session, { kind: 'history', workshopId });
    }
  }
  return readVoteHistory(session.db, workshopId);
}

/** Given up when the workspace is closed: nobody waits for an answer about it any more. */
async function inThread<Kind extends DiscussionWork['kind']>(
  session: WorkspaceSession,
  work: DiscussionWork & { kind: Kind },
  watch?: Watch,
): Promise<DiscussionAnswers[Kind]> {
  const closing = new AbortController();
  const forget = session.whenClosing(async () => closing.abort());
  const signals = watch === undefined ? [closing.signal] : [closing.signal, watch.signal];
  const task: DiscussionTask = {
    workspaceFile: session.file,
    work,
    cancelFlag: newCancelFlag(),
  };
  try {
    return await inWorker<DiscussionAnswers[Kind]>('discussion', task, {
      signal: AbortSignal.any(signals),
      onProgress: ({ done, total }) => watch?.report({ done, total }),
    });
  } finally {
    forget();
  }
}
