import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { InputOf } from '../../../core/contract/contract.ts';
import type { Preferences } from '../../../core/contract/preference.contract.ts';
import { host } from './host-client.ts';
import { useHostQuery } from './host-queries.ts';

type PreferenceValue = InputOf<'preference.set'>['value'];

/**
 * Values on their way to the host, by their key. An answer from before it had them may come meanwhile, and
 * must not bring back what was switched off a moment ago.
 */
const underway = new Map<string, { value: PreferenceValue }>();

/**
 * A value remembered on this computer, as `useState` would hold it. `isValid` guards against what an
 * older version may have stored. Filters, column layouts and panes of every list live here.
 */
export function usePreference<T extends PreferenceValue>(
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T = (value): value is T => typeof value === typeof fallback,
): [T, (value: T) => void] {
  const client = useQueryClient();
  const { data } = useHostQuery('preference.list', {});
  const stored = underway.has(key) ? underway.get(key)?.value : data?.[key];
  const value = stored !== undefined && isValid(stored) ? stored : fallback;
  const set = useCallback(
    (next: T) => {
      const own = { value: next };
      const show = () =>
        client.setQueryData<Preferences>(['preference.list', {}], (known) => ({
          ...known,
          [key]: next,
        }));
      underway.set(key, own);
      show();
      void host.call('preference.set', { key, value: next }).finally(() => {
        if (underway.get(key) !== own) return;
        underway.delete(key);
        show();
      });
    },
    [client, key],
  );
  return [value, set];
}

/**
 * The same for a value that means something only in the workspace that is open, such as the id of a
 * wave: another file has other waves under the same numbers.
 */
export function useWorkspacePreference<T extends PreferenceValue>(
  key: string,
  fallback: T,
  isValid?: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const { data: workspace } = useHostQuery('workspace.current', {});
  return usePreference(`${key}@${workspace?.createdAt ?? ''}`, fallback, isValid);
}
