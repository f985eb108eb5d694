import { useMantineColorScheme } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../core/contract/app-error.ts';
import type { WorkspaceInfo } from '../../core/contract/workspace.contract.ts';
import { type Command, runCommand, useCommands } from '../shared/commands/command-registry.ts';
import { host } from '../shared/host/host-client.ts';
import { handOverPaste } from '../shared/navigation/handed-paste.ts';
import { notifyDone, notifyError } from '../shared/ui/notify.ts';
import { verbs } from './rooms.ts';
import { setLocale } from './set-locale.ts';

/** The commands that work in every room: going to rooms, undo, language and appearance. */
export function useAppCommands(workspace: WorkspaceInfo | null): void {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();

  const going = useMemo<Command[]>(() => {
    if (workspace === null) return [];
    const group = t('app:groups.go');
    const home: Command = {
      id: 'go.home',
      label: t('app:rooms.home'),
      group,
      shortcut: 'alt+0',
      run: () => void navigate({ to: '/' }),
    };
    const rooms = verbs.flatMap((verb) =>
      verb.rooms.map((room) => ({
        id: `go.${room.key}`,
        label: t(`app:rooms.${room.key}`),
        group,
        shortcut: room.shortcut,
        run: () => void navigate({ to: room.path }),
      })),
    );
    const privacy: Command = {
      id: 'go.privacy',
      label: t('privacy:command'),
      group,
      run: () => void navigate({ to: '/privacy' }),
    };
    return [home, ...rooms, privacy];
  }, [workspace, t, navigate]);

  const editing = useMemo<Command[]>(() => {
    if (workspace === null) return [];
    const group = t('app:groups.edit');
    return [
      {
        id: 'edit.undo',
        label: t('app:undo.title'),
        group,
        shortcut: 'mod+Z',
        run: () => void replay('undo', t),
      },
      {
        id: 'edit.redo',
        label: t('app:redo.title'),
        group,
        shortcut: 'mod+Y',
        otherShortcut: 'mod+shift+Z',
        run: () => void replay('redo', t),
      },
      {
        id: 'voc.pasteNew',
        label: t('import:pasteNew'),
        group,
        // Excel's own key for pasting in another way.
        shortcut: 'mod+alt+V',
        worksInFields: true,
        run: () => {
          handOverPaste();
          void navigate({ to: '/import/$purpose', params: { purpose: 'voc' } });
        },
      },
    ];
  }, [workspace, t, navigate]);

  const appearance = useMemo<Command[]>(() => {
    const group = t('app:groups.view');
    const other = i18n.language === 'ko' ? 'en' : 'ko';
    return [
      {
        id: 'view.locale',
        label: t('app:settings.switchLocale'),
        group,
        run: () => void setLocale(other),
      },
      {
        id: 'view.colorScheme',
        label: t('app:settings.switchScheme'),
        group,
        run: toggleColorScheme,
      },
    ];
  }, [t, i18n.language, toggleColorScheme]);

  const palette = useMemo<Command[]>(
    () => [
      {
        id: 'app.palette',
        label: t('app:palette.open'),
        group: t('app:groups.help'),
        shortcut: 'mod+K',
        worksInFields: true,
        run: spotlight.toggle,
      },
    ],
    [t],
  );

  useCommands(going);
  useCommands(editing);
  useCommands(appearance);
  useCommands(palette);
  useEffect(() => host.on('menu.chosen', ({ command }) => runCommand(command)), []);
  useEffect(
    () => host.on('shell.refused', (error) => notifyError(AppError.fromPayload(error))),
    [],
  );
  useEffect(
    () => host.on('workspace.foundDamaged', (error) => notifyError(AppError.fromPayload(error))),
    [],
  );
}

async function replay(direction: 'undo' | 'redo', t: TFunction): Promise<void> {
  try {
    const done = await host.call(direction === 'undo' ? 'undo.undo' : 'undo.redo', {});
    if (done !== null) {
      notifyDone(t(`app:${direction}.done`, { step: t(done.label, done.params) }));
    }
  } catch (error) {
    notifyError(error);
  }
}
