import {
  ActionIcon,
  Anchor,
  Group,
  Loader,
  Stack,
  Text,
  Title,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { IconFilePlus, IconFolderOpen, IconSparkles, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecentWorkspace } from '../../../core/contract/workspace.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';
import classes from './StartPage.module.css';
import { useWorkspaceActions } from './use-workspace-actions.tsx';
import { useWorkspaceCommands } from './use-workspace-commands.ts';

/** What one sees when no workspace is open: begin, look around, or go on where one left off. */
export function StartPage({ settings }: { settings: ReactNode }) {
  const { t } = useTranslation();
  const [actions, busy] = useWorkspaceActions(null);
  useWorkspaceCommands(actions, false);
  const { data: recent = [] } = useHostQuery('workspace.listRecent', {});
  return (
    <main className={classes.page}>
      <div className={classes.sheet}>
        <Group justify="space-between">
          <Text fw={700} c="dimmed" size="sm">
            {t('app:name')}
          </Text>
          {settings}
        </Group>
        <Title order={1} className={classes.title}>
          {t('workspace:start.title')}
        </Title>
        <Text c="dimmed">{t('workspace:start.lead')}</Text>
        <div className={classes.choices}>
          <Choice
            icon={<IconFilePlus size={22} />}
            busy={false}
            label={t('workspace:start.new')}
            hint={t('workspace:start.newHint')}
            onClick={actions.createNew}
          />
          <Choice
            icon={<IconSparkles size={22} />}
            busy={busy === 'createSample'}
            label={t('workspace:start.sample')}
            hint={t('workspace:start.sampleHint')}
            onClick={actions.createSample}
          />
          <Choice
            icon={<IconFolderOpen size={22} />}
            busy={busy === 'pickAndOpen'}
            label={t('workspace:start.open')}
            hint={t('workspace:start.openHint')}
            onClick={actions.pickAndOpen}
          />
        </div>
        <Title order={2} mt="xl" mb={6}>
          {t('workspace:start.recent')}
        </Title>
        {recent.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('workspace:start.noRecent')}
          </Text>
        )}
        <Stack gap={2}>
          {recent.map((entry) => (
            <RecentEntry key={entry.token} entry={entry} onOpen={actions.openRecent} />
          ))}
        </Stack>
      </div>
    </main>
  );
}

interface ChoiceProps {
  icon: ReactNode;
  label: string;
  hint: string;
  busy: boolean;
  onClick: () => void;
}

function Choice({ icon, label, hint, busy, onClick }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} aria-busy={busy} disabled={busy} onClick={onClick}>
      {busy ? <Loader size={22} /> : icon}
      <Text fw={650}>{label}</Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </UnstyledButton>
  );
}

function RecentEntry({
  entry,
  onOpen,
}: {
  entry: RecentWorkspace;
  onOpen: (token: string) => void;
}) {
  const { t } = useTranslation();
  const forget = useHostMutation('workspace.forgetRecent');
  const when = momentText(entry.openedAt);
  return (
    <Group className={classes.recent} justify="space-between" wrap="nowrap">
      <div className={classes.recentName}>
        {entry.available ? (
          <Anchor component="button" fw={600} size="md" onClick={() => onOpen(entry.token)}>
            {entry.name}
          </Anchor>
        ) : (
          <Text fw={600} c="dimmed">
            {entry.name} — {t('workspace:start.missing')}
          </Text>
        )}
        <Text size="xs" c="dimmed" truncate>
          {entry.displayPath} · {t('workspace:start.openedAt', { when })}
        </Text>
      </div>
      <Tooltip label={t('workspace:start.forget')}>
        <ActionIcon
          aria-label={`${t('workspace:start.forget')}: ${entry.name}`}
          onClick={() => forget.mutate({ token: entry.token })}
        >
          <IconX size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
