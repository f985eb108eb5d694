import { modals } from '@mantine/modals';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../core/contract/workspace.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { NameForm } from './NameForm.tsx';

interface WorkspaceActions {
  createNew: () => void;
  createSample: () => void;
  pickAndOpen: () => void;
  openRecent: (token: string) => void;
  saveCopy: () => void;
  rename: () => void;
  check: () => void;
  close: () => void;
}

/** Everything one does with the file itself; also offered in the palette and the desktop menu. */
export function useWorkspaceActions(workspace: WorkspaceInfo | null): WorkspaceActions {
  const { t } = useTranslation();
  const navigate = useNavigate();

  const actions = useMemo<WorkspaceActions>(() => {
    const guarded = (work: () => Promise<void>) => () => void work().catch(notifyError);
    const goHome = () => navigate({ to: '/' });
    return {
      createNew: () =>
        modals.open({
          title: t('workspace:dialog.newTitle'),
          children: (
            <NameForm
              submitLabel={t('workspace:dialog.create')}
              onSubmit={async (name) => {
                const place = await host.call('shell.pickNewWorkspace', { suggestedName: name });
                await host.call('workspace.create', {
                  name,
                  ...(place === null ? {} : { token: place.token }),
                });
                await goHome();
              }}
            />
          ),
        }),
      createSample: guarded(async () => {
        await host.call('workspace.create', {
          name: t('workspace:dialog.sampleName'),
          sample: true,
        });
        await goHome();
      }),
      pickAndOpen: guarded(async () => {
        const file = await host.call('shell.pickFile', { purpose: 'workspace' });
        if (file === null) return;
        await host.call('workspace.open', { token: file.token });
        await goHome();
      }),
      openRecent: (token) =>
        guarded(async () => {
          await host.call('workspace.open', { token });
          await goHome();
        })(),
      saveCopy: guarded(async () => {
        const copy = await host.call('workspace.saveCopy', {});
        const { delivered } = await host.call('shell.deliverFile', copy);
        if (delivered) notifyDone(t('workspace:copied', { fileName: copy.fileName }));
      }),
      rename: () =>
        modals.open({
          title: t('workspace:dialog.renameTitle'),
          children: (
            <NameForm
              initial={workspace?.name ?? ''}
              submitLabel={t('app:save')}
              onSubmit={async (name) => {
                await host.call('workspace.rename', { name });
              }}
            />
          ),
        }),
      check: guarded(async () => {
        const verdict = await host.call('workspace.check', {});
        if (verdict.ok) {
          notifyDone(
            t('workspace:checked.ok', {
              voc: verdict.counts.voc ?? 0,
              requirements: verdict.counts.requirements ?? 0,
            }),
          );
        } else {
          notifyDone(t('workspace:checked.bad', { integrity: verdict.integrity }));
        }
      }),
      close: guarded(async () => {
        await host.call('workspace.close', {});
        await goHome();
      }),
    };
  }, [t, navigate, workspace?.name]);

  const commands = useMemo<Command[]>(() => {
    const group = t('app:groups.workspace');
    const always: Command[] = [
      { id: 'workspace.new', label: t('workspace:menu.new'), group, run: actions.createNew },
      {
        id: 'workspace.sample',
        label: t('workspace:menu.newSample'),
        group,
        run: actions.createSample,
      },
      {
        id: 'workspace.open',
        label: t('workspace:menu.open'),
        group,
        shortcut: 'mod+O',
        worksInFields: true,
        run: actions.pickAndOpen,
      },
    ];
    if (workspace === null) return always;
    return [
      ...always,
      {
        id: 'workspace.saveCopy',
        label: t('workspace:menu.saveCopy'),
        group,
        run: actions.saveCopy,
      },
      { id: 'workspace.rename', label: t('workspace:menu.rename'), group, run: actions.rename },
      { id: 'workspace.check', label: t('workspace:menu.check'), group, run: actions.check },
      { id: 'workspace.close', label: t('workspace:menu.close'), group, run: actions.close },
    ];
  }, [t, actions, workspace]);
  useCommands(commands);

  return actions;
}
