import { keepStabilityCounts } from '../../../db/repositories/stability.repository.ts';
import type { HostContext } from '../host-context.ts';
import { inWorker, newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { readStabilityCase, type StabilityCase } from './house-stability.ts';
import type { StabilityTask } from './stability-task.ts';

interface Counting {
  fingerprint: string;
  jobId: string;
}

/** What is being counted in each open workspace, by house. */
const counting = new WeakMap<WorkspaceSession, Map<number, Counting>>();

/** The job that counts just these variants; null when there is none. */
export function jobCounting(session: WorkspaceSession, found: StabilityCase): string | null {
  const running = counting.get(session)?.get(found.houseId);
  return running?.fingerprint === found.fingerprint ? running.jobId : null;
}

/** Counts the variants of a house in a thread; what was counted for an earlier state of it is given up. */
export function startCounting(
  context: HostContext,
  found: StabilityCase,
  houseName: string,
): string {
  const { session, jobs } = context;
  const { houseId, fingerprint, input, options } = found;
  const running = counting.get(session) ?? new Map<number, Counting>();
  counting.set(session, running);
  const earlier = running.get(houseId);
  if (earlier !== undefined) jobs.cancel(earlier.jobId);
  const head = { kind: 'stability', subject: houseName, phase: 'varying' } as const;
  const jobId = jobs.start(head, async ({ signal, report }) => {
    try {
      const task: StabilityTask = { input, cancelFlag: newCancelFlag() };
      const counts = await inWorker<Uint32Array>('stability', task, {
        signal,
        onProgress: ({ done, total }) => report({ done, total }),
      });
      await session.whileNobodyWrites(() =>
        keepStabilityCounts(session.db, houseId, options, fingerprint, counts),
      );
    } finally {
      if (running.get(houseId)?.jobId === jobId) running.delete(houseId);
      context.changed(['stability']);
    }
    return {};
  });
  running.set(houseId, { fingerprint, jobId });
  return jobId;
}

/** Resolves when the variants of a house are counted, or cannot be: for a report. */
export async function whenCounted(
  context: HostContext,
  houseId: number,
  houseName: string,
): Promise<void> {
  const found = await readStabilityCase(context.session.db, houseId);
  if (found.counts !== null || found.weightless) return;
  const jobId = jobCounting(context.session, found) ?? startCounting(context, found, houseName);
  await context.jobs.settled(jobId);
}
