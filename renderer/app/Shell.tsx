import { Center, Loader } from '@mantine/core';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { TrailDrawer } from '../features/trail/TrailDrawer.tsx';
import { StartPage } from '../features/workspace/StartPage.tsx';
import { useHostQuery } from '../shared/host/host-queries.ts';
import { AppBar } from './AppBar.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { HostFailure } from './HostFailure.tsx';
import { Rail } from './Rail.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import classes from './Shell.module.css';
import { ShortcutList } from './ShortcutList.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useRail } from './use-rail.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The room's view of a workshop stands alone in a window of its own. */
export function Shell() {
  const isProjector = useLocation({ select: ({ pathname }) => pathname === '/projector' });
  if (!isProjector) return <Window />;
  return (
    <Suspense fallback={<Waiting />}>
      <Outlet />
    </Suspense>
  );
}

/** The window: the rail with the cycle's four verbs, the bar, and the room one is in. */
function Window() {
  const { t } = useTranslation();
  const workspace = useHostQuery('workspace.current', {});
  const rail = useRail();
  useShortcuts();
  useAppCommands(workspace.data ?? null);
  if (workspace.isPending) return <Waiting />;
  if (workspace.data === null || workspace.data === undefined) {
    return (
      <>
        <StartPage settings={<SettingsMenu hasWorkspace={false} />} />
        <CommandPalette />
        <ShortcutList />
        <HostFailure />
        <UpdateNotice />
      </>
    );
  }
  return (
    <div className={classes.shell} data-narrow={rail.narrow || undefined}>
      <a className={classes.skip} href="#room">
        {t('app:skipToContent')}
      </a>
      <Rail narrow={rail.narrow} onToggle={rail.toggle} />
      <AppBar workspace={workspace.data} />
      <main id="room" className={classes.room} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <TrailDrawer />
      <CommandPalette />
      <ShortcutList />
      <HostFailure />
      <UpdateNotice />
    </div>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <Center h="100%">
      <Loader size="sm" aria-label={t('app:loading')} />
    </Center>
  );
}
