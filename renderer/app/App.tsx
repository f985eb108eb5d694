import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../core/contract/preference.contract.ts';
import { followHostChanges } from '../shared/host/host-queries.ts';
import { cspNonce } from '../shared/ui/csp-nonce.ts';
import { cssVariablesResolver, themeIn } from '../shared/ui/theme.ts';
import { createColorSchemeManager } from './color-scheme-manager.ts';
import classes from './Notices.module.css';
import { router } from './router.tsx';

function createQueryClient(preferences: Preferences): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      // Answers come from a host on this computer: they change only when it says so.
      queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    },
  });
  client.setQueryData(['preference.list', {}], preferences);
  return client;
}

/** `preferences` are read beforehand, so that nothing is first drawn in another look. */
export function App({ preferences }: { preferences: Preferences }) {
  const [client] = useState(() => createQueryClient(preferences));
  const [colorSchemeManager] = useState(() => createColorSchemeManager(preferences.colorScheme));
  const { t } = useTranslation();
  const theme = useMemo(() => themeIn({ close: t('app:close') }), [t]);
  useEffect(() => followHostChanges(client), [client]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      getStyleNonce={() => cspNonce}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>
        <ModalsProvider labels={{ confirm: t('app:confirm'), cancel: t('app:cancel') }}>
          <Notifications
            position="bottom-left"
            limit={3}
            classNames={{ root: classes.place, notification: classes.notice }}
          />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
