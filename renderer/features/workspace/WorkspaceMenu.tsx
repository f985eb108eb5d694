import { Badge, Button, Menu, Text } from '@mantine/core';
import {
  IconChevronDown,
  IconCopy,
  IconFile,
  IconFilePlus,
  IconFolderOpen,
  IconListSearch,
  IconPencil,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../core/contract/workspace.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { useWorkspaceActions, type WorkspaceActions } from './use-workspace-actions.tsx';
import { useWorkspaceCommands } from './use-workspace-commands.ts';

/** The workspace's name, what one does with the file, and the way out of the sample. */
export function WorkspaceMenu({ workspace }: { workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const [actions, busy] = useWorkspaceActions(workspace);
  useWorkspaceCommands(actions, true);
  return (
    <>
      <Menu position="bottom-start" width={270}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            title={t('workspace:menu.label')}
            loading={busy !== null && busy !== 'leaveSample'}
            rightSection={<IconChevronDown size={14} />}
          >
            <Text size="md" fw={650} truncate maw={280}>
              {workspace.name}
            </Text>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuEntries workspace={workspace} actions={actions} />
        </Menu.Dropdown>
      </Menu>
      {workspace.sample && (
        <>
          <Badge variant="light" color="orange" size="sm" tt="none" flex="none">
            {t('workspace:sampleBadge')}
          </Badge>
          <Button
            variant="subtle"
            size="compact-xs"
            flex="none"
            loading={busy === 'leaveSample'}
            onClick={actions.leaveSample}
          >
            {t('workspace:menu.leaveSample')}
          </Button>
        </>
      )}
    </>
  );
}

function MenuEntries(props: { workspace: WorkspaceInfo; actions: WorkspaceActions }) {
  const { workspace, actions } = props;
  const { t } = useTranslation();
  return (
    <>
      <Menu.Label>{workspace.displayPath}</Menu.Label>
      <Menu.Item leftSection={<IconFilePlus size={16} />} onClick={actions.createNew}>
        {t('workspace:menu.new')}
      </Menu.Item>
      {workspace.sample && (
        <Menu.Item leftSection={<IconFile size={16} />} onClick={actions.leaveSample}>
          {t('workspace:menu.leaveSample')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconFolderOpen size={16} />} onClick={actions.pickAndOpen}>
        {t('workspace:menu.open')}
      </Menu.Item>
      <Menu.Item leftSection={<IconCopy size={16} />} onClick={actions.saveCopy}>
        {t('workspace:menu.saveCopy')}
      </Menu.Item>
      <Menu.Item leftSection={<IconPencil size={16} />} onClick={actions.rename}>
        {t('workspace:menu.rename')}
      </Menu.Item>
      <Menu.Item leftSection={<IconShieldCheck size={16} />} onClick={actions.check}>
        {t('workspace:menu.check')}
      </Menu.Item>
      <Menu.Item leftSection={<IconListSearch size={16} />} onClick={actions.rebuildSearch}>
        {t('workspace:menu.rebuildSearch')}
      </Menu.Item>
      <RecentEntries workspace={workspace} onOpen={actions.openRecent} />
      <Menu.Divider />
      <Menu.Item leftSection={<IconX size={16} />} onClick={actions.close}>
        {t('workspace:menu.close')}
      </Menu.Item>
    </>
  );
}

const shownRecent = 6;

function RecentEntries(props: { workspace: WorkspaceInfo; onOpen: (token: string) => void }) {
  const { workspace, onOpen } = props;
  const { t } = useTranslation();
  const { data: recent = [] } = useHostQuery('workspace.listRecent', {});
  const others = recent.filter(
    (entry) => entry.available && entry.displayPath !== workspace.displayPath,
  );
  if (others.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('workspace:menu.recent')}</Menu.Label>
      {others.slice(0, shownRecent).map((entry) => (
        <Menu.Item key={entry.token} title={entry.displayPath} onClick={() => onOpen(entry.token)}>
          {entry.name}
        </Menu.Item>
      ))}
    </>
  );
}
