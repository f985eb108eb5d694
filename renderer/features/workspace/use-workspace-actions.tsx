import { modals } from '@mantine/modals';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import type { WorkspaceInfo } from '../../../core/contract/workspace.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { NameForm } from './NameForm.tsx';

export interface WorkspaceActions {
  createNew: () => void;
  createSample: () => void;
  /** From the sample to an empty workspace without a question; its name can be changed later. */
  leaveSample: () => void;
  pickAndOpen: () => void;
  openRecent: (token: string) => void;
  saveCopy: () => void;
  rename: () => void;
  check: () => void;
  rebuildSearch: () => void;
  close: () => void;
}

/** What is being waited for; opening a large file or making the sample takes a moment. */
export type BusyAction = keyof WorkspaceActions | null;

/** Everything one does with the file itself. */
export function useWorkspaceActions(
  workspace: WorkspaceInfo | null,
): [WorkspaceActions, BusyAction] {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [busy, setBusy] = useState<BusyAction>(null);
  const name = workspace?.name ?? '';

  const actions = useMemo<WorkspaceActions>(() => {
    const run = (action: keyof WorkspaceActions, work: () => Promise<void>) => {
      setBusy(action);
      void work()
        .catch(notifyError)
        .finally(() => setBusy(null));
    };
    const goHome = () => navigate({ to: '/' });
    const create = async (input: { name: string; token?: string; sample?: boolean }) => {
      await host.call('workspace.create', input);
      await goHome();
    };
    const open = async (token: string) => {
      await host.call('workspace.open', { token });
      await goHome();
    };
    return {
      createNew: () =>
        askForName(t('workspace:dialog.newTitle'), t('workspace:dialog.create'), '', (chosen) =>
          createAtChosenPlace(chosen, create),
        ),
      createSample: () =>
        run('createSample', () => create({ name: t('workspace:dialog.sampleName'), sample: true })),
      leaveSample: () =>
        run('leaveSample', () => create({ name: t('workspace:dialog.emptyName') })),
      pickAndOpen: () =>
        // Not busy while somebody chooses: some browsers never tell that a chooser was closed.
        void host
          .call('shell.pickFile', { purpose: 'workspace' })
          .then((file) => file !== null && run('pickAndOpen', () => open(file.token)))
          .catch(notifyError),
      openRecent: (token) => run('openRecent', () => open(token)),
      saveCopy: () => run('saveCopy', () => saveCopy(t)),
      rename: () =>
        askForName(t('workspace:dialog.renameTitle'), t('app:save'), name, async (chosen) => {
          await host.call('workspace.rename', { name: chosen });
          return true;
        }),
      check: () => run('check', () => checkFile(t, i18n.language)),
      rebuildSearch: () =>
        run('rebuildSearch', async () => {
          await host.call('workspace.rebuildSearch', {});
          notifyDone(t('workspace:searchRebuilding'));
        }),
      close: () =>
        run('close', async () => {
          await host.call('workspace.close', {});
          await goHome();
        }),
    };
  }, [t, i18n.language, navigate, name]);

  return [actions, busy];
}

function askForName(
  title: string,
  submitLabel: string,
  initial: string,
  onSubmit: (name: string) => Promise<boolean>,
): void {
  modals.open({
    title,
    children: <NameForm initial={initial} submitLabel={submitLabel} onSubmit={onSubmit} />,
  });
}

/** The desktop shell asks where the file shall live; the browser has a folder for all of them. */
async function createAtChosenPlace(
  name: string,
  create: (input: { name: string; token?: string }) => Promise<void>,
): Promise<boolean> {
  const place = await host.call('shell.pickNewWorkspace', { suggestedName: name });
  if (place === null) {
    const { kind } = await host.call('shell.info', {});
    if (kind === 'desktop') return false;
  }
  await create(place === null ? { name } : { name, token: place.token });
  return true;
}

async function saveCopy(t: TFunction): Promise<void> {
  const copy = await host.call('workspace.saveCopy', {});
  const { delivered } = await host.call('shell.deliverFile', copy);
  if (delivered) notifyDone(t('workspace:copied', { fileName: copy.fileName }));
}

async function checkFile(t: TFunction, language: string): Promise<void> {
  const { ok, integrity, searchIndex, counts } = await host.call('workspace.check', {});
  if (integrity === 'ok' && searchIndex === 'outOfStep') {
    throw new AppError('workspace.searchOutOfStep');
  }
  if (!ok) throw new AppError('workspace.checkFailed', { integrity });
  const count = (kind: string) => (counts[kind] ?? 0).toLocaleString(language);
  notifyDone(t('workspace:checked.ok', { voc: count('voc'), requirements: count('requirements') }));
}
