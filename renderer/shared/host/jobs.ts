import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { JobInfo } from '../../../core/contract/import.contract.ts';
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
