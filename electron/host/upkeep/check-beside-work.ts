import { setTimeout as after } from 'node:timers/promises';
import type { HostContext } from '../host-context.ts';
import { damageOf } from '../workspace-session.ts';
import { isFileWhole } from './run-upkeep.ts';

/** The first seconds belong to the list and its facets. */
const settledMs = 10_000;

/**
 * Checks all of a big file, which opening only looked at. When it is damaged the person is told, and
 * nothing more is written into it; what can be read can still be looked at and copied.
 */
export async function checkBesideWork(
  { session, emit }: HostContext,
  waitMs = settledMs,
): Promise<void> {
  if (session.foundWhole) return;
  const closing = new AbortController();
  // A check that has begun cannot be stopped; it only reads, and nobody waits for it any more.
  const forget = session.whenClosing(async () => closing.abort());
  try {
    await after(waitMs, undefined, { signal: closing.signal, ref: false });
    if ((await isFileWhole(session)) || closing.signal.aborted) return;
    session.foundDamaged();
    emit('workspace.foundDamaged', damageOf(session.file).toPayload());
  } catch (error) {
    // Closed before its turn came.
    if (!closing.signal.aborted) console.error('the file could not be checked:', error);
  } finally {
    forget();
  }
}
