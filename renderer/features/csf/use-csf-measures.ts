import { useMemo } from 'react';
import type { CsfItem } from '../../../core/contract/csf.contract.ts';
import type { CsfStability } from '../../../core/contract/stability.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { useJobs } from '../../shared/host/jobs.ts';
import { useVariantCounting } from '../../shared/house/use-variant-counting.ts';

export interface CsfMeasures {
  /** By CSF. */
  stability: ReadonlyMap<number, CsfStability>;
  /** By survey item; those that some CSF is linked to. */
  items: ReadonlyMap<number, CsfItem>;
  /** Whole percent of the variants that are counted just now; null when none are. */
  counting: number | null;
  count: (houseId: number) => void;
}

/** What tells how firmly CSFs stand and whether they get better. */
export function useCsfMeasures(): CsfMeasures {
  const { data: stability } = useHostQuery('stability.listForCsfs', {});
  const { data: items } = useHostQuery('csf.listItems', {});
  const running = useJobs().find(
    ({ kind, status }) => kind === 'stability' && status === 'running',
  );
  const houses = useMemo(
    () => [
      ...new Map(
        (stability ?? []).map(({ standing, ...row }) => [
          row.houseId,
          { ...row, known: standing !== null, running: false },
        ]),
      ).values(),
    ],
    [stability],
  );
  const count = useVariantCounting(houses);
  return {
    stability: useMemo(() => new Map(stability?.map((row) => [row.csfId, row])), [stability]),
    items: useMemo(() => new Map(items?.map((item) => [item.itemId, item])), [items]),
    counting:
      running === undefined ? null : Math.floor((running.done / (running.total ?? Infinity)) * 100),
    count,
  };
}
