import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../core/contract/app-error.ts';
import { addCalendarDays } from '../../core/domain/voc/handling.ts';
import { escalate } from '../../db/escalation.ts';
import { readEscalationPolicy } from '../../db/repositories/handling.repository.ts';
import { findOverdue } from './handling-figures.ts';
import type { HostContext } from './host-context.ts';
import { localMoment, localToday, millisecondsToMidnight } from './local-date.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** VOC marked in one turn: some milliseconds, so that reads come in between. */
const markedAtOnce = 250;
const everyHour = 3_600_000;

/** Named ones, or those with a greater id: what has just come in. */
export type MaybeOverdue = readonly number[] | { after: number };

/** One after another: the second sees what changed since the first looked. */
const turns = new WeakMap<WorkspaceSession, Promise<void>>();

/**
 * Marks the VOC that are past their due date without an answer, as the workspace's policy says: of
 * `among` when it is given, else of all. All are found beside the host's thread; they are marked turn
 * by turn until the workspace is closed.
 */
export function escalateOverdue(context: HostContext, among?: MaybeOverdue): Promise<void> {
  if (!context.hasSession) return Promise.resolve();
  const { session } = context;
  const turn = (turns.get(session) ?? Promise.resolve()).then(() =>
    markAndTell(context, session, among),
  );
  turns.set(session, turn);
  return turn;
}

async function markAndTell(
  context: HostContext,
  session: WorkspaceSession,
  among: MaybeOverdue | undefined,
): Promise<void> {
  try {
    if ((await markOverdue(session, among)) > 0) context.changed(['voc']);
  } catch (error) {
    // Closed meanwhile: the next opening begins anew.
    const isClosed = !context.hasSession || context.session !== session;
    if (!isClosed && !(error instanceof AppError)) console.error('escalating failed:', error);
  }
}

/**
 * A due date passes at midnight, and then it is looked; within the hour also where the computer slept
 * through it. Answers how to stop.
 */
export function escalateWhenDue(context: HostContext): () => void {
  const hourly = setInterval(() => void escalateOverdue(context), everyHour);
  hourly.unref();
  let midnight: NodeJS.Timeout | undefined;
  const waitForMidnight = () => {
    midnight = setTimeout(() => {
      void escalateOverdue(context);
      waitForMidnight();
    }, millisecondsToMidnight(new Date()));
    midnight.unref();
  };
  waitForMidnight();
  return () => {
    clearInterval(hourly);
    clearTimeout(midnight);
  };
}

async function markOverdue(
  session: WorkspaceSession,
  among: MaybeOverdue | undefined,
): Promise<number> {
  const { automatic, daysAfterDue } = readEscalationPolicy(session.raw);
  if (!automatic) return 0;
  const now = new Date();
  const stamp = { at: now.toISOString(), local: localMoment(now) };
  const before = addCalendarDays(localToday(now), -daysAfterDue);
  const ids = isNamed(among) ? among : await findOverdue(session, before, among?.after ?? 0);
  let marked = 0;
  for (let from = 0; from < ids.length; from += markedAtOnce) {
    const slice = ids.slice(from, from + markedAtOnce);
    marked += await session.writeBesideSteps(() => escalate(session.raw, slice, before, stamp));
    await nextTurn();
  }
  return marked;
}

function isNamed(among: MaybeOverdue | undefined): among is readonly number[] {
  return Array.isArray(among);
}
