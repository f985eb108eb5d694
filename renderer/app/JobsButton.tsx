import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Indicator,
  Popover,
  Progress,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobInfo } from '../../core/contract/import.contract.ts';
import { host } from '../shared/host/host-client.ts';
import { useDismissJob, useJobs } from '../shared/host/jobs.ts';
import { wordsForError } from '../shared/i18n/i18n.ts';

/** The one place that lists imports and reports, running and finished. */
export function JobsButton() {
  const { t } = useTranslation();
  const jobs = useJobs();
  const [opened, { toggle, close }] = useDisclosure(false);
  const running = jobs.filter((job) => job.status === 'running').length;
  const title = t('jobs:title');
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      width={380}
      shadow="md"
      trapFocus
    >
      <Popover.Target>
        <Tooltip label={title}>
          <Indicator label={running} disabled={running === 0} size={15} inline>
            <ActionIcon aria-label={title} onClick={toggle}>
              <IconListCheck size={18} />
            </ActionIcon>
          </Indicator>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={title}>
        {jobs.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('jobs:none')}
          </Text>
        ) : (
          <Stack gap={14}>
            {jobs.toReversed().map((job) => (
              <JobEntry key={job.id} job={job} />
            ))}
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function JobEntry({ job }: { job: JobInfo }) {
  const { t } = useTranslation();
  const percent = job.total ? Math.round((job.done / job.total) * 100) : 100;
  return (
    <Stack gap={4}>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Text size="sm" fw={600} truncate>
          {job.subject}
        </Text>
        <Badge variant="light" size="sm" tt="none" color={colorOf(job.status)}>
          {t(`jobs:status.${job.status}`)}
        </Badge>
      </Group>
      {job.status === 'running' && (
        <Progress
          value={percent}
          animated={job.total === null}
          size="sm"
          aria-label={t('jobs:progress', { subject: job.subject })}
        />
      )}
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed">
          <JobWords job={job} />
        </Text>
        <JobActions job={job} />
      </Group>
    </Stack>
  );
}

function JobWords({ job }: { job: JobInfo }) {
  const { t } = useTranslation();
  if (job.error !== null) {
    return wordsForError(job.error);
  }
  if (job.importSummary !== null) {
    const { read, imported, duplicates, rejected } = job.importSummary;
    return t('jobs:imported', { read, imported, duplicates, rejected });
  }
  if (job.status === 'running') return t(`jobs:phases.${job.phase}`, { done: job.done });
  return job.reportFile?.fileName ?? '';
}

function JobActions({ job }: { job: JobInfo }) {
  const { t } = useTranslation();
  const dismiss = useDismissJob();
  const { reportFile } = job;
  const rejectedToken = job.importSummary?.rejectedToken ?? null;
  return (
    <Group gap={6} wrap="nowrap">
      {reportFile !== null && (
        <Button
          variant="light"
          size="compact-xs"
          onClick={() =>
            void host.call('shell.deliverFile', {
              token: reportFile.token,
              fileName: reportFile.fileName,
            })
          }
        >
          {t('jobs:save')}
        </Button>
      )}
      {rejectedToken !== null && (
        <Button
          variant="light"
          size="compact-xs"
          onClick={() =>
            void host.call('shell.deliverFile', {
              token: rejectedToken,
              fileName: t('jobs:rejectedFile', { subject: job.subject }),
            })
          }
        >
          {t('jobs:saveRejected')}
        </Button>
      )}
      {job.status === 'running' ? (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => void host.call('job.cancel', { id: job.id })}
        >
          {t('app:cancel')}
        </Button>
      ) : (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => dismiss(job.id)}>
          {t('jobs:dismiss')}
        </Button>
      )}
    </Group>
  );
}

function colorOf(status: JobInfo['status']): string {
  return { running: 'blue', succeeded: 'teal', failed: 'red', cancelled: 'gray' }[status];
}
