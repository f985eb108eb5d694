import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useWorkspacePreference } from '../../shared/host/preferences.ts';
import { responseSearchSchema } from '../../shared/navigation/search-schemas.ts';
import { lastingParts, type ResponseSearch } from './response-search.ts';

const route = getRouteApi('/responses');

type StoredSearch = Record<string, string | number>;

const nothingStored: StoredSearch = {};

/**
 * Whom the room shows. A link that says whom opens the room so; otherwise the wave and the filters
 * one left the room with are used again.
 */
export function useResponseSearch(): [ResponseSearch, (patch: ResponseSearch) => void] {
  const linked = route.useSearch();
  const navigate = route.useNavigate();
  const [stored, store] = useWorkspacePreference<StoredSearch>(
    'responses.search',
    nothingStored,
    isStored,
  );
  const saysNothing = Object.keys(linked).length === 0;
  // A new address makes new objects; the same search must stay the same object.
  const key = JSON.stringify(saysNothing ? responseSearchSchema.parse(stored) : linked);
  const search = useMemo<ResponseSearch>(() => JSON.parse(key), [key]);
  const change = useCallback(
    (patch: ResponseSearch) => {
      const next = { ...search, ...patch };
      store(lastingParts(next));
      void navigate({ search: next });
    },
    [search, store, navigate],
  );
  return [search, change];
}

function isStored(value: unknown): value is StoredSearch {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
