import { Badge, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import { host } from '../shared/host/host-client.ts';
import { useHostMutation } from '../shared/host/host-queries.ts';
import { useDismissJob } from '../shared/host/jobs.ts';
import { wordsForError } from '../shared/i18n/i18n.ts';
import { momentText } from '../shared/i18n/moment-text.ts';
import { sizeText } from '../shared/i18n/size-text.ts';
import { notifyError } from '../shared/ui/notify.ts';

/** One import or report: how far it is or how it ended, and what one can do with it. */
export function JobEntry({ job }: { job: JobInfo }) {
  const { t } = useTranslation();
  const subject = useSubject(job);
  const percent = job.total ? Math.round((job.done / job.total) * 100) : 100;
  return (
    <Stack gap={4} component="li">
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Text size="sm" fw={600} truncate title={subject}>
          {subject}
        </Text>
        <Badge variant="light" size="sm" tt="none" flex="none" color={colorOf(job.status)}>
          {t(`jobs:status.${job.status}`)}
        </Badge>
      </Group>
      {job.status === 'running' && (
        <Progress
          value={percent}
          animated={job.total === null}
          size="sm"
          aria-label={t('jobs:progress', { subject })}
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

/** A file says by its name what is done with it; other work says it in words. */
function useSubject({ kind, subject }: JobInfo): string {
  const { t } = useTranslation();
  if (kind === 'duplicate.find') return t('jobs:subjects.duplicate');
  if (kind === 'retention') return t('jobs:subjects.retention', { subject });
  if (kind === 'import.check') return t('jobs:subjects.check', { subject });
  if (kind === 'search.rebuild') return t('jobs:subjects.rebuild', { subject });
  if (kind === 'workspace.update') return t('jobs:subjects.update', { subject });
  return subject;
}

function JobWords({ job }: { job: JobInfo }) {
  const { t, i18n } = useTranslation();
  const count = (value: number) => value.toLocaleString(i18n.language);
  if (job.error !== null) return wordsForError(job.error);
  if (job.importSummary !== null) {
    const { read, imported, duplicates, rejected } = job.importSummary;
    return t('jobs:imported', {
      read: count(read),
      imported: count(imported),
      duplicates: count(duplicates),
      rejected: count(rejected),
    });
  }
  if (job.status === 'running') return t(`jobs:phases.${job.phase}`, { done: count(job.done) });
  const facts = [
    job.reportFile === null ? null : sizeText(job.reportFile.bytes, i18n.language),
    job.finishedAt === null ? null : momentText(job.finishedAt),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function JobActions({ job }: { job: JobInfo }) {
  const { t } = useTranslation();
  const dismiss = useDismissJob();
  const cancel = useHostMutation('job.cancel');
  const { reportFile } = job;
  const rejectedToken = job.importSummary?.rejectedToken ?? null;
  return (
    <Group gap={6} wrap="nowrap">
      {reportFile !== null && (
        <Button
          variant="light"
          size="compact-xs"
          onClick={() => deliver(reportFile.token, reportFile.fileName)}
        >
          {t('jobs:save')}
        </Button>
      )}
      {rejectedToken !== null && (
        <Button
          variant="light"
          size="compact-xs"
          onClick={() => deliver(rejectedToken, t('jobs:rejectedFile', { subject: job.subject }))}
        >
          {t('jobs:saveRejected')}
        </Button>
      )}
      {job.status === 'running' ? (
        <Button
          variant="default"
          size="compact-xs"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: job.id })}
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

function deliver(token: string, fileName: string): void {
  void host.call('shell.deliverFile', { token, fileName }).catch(notifyError);
}

function colorOf(status: JobInfo['status']): string {
  return { running: 'blue', succeeded: 'teal', failed: 'red', cancelled: 'gray' }[status];
}
