import { useCallback, useEffect, useRef, useState } from 'react';
import type { AffinityGroups } from '../../../core/contract/affinity.contract.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import type { InputOf } from '../../../core/contract/contract.ts';
import type { JobInfo } from '../../../core/contract/import.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { useDismissJob, useJob } from '../../shared/host/jobs.ts';
import { notifyError } from '../../shared/ui/notify.ts';

export interface Suggestion {
  /** null until the first groups are there. */
  id: string | null;
  groups: AffinityGroups | null;
  /** The grouping under way. */
  job: JobInfo | null;
  /** Stopped or failed: nothing is under way and there is nothing to show. */
  isStopped: boolean;
  again: () => void;
  cancel: () => void;
}

/** The board is left and entered again: what was grouped the same way is not grouped anew. */
let last: { key: string; jobId: string } | null = null;

export function useSuggestion(input: InputOf<'affinity.suggest'>): Suggestion {
  const key = JSON.stringify(input);
  const [jobId, setJobId] = useState(last?.key === key ? last.jobId : null);
  const [readyId, setReadyId] = useState(last?.key === key ? last.jobId : null);
  const job = useJob(jobId);
  const dismiss = useDismissJob();
  const begun = useRef(last?.key === key ? key : null);

  const again = useCallback(() => {
    begun.current = key;
    host
      .call('affinity.suggest', JSON.parse(key))
      .then(({ jobId: started }) => {
        last = { key, jobId: started };
        setJobId(started);
      })
      .catch(notifyError);
  }, [key]);

  useEffect(() => {
    if (begun.current !== key) again();
  }, [key, again]);

  const status = job?.status;
  useEffect(() => {
    if (status !== 'succeeded' || jobId === null) return;
    setReadyId(jobId);
    dismiss(jobId);
  }, [status, jobId, dismiss]);

  const { data, error } = useHostQuery(
    'affinity.groups',
    { suggestionId: readyId ?? '' },
    { enabled: readyId !== null },
  );
  const isGone = error instanceof AppError && error.code === 'affinity.gone' && jobId === readyId;
  useEffect(() => {
    if (!isGone) return;
    setReadyId(null);
    again();
  }, [isGone, again]);

  return {
    id: readyId,
    groups: readyId === null ? null : (data ?? null),
    job: status === 'running' ? job : null,
    isStopped: status === 'cancelled' || status === 'failed',
    again,
    cancel: () => {
      if (jobId !== null) void host.call('job.cancel', { id: jobId });
    },
  };
}
