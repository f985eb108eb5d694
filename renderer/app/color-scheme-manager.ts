import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { host } from '../shared/host/host-client.ts';

/**
 * Remembers light or dark with the host's preferences: the browser's own storage belongs to the
 * loopback server's port, which is another one at every start.
 */
export function createColorSchemeManager(stored: unknown): MantineColorSchemeManager {
  return {
    get: (fallback) => (isMantineColorScheme(stored) ? stored : fallback),
    set: (value) => void host.call('preference.set', { key: 'colorScheme', value }),
    subscribe: () => undefined,
    unsubscribe: () => undefined,
    clear: () => undefined,
  };
}
