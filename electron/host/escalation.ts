import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../core/contract/app-error.ts';
import { addCalendarDays } from '../../core/domain/voc/handling.ts';
import { escalateSlice, firstDuePlace } from '../../db/escalation.ts';
import { readEscalationPolicy } from '../../db/repositories/handling.repository.ts';
import type { HostContext } from './host-context.ts';
import { localMoment, localToday } from './local-date.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** VOC walked in one turn: some milliseconds, so that reads come in between. */
const walkedAtOnce = 1_000;
const everyHour = 3_600_000;

const underWay = new WeakSet<WorkspaceSession>();

/**
 * Marks the VOC that are past their due date without an answer, as the workspace's policy says. Walks
 * on turn by turn until all are marked or the workspace is closed.
 */
export async function escalateOverdue(context: HostContext): Promise<void> {
  if (!context.hasSession) return;
  const { session } = context;
  if (underWay.has(session)) return;
  underWay.add(session);
  try {
    if ((await markOverdue(session)) > 0) context.changed(['voc']);
  } catch (error) {
    // Closed meanwhile: the next opening begins anew.
    if (!(error instanceof AppError)) console.error('escalating failed:', error);
  } finally {
    underWay.delete(session);
  }
}

/** A due date passes at midnight; within the hour it is seen. Answers how to stop. */
export function escalateEveryHour(context: HostContext): () => void {
  const timer = setInterval(() => void escalateOverdue(context), everyHour);
  timer.unref();
  return () => clearInterval(timer);
}

async function markOverdue(session: WorkspaceSession): Promise<number> {
  const { automatic, daysAfterDue } = readEscalationPolicy(session.raw);
  if (!automatic) return 0;
  const now = new Date();
  const stamp = { at: now.toISOString(), local: localMoment(now) };
  const before = addCalendarDays(localToday(now), -daysAfterDue);
  let marked = 0;
  for (let place = firstDuePlace; ; ) {
    const slice = await session.whileNobodyWrites(() =>
      escalateSlice(session.raw, place, before, walkedAtOnce, stamp),
    );
    marked += slice.marked;
    if (slice.next === null) return marked;
    place = slice.next;
    await nextTurn();
  }
}
