import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AppError } from '../../../core/contract/app-error.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { host } from './host-client.ts';
import { useHostQuery } from './host-queries.ts';

const jobsKey = ['job.list', {}] as const;

/** Every job of this session, kept current by the host's events. */
export function useJobs(): JobInfo[] {
  const client = useQueryClient();
  const { data } = useHostQuery('job.list', {});
  useEffect(
    () =>
      host.on('job.changed', (job) => {
        client.setQueryData<JobInfo[]>(jobsKey, (known = []) =>
          known.some(({ id }) => id === job.id)
            ? known.map((other) => (other.id === job.id ? job : other))
            : [...known, job],
        );
      }),
    [client],
  );
  return data ?? [];
}

/** One job while it runs and after; null before its first news. */
export function useJob(id: string | null): JobInfo | null {
  return useJobs().find((job) => job.id === id) ?? null;
}

/** Takes a finished job off the list. */
export function useDismissJob(): (id: string) => void {
  const client = useQueryClient();
  return (id) => {
    client.setQueryData<JobInfo[]>(jobsKey, (known = []) => known.filter((job) => job.id !== id));
    void host.call('job.dismiss', { id });
  };
}

/** Saves the file that a job makes as soon as it is there, or tells why it is not. */
export async function deliverWhenMade(jobId: string): Promise<void> {
  const job = await jobEnd(jobId);
  if (job.error !== null) throw AppError.fromPayload(job.error);
  if (job.reportFile === null) return;
  const { token, fileName } = job.reportFile;
  await host.call('shell.deliverFile', { token, fileName });
}

/** Resolves with the job once it has ended; it may have ended before we began to listen. */
async function jobEnd(jobId: string): Promise<JobInfo> {
  const ended = Promise.withResolvers<JobInfo>();
  const stop = host.on('job.changed', (job) => {
    if (job.id === jobId && job.status !== 'running') ended.resolve(job);
  });
  try {
    const now = await host.call('job.get', { id: jobId });
    return now.status === 'running' ? await ended.promise : now;
  } finally {
    stop();
  }
}
