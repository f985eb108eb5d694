import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type VocFilter, vocFilterSchema } from '../../../core/contract/voc.contract.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { lastingParts } from './voc-filter-edit.ts';

const route = getRouteApi('/voc');
const everything: VocFilter = {};

/**
 * The filter of the room. A link that carries one opens the room with it; otherwise the filter one
 * left the room with is used again.
 */
export function useVocFilter(): [VocFilter, (next: VocFilter) => void] {
  const { filter: linked } = route.useSearch();
  const navigate = route.useNavigate();
  const [remembered, remember] = usePreference('voc.filter', everything, isVocFilter);
  // A new address makes new objects; the same filter must stay the same object.
  const key = JSON.stringify(linked ?? remembered);
  const filter = useMemo<VocFilter>(() => JSON.parse(key), [key]);
  const setFilter = useCallback(
    (next: VocFilter) => {
      remember(lastingParts(next));
      void navigate({ search: { filter: next }, replace: true });
    },
    [navigate, remember],
  );
  return [filter, setFilter];
}

function isVocFilter(value: unknown): value is VocFilter {
  return vocFilterSchema.safeParse(value).success;
}
