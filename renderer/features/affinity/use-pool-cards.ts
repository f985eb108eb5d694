import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type {
  AffinityCard,
  AffinityGroupChoice,
} from '../../../core/contract/affinity.contract.ts';
import { hostQuery } from '../../shared/host/host-queries.ts';
import type { PlacedRow } from './pool-sections.ts';

export type CardAt = (choice: AffinityGroupChoice, place: number) => AffinityCard | undefined;

const perPage = 100;

/** The cards of the rows in sight, a page at a time. */
export function usePoolCards(
  suggestionId: string | null,
  search: string,
  rows: readonly PlacedRow[],
): CardAt {
  const wanted = useMemo(() => {
    const pages = new Map<string, { group: AffinityGroupChoice; offset: number }>();
    for (const { row } of rows) {
      if (row.kind === 'head') continue;
      const offset = Math.floor(row.place / perPage) * perPage;
      pages.set(`${row.section.choice} ${offset}`, { group: row.section.choice, offset });
    }
    return [...pages.values()];
  }, [rows]);
  const pages = useQueries({
    queries: wanted.map(({ group, offset }) => ({
      ...hostQuery('affinity.listCards', {
        suggestionId: suggestionId ?? '',
        group,
        search: group === 'all' ? search : '',
        offset,
        limit: perPage,
      }),
      enabled: suggestionId !== null,
      placeholderData: keepPreviousData,
    })),
  });
  return useCallback(
    (choice, place) => {
      const offset = Math.floor(place / perPage) * perPage;
      const at = wanted.findIndex((page) => page.group === choice && page.offset === offset);
      return pages[at]?.data?.cards[place - offset];
    },
    [wanted, pages],
  );
}
