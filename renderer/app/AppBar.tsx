import { ActionIcon, Group, Kbd, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../core/contract/workspace.contract.ts';
import { WorkspaceMenu } from '../features/workspace/WorkspaceMenu.tsx';
import { runCommand } from '../shared/commands/command-registry.ts';
import classes from './AppBar.module.css';
import { JobsButton } from './JobsButton.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';
import { spokenShortcut } from './spoken-shortcut.ts';
import { UndoButtons } from './UndoButtons.tsx';

export function AppBar({ workspace }: { workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  return (
    <header className={classes.bar}>
      <Group gap={8} wrap="nowrap">
        <WorkspaceMenu workspace={workspace} />
        <UndoButtons />
      </Group>
      <UnstyledButton className={classes.palette} onClick={spotlight.open}>
        <IconSearch size={15} />
        <Text size="sm" c="dimmed" className={classes.paletteText}>
          {t('app:palette.open')}
        </Text>
        <Kbd size="xs">{spokenShortcut('mod+K')}</Kbd>
      </UnstyledButton>
      <Group gap={6} wrap="nowrap">
        <JobsButton />
        <Tooltip label={t('app:shortcuts.title')}>
          <ActionIcon
            aria-label={t('app:shortcuts.title')}
            onClick={() => runCommand('app.shortcuts')}
          >
            <IconKeyboard size={18} />
          </ActionIcon>
        </Tooltip>
        <SettingsMenu hasWorkspace />
      </Group>
    </header>
  );
}
