import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { useJobs } from '../../shared/host/jobs.ts';

/** The learning of words that is under way. */
export function useLearningJob(): JobInfo | undefined {
  return useJobs().find(({ kind, status }) => kind === 'insight.learn' && status === 'running');
}

/** What was answered from a sample is asked again once the words of all VOC are known. */
export function useWholeOnceLearned(): void {
  const client = useQueryClient();
  const learning = useLearningJob()?.id;
  const before = useRef(learning);
  useEffect(() => {
    const hasEnded = before.current !== undefined && learning === undefined;
    before.current = learning;
    if (!hasEnded) return;
    void client.invalidateQueries({
      predicate: ({ queryKey }) => String(queryKey[0]).startsWith('insight.'),
    });
  }, [client, learning]);
}
