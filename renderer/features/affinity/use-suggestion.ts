import { useCallback, useEffect, useRef, useState } from 'react';
import type { AffinityGroups } from '../../../core/contract/affinity.contract.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import type { InputOf } from '../../../core/contract/contract.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
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
  /** All VOC are grouped, and the groups of a sample are still shown as somebody is at work there. */
  isWholeWaiting: boolean;
  showWhole: () => void;
  /** Stopped or failed: nothing is under way and there is nothing to show. */
  isStopped: boolean;
  again: () => void;
  cancel: () => void;
}

interface Started {
  jobId: string;
  earlyJobId: string | null;
}

/** The board is left and entered again: what was grouped the same way is not grouped anew. */
let last: (Started & { key: string }) | null = null;

/**
 * Groups of the VOC; of many, at first those of a sample, which give way to those of all as soon as
 * nobody holds or marks anything (`isBusy`).
 */
export function useSuggestion(input: InputOf<'affinity.suggest'>, isBusy: boolean): Suggestion {
  const key = JSON.stringify(input);
  const known = last?.key === key ? last : null;
  const [started, setStarted] = useState<Started | null>(known);
  const [readyId, setReadyId] = useState(known?.jobId ?? null);
  const job = useJob(started?.jobId ?? null);
  const earlyJob = useJob(started?.earlyJobId ?? null);
  const dismiss = useDismissJob();
  const begun = useRef(known === null ? null : key);

  const again = useCallback(() => {
    begun.current = key;
    host
      .call('affinity.suggest', JSON.parse(key))
      .then((jobs) => {
        last = { key, ...jobs };
        setStarted(jobs);
      })
      .catch(notifyError);
  }, [key]);

  useEffect(() => {
    if (begun.current !== key) again();
  }, [key, again]);

  const wholeId = started?.jobId ?? null;
  const earlyId = started?.earlyJobId ?? null;
  const status = job?.status;
  const isWholeWaiting = status === 'succeeded' && readyId !== wholeId && readyId === earlyId;
  const showWhole = useCallback(() => {
    if (wholeId === null) return;
    setReadyId(wholeId);
    dismiss(wholeId);
  }, [wholeId, dismiss]);
  useEffect(() => {
    if (status !== 'succeeded' || (isWholeWaiting && isBusy)) return;
    showWhole();
  }, [status, isWholeWaiting, isBusy, showWhole]);

  const earlyStatus = earlyJob?.status;
  useEffect(() => {
    if (earlyStatus !== 'succeeded' || earlyId === null) return;
    setReadyId((shown) => (shown === wholeId ? shown : earlyId));
    dismiss(earlyId);
  }, [earlyStatus, earlyId, wholeId, dismiss]);

  const { data, error } = useHostQuery(
    'affinity.groups',
    { suggestionId: readyId ?? '' },
    { enabled: readyId !== null },
  );
  const isGone = error instanceof AppError && error.code === 'affinity.gone' && wholeId === readyId;
  useEffect(() => {
    if (!isGone) return;
    setReadyId(null);
    again();
  }, [isGone, again]);

  return {
    id: readyId,
    groups: readyId === null ? null : (data ?? null),
    job: status === 'running' ? job : null,
    isWholeWaiting,
    showWhole,
    isStopped: status === 'cancelled' || status === 'failed',
    again,
    cancel: () => {
      for (const id of [wholeId, earlyStatus === 'running' ? earlyId : null]) {
        if (id !== null) void host.call('job.cancel', { id });
      }
    },
  };
}
