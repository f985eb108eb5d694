import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type VocFilter, vocFilterSchema } from '../../../core/contract/voc.contract.ts';
import { useWorkspacePreference } from '../../shared/host/preferences.ts';
import type { insightViews } from '../../shared/navigation/search-schemas.ts';

const route = getRouteApi('/insight');
const everything: VocFilter = {};

export type InsightView = (typeof insightViews)[number];

/**
 * The filter of the room: what a link carries, or what one left the room with. A keyword is no part of
 * it: here words are what is counted.
 */
export function useInsightFilter(): [VocFilter, (next: VocFilter) => void] {
  const { filter: linked, view } = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = useWorkspacePreference('insight.filter', everything, isVocFilter);
  const key = JSON.stringify({ ...(linked ?? remembered), keyword: undefined });
  const filter = useMemo<VocFilter>(() => JSON.parse(key), [key]);
  const setFilter = useCallback(
    (next: VocFilter) => {
      remember(next);
      void navigate({
        search: { filter: next, ...(view === undefined ? {} : { view }) },
        replace: true,
      });
    },
    [navigate, remember, view],
  );
  return [filter, setFilter];
}

export function useInsightView(): [InsightView, (next: InsightView) => void] {
  const { filter, view } = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = useWorkspacePreference<string>('insight.view', 'keywords');
  const shown = view ?? (remembered as InsightView);
  const setView = (next: InsightView) => {
    remember(next);
    void navigate({
      search: { view: next, ...(filter === undefined ? {} : { filter }) },
      replace: true,
    });
  };
  return [shown, setView];
}

function isVocFilter(value: unknown): value is VocFilter {
  return vocFilterSchema.safeParse(value).success;
}
