import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/contract/app-error.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { VoteRoundHead } from '../../../core/contract/workshop.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { type RoundResult, roundResult } from './round-results.ts';

/** What came of a closed round; null while it is fetched and for a round that is open. */
export function useRoundResult(
  round: VoteRoundHead | null,
  view: HouseView,
): { result: RoundResult | null; error: AppError | null } {
  const { t } = useTranslation();
  const isClosed = round !== null && round.closedAt !== null;
  const { data, error } = useHostQuery(
    'workshop.ballots',
    { roundId: round?.id ?? 0 },
    { enabled: isClosed },
  );
  const importanceName = t('workshop:subject.importance');
  const result = useMemo(
    () =>
      round === null || !isClosed || data?.roundId !== round.id
        ? null
        : roundResult(round, data, view, importanceName),
    [round, isClosed, data, view, importanceName],
  );
  return { result, error };
}
