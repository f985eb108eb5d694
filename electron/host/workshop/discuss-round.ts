import { listAttending } from '../../../db/repositories/workshop.repository.ts';
import type { HostContext } from '../host-context.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { inWorker, newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import {
  type DiscussionAnswers,
  type DiscussionTask,
  type DiscussionWork,
  discuss,
} from './discussion-task.ts';
import { requireClosedRound, requireWorkshop } from './workshop-guard.ts';

/** Cells of the round times those who score and HOWs: below it, a thread would take longer to start than the work. */
const smallWork = 1_000_000;

/**
 * Worked out at once for a house as workshops have them; for a large one in a thread of its own, which reads
 * the file itself, with progress and a way to cancel.
 */
export async function discussRound<Kind extends DiscussionWork['kind']>(
  context: HostContext,
  work: DiscussionWork & { kind: Kind },
): Promise<DiscussionAnswers[Kind]> {
  const { session } = context;
  const round = await requireClosedRound(session.db, work.roundId);
  const voters = (await listAttending(session.db, round.workshopId)).length;
  const hows = Math.max(1, round.howIds.length);
  const isSmall = round.whatIds.length * hows * (voters + hows) <= smallWork;
  const answer = isSmall
    ? await discuss(session.db, work)
    : await besideWork(context, round.workshopId, work);
  return answer as DiscussionAnswers[Kind];
}

async function besideWork(
  { session, jobs }: HostContext,
  workshopId: number,
  work: DiscussionWork,
): Promise<unknown> {
  const { name } = await requireWorkshop(session.db, workshopId);
  const head = { kind: 'workshop.discussion', subject: name, phase: 'ordering' } as const;
  return shownWhenLong(jobs, head, ({ signal, report }) =>
    untilClosing(session, signal, (ending) => {
      const task: DiscussionTask = {
        workspaceFile: session.file,
        work,
        cancelFlag: newCancelFlag(),
      };
      return inWorker('discussion', task, {
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
