import { useCallback, useMemo } from 'react';
import type { AffinityGroups } from '../../../core/contract/affinity.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { type PoolSection, sectionOf } from './pool-sections.ts';

const restKey = 'rest';
const foundKey = 'found';
const mostRemembered = 200;

/** The stacks of the pool; while one searches, everything that was found as one. */
export function useSections(
  suggestionId: string | null,
  groups: AffinityGroups | null,
  search: string,
): [PoolSection[], (section: PoolSection) => void] {
  const [opened, setOpened] = usePreference<string[]>('affinity.opened', [], isNames);
  const isSearching = search.trim() !== '';
  const { data: found } = useHostQuery(
    'affinity.listCards',
    { suggestionId: suggestionId ?? '', group: 'all', search, limit: 1 },
    { enabled: isSearching && suggestionId !== null },
  );
  const sections = useMemo(() => {
    if (groups === null) return [];
    if (isSearching) {
      const size = found?.total ?? 0;
      const parts = { choice: 'all', key: foundKey, group: null, size, importance: 0 } as const;
      return [sectionOf({ ...parts, open: true })];
    }
    const isOpen = new Set(opened);
    const stacks = groups.groups.map((group) => {
      const key = group.words.join(' ');
      const { id: choice, size, importance } = group;
      return sectionOf({ choice, key, group, size, importance, open: isOpen.has(key) });
    });
    if (groups.rest.size === 0) return stacks;
    const rest = { choice: null, key: restKey, group: null, ...groups.rest };
    return [...stacks, sectionOf({ ...rest, open: isOpen.has(restKey) || stacks.length === 0 })];
  }, [groups, isSearching, found?.total, opened]);
  const toggle = useCallback(
    ({ key, open }: PoolSection) =>
      setOpened(
        open
          ? opened.filter((name) => name !== key)
          : [...opened.filter((name) => name !== key), key].slice(-mostRemembered),
      ),
    [opened, setOpened],
  );
  return [sections, toggle];
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
