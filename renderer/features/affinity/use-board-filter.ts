import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import { type VocFilter, vocFilterSchema } from '../../../core/contract/voc.contract.ts';
import { useWorkspacePreference } from '../../shared/host/preferences.ts';

const route = getRouteApi('/requirements/board');
const everything: VocFilter = {};

/** Which VOC the board is about: those a link brings along, or those it was about the last time. */
export function useBoardFilter(): [VocFilter, (next: VocFilter) => void] {
  const { filter: linked } = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = useWorkspacePreference('affinity.filter', everything, isVocFilter);
  // Assigned VOC leave the board by themselves.
  const { unassigned: _, ...wanted } = linked ?? remembered;
  // A new address makes new objects; the same filter must stay the same object.
  const key = JSON.stringify(wanted);
  const filter = useMemo<VocFilter>(() => JSON.parse(key), [key]);
  const linkedKey = linked === undefined ? null : key;
  useEffect(() => {
    if (linkedKey !== null) remember(JSON.parse(linkedKey));
  }, [linkedKey, remember]);
  const setFilter = useCallback(
    (next: VocFilter) => {
      remember(next);
      void navigate({ search: {}, replace: true });
    },
    [navigate, remember],
  );
  return [filter, setFilter];
}

function isVocFilter(value: unknown): value is VocFilter {
  return vocFilterSchema.safeParse(value).success;
}
