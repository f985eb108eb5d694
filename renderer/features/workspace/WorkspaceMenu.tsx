import { Button, Menu, Text } from '@mantine/core';
import {
  IconChevronDown,
  IconCopy,
  IconFilePlus,
  IconFolderOpen,
  IconPencil,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '../../../core/contract/workspace.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { useWorkspaceActions } from './use-workspace-actions.tsx';

/** The workspace's name, and what one does with the file. */
export function WorkspaceMenu({ workspace }: { workspace: WorkspaceInfo }) {
  const { t } = useTranslation();
  const actions = useWorkspaceActions(workspace);
  const { data: recent = [] } = useHostQuery('workspace.listRecent', {});
  const others = recent.filter(
    (entry) => entry.available && entry.displayPath !== workspace.displayPath,
  );
  return (
    <Menu position="bottom-start" width={270}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          title={t('workspace:menu.label')}
          rightSection={<IconChevronDown size={14} />}
        >
          <Text size="md" fw={650} truncate maw={280}>
            {workspace.name}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{workspace.displayPath}</Menu.Label>
        <Menu.Item leftSection={<IconFilePlus size={16} />} onClick={actions.createNew}>
          {workspace.sample ? t('workspace:menu.leaveSample') : t('workspace:menu.new')}
        </Menu.Item>
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
        {others.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('workspace:menu.recent')}</Menu.Label>
            {others.slice(0, 6).map((entry) => (
              <Menu.Item key={entry.token} onClick={() => actions.openRecent(entry.token)}>
                {entry.name}
              </Menu.Item>
            ))}
          </>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconX size={16} />} onClick={actions.close}>
          {t('workspace:menu.close')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
