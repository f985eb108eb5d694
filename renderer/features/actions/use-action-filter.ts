import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { type ActionFilter, actionFilterSchema } from '../../../core/contract/action.contract.ts';
import { usePreference } from '../../shared/host/preferences.ts';

const route = getRouteApi('/actions');

type StoredFilter = {
  [property: string]: string | number | boolean | string[];
};

const everything: StoredFilter = {};

/**
 * What the list is narrowed to: by the link one came by, else as one left it last. Changing anything
 * ends the link's hold.
 */
export function useActionFilter(): [ActionFilter, (filter: ActionFilter) => void] {
  const { csfId, overdueOnly, id } = route.useSearch();
  const navigate = route.useNavigate();
  const [stored, store] = usePreference<StoredFilter>('actions.filter', everything, isFilter);
  const filter = useMemo<ActionFilter>(() => {
    if (csfId !== undefined) return { csfId };
    if (overdueOnly !== undefined) return { overdueOnly };
    // The action a link points at must be on the list.
    return id !== undefined ? {} : actionFilterSchema.catch({}).parse(stored);
  }, [csfId, overdueOnly, id, stored]);
  const setFilter = useCallback(
    (next: ActionFilter) => {
      store(withoutGaps(next));
      void navigate({ search: {}, replace: true });
    },
    [store, navigate],
  );
  return [filter, setFilter];
}

function isFilter(value: unknown): value is StoredFilter {
  return actionFilterSchema.safeParse(value).success;
}

function withoutGaps({ statuses, csfId, overdueOnly, search }: ActionFilter): StoredFilter {
  return {
    ...(statuses === undefined ? {} : { statuses }),
    ...(csfId === undefined ? {} : { csfId }),
    ...(overdueOnly === undefined ? {} : { overdueOnly }),
    ...(search === undefined ? {} : { search }),
  };
}
