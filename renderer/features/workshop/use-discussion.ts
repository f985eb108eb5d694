import { useMemo } from 'react';
import type { ContestedCell } from '../../../core/contract/workshop.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { contestedPlaces, type RoundResult } from './round-results.ts';

/** How many HOWs would become CSFs: what is discussed first decides who is among them. */
export function useTopK(): [number, (topK: number) => void] {
  return usePreference('workshop.topK', 5, isTopK);
}

function isTopK(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 300;
}

/** The contested cells of a round, what most depends on first. */
export function useDiscussion(result: RoundResult): {
  contested: ContestedCell[];
  isPending: boolean;
} {
  const [topK] = useTopK();
  const { data, isPending } = useHostQuery('workshop.discussionOrder', {
    roundId: result.round.id,
    topK,
  });
  const contested = useMemo(
    () => (data === undefined ? [] : contestedPlaces(result, data)),
    [data, result],
  );
  return { contested, isPending };
}
