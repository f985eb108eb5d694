import { isMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import { host } from '../shared/host/host-client.ts';

/**
 * Remembers light or dark with the host's preferences: the browser's own storage belongs to the
 * loopback server's port, which is another one at every start.
 */
export function createColorSchemeManager(): MantineColorSchemeManager {
  let update: ((scheme: 'light' | 'dark' | 'auto') => void) | null = null;
  return {
    get: (fallback) => fallback,
    set: (value) => void host.call('preference.set', { key: 'colorScheme', value }),
    subscribe: (onUpdate) => {
      update = onUpdate;
      void host.call('preference.list', {}).then(({ colorScheme }) => {
        if (isMantineColorScheme(colorScheme)) update?.(colorScheme);
      });
    },
    unsubscribe: () => {
      update = null;
    },
    clear: () => undefined,
  };
}
