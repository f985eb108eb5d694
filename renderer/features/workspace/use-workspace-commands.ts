import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import type { WorkspaceActions } from './use-workspace-actions.tsx';

/** Offers what one does with the file in the palette and to the desktop menu. */
export function useWorkspaceCommands(actions: WorkspaceActions, isOpen: boolean): void {
  const { t } = useTranslation();
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
    if (!isOpen) return always;
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
      {
        id: 'workspace.rebuildSearch',
        label: t('workspace:menu.rebuildSearch'),
        group,
        run: actions.rebuildSearch,
      },
      { id: 'workspace.close', label: t('workspace:menu.close'), group, run: actions.close },
    ];
  }, [t, actions, isOpen]);
  useCommands(commands);
}
