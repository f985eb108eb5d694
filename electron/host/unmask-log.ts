import type { UnmaskEntry } from '../../core/contract/privacy.contract.ts';
import { logUnmasking } from '../../db/repositories/privacy.repository.ts';
import { actorOf } from './actor.ts';
import type { HostContext } from './host-context.ts';

/** Written before anything is shown: what cannot be logged is not shown. Outside undo, on purpose. */
export async function logUnmaskingOf(
  context: HostContext,
  entry: Omit<UnmaskEntry, 'id' | 'at' | 'actor'>,
): Promise<void> {
  const { session } = context;
  await session.whileNobodyWrites(() =>
    logUnmasking(session.db, {
      ...entry,
      at: new Date().toISOString(),
      actor: actorOf(context),
    }),
  );
  context.changed(['setting']);
}
