import { useState } from 'react';
import type { RisingWords } from '../../../core/contract/insight.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { type RisingSpan, risingPeriods } from '../../../core/domain/words/rising-periods.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';

export interface Rising {
  span: RisingSpan;
  setSpan: (span: RisingSpan) => void;
  period: { from: string; to: string } | null;
  baseline: { from: string; to: string } | null;
  answer: { data: RisingWords | undefined };
}

/** Words that come up more than before, up to the last day of which there are VOC. */
export function useRising(filter: VocFilter, enabled: boolean): Rising {
  const [span, setSpan] = useState<RisingSpan>('month');
  const { data: weekly } = useHostQuery('insight.weekly', { filter }, { enabled });
  const last = weekly?.lastDay ?? null;
  const periods = last === null ? null : risingPeriods(last, span);
  const none = { from: '1970-01-01', to: '1970-01-01' };
  const { data } = useHostQuery(
    'insight.rising',
    {
      filter,
      period: periods?.period ?? none,
      baseline: periods?.baseline ?? none,
      limit: 30,
      early: true,
    },
    { enabled: periods !== null },
  );
  return {
    span,
    setSpan,
    period: periods?.period ?? null,
    baseline: periods?.baseline ?? null,
    answer: { data: periods === null ? undefined : data },
  };
}
