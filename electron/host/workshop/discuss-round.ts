import type { WorkspaceDb } from '../../../db/connection.ts';
import { listAttending } from '../../../db/repositories/workshop.repository.ts';
import type { StoredRound } from '../../../db/repositories/workshop-round.repository.ts';
import type { HostContext } from '../host-context.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { inWorker, newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import {
  type Discussion,
  type DiscussionOrder,
  type DiscussionTask,
  discuss,
} from './discussion-task.ts';
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
  return shownWhenLong(jobs, head, ({ signal, report }) =>
    untilClosing(session, signal, (ending) => {
      const workspaceFile = session.file;
      const task: DiscussionTask = { workspaceFile, order, cancelFlag: newCancelFlag() };
      return inWorker<Discussion>('discussion', task, {
        signal: ending,
        onProgress: ({ done, total }) => report({ done, total }),
      });
    }),
  );
}

/** Nobody waits for an answer about a workspace that is closed. */
async function untilClosing<T>(
  session: WorkspaceSession,
  signal: AbortSignal,
  work: (ending: AbortSignal) => Promise<T>,
): Promise<T> {
  const closing = new AbortController();
  const forget = session.whenClosing(async () => closing.abort());
  try {
    return await work(AbortSignal.any([signal, closing.signal]));
  } finally {
    forget();
  }
}
