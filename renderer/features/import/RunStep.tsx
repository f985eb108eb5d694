import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useJob } from '../../shared/host/jobs.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { ImportResult } from './ImportResult.tsx';
import { changeImport, type ImportPurpose, type QueuedFile } from './import-session.ts';
import { beginAnew } from './import-steps.ts';
import { QueueTable } from './QueueTable.tsx';

interface RunStepProps {
  purpose: ImportPurpose;
  jobId: string | null;
  queue: readonly QueuedFile[];
}

/** How far the import is, and what came of it. */
export function RunStep({ purpose, jobId, queue }: RunStepProps) {
  const { t } = useTranslation();
  const job = useJob(jobId);
  if (queue.length > 1) return <RunningQueue queue={queue} />;
  if (job === null) {
    return (
      <Group>
        <Button onClick={() => void beginAnew(purpose)}>{t('import:run.another')}</Button>
      </Group>
    );
  }
  if (job.status === 'running') return <Running job={job} />;
  if (job.importSummary !== null) {
    return <ImportResult purpose={purpose} summary={job.importSummary} fileName={job.subject} />;
  }
  return <Ended purpose={purpose} job={job} />;
}

/** Several files: one table, whatever became of each. */
function RunningQueue({ queue }: { queue: readonly QueuedFile[] }) {
  const { t } = useTranslation();
  const running = queue.find(({ state }) => state === 'importing');
  const job = useJob(running?.jobId ?? null);
  const isOver = queue.every(({ state }) => state === 'done' || state === 'failed');
  return (
    <Stack gap={14}>
      <QueueTable queue={queue} phase="run" />
      {job?.status === 'running' && <Running job={job} />}
      {isOver && (
        <Group>
          <Button onClick={() => void beginAnew('voc')}>{t('import:run.another')}</Button>
        </Group>
      )}
    </Stack>
  );
}

function Running({ job }: { job: JobInfo }) {
  const { t, i18n } = useTranslation();
  const percent = job.total ? (job.done / job.total) * 100 : 100;
  return (
    <Stack gap={10} maw={640} mt="md">
      <Text fw={650}>{job.subject}</Text>
      <Progress
        value={percent}
        animated={job.total === null}
        aria-label={t('jobs:progress', { subject: job.subject })}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {t(`jobs:phases.${job.phase}`)} ·{' '}
          {t('import:run.rows', { rows: job.done.toLocaleString(i18n.language) })}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={14} />}
          onClick={() => void host.call('job.cancel', { id: job.id })}
        >
          {t('import:run.cancel')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('import:run.meanwhile')}
      </Text>
    </Stack>
  );
}

/** Cancelled or failed: nothing was taken in, and the mapping is still there to try again. */
function Ended({ purpose, job }: { purpose: ImportPurpose; job: JobInfo }) {
  const { t } = useTranslation();
  const isFailure = job.status === 'failed';
  return (
    <Stack gap={12} maw={640} mt="md">
      <Alert
        variant="light"
        color={isFailure ? 'red' : 'gray'}
        icon={<IconAlertTriangle size={18} />}
        title={isFailure ? t('import:run.failed') : t('import:run.cancelled')}
      >
        {job.error === null
          ? t('import:errors.cancelled')
          : wordsForError({ ...codeOf(job.error) })}
      </Alert>
      <Group>
        <Button
          variant="default"
          onClick={() => changeImport(purpose, { jobId: null, step: 'mapping', problem: null })}
        >
          {t('import:run.adjust')}
        </Button>
        <Button onClick={() => void beginAnew(purpose)}>{t('import:run.another')}</Button>
      </Group>
    </Stack>
  );
}

function codeOf(error: NonNullable<JobInfo['error']>) {
  const [area = 'app', ...reason] = error.code.split('.');
  return { code: `${area}.${reason.join('.')}` as const, params: error.params };
}
