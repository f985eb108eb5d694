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
  let look: Promise<unknown> = Promise.resolve();
  const forget = session.whenClosing(async () => {
    closing.abort();
    // It cannot be stopped while it reads, and the file is not closed beneath it.
    await look.catch(() => undefined);
  });
  try {
    await after(waitMs, undefined, { signal: closing.signal, ref: false });
    const whole = isFileWhole(session);
    look = whole;
    if (await whole) return;
    session.foundDamaged();
    if (!closing.signal.aborted) {
      emit('workspace.foundDamaged', damageOf(session.file).toPayload());
    }
  } catch (error) {
    // Closed before its turn came.
    if (!closing.signal.aborted) console.error('the file could not be checked:', error);
  } finally {
    forget();
  }
}
