import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import { host } from '../../shared/host/host-client.ts';
import { useJob } from '../../shared/host/jobs.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';

/** How far the check of a file is. */
export function CheckProgress({ jobId }: { jobId: string | null }) {
  const { t, i18n } = useTranslation();
  const job = useJob(jobId);
  const percent = job?.total ? (job.done / job.total) * 100 : 100;
  return (
    <Stack gap={10} maw={640} mt="md">
      <Text fw={650}>{t('import:check.running')}</Text>
      <Progress value={percent} animated={!job?.total} aria-label={t('import:check.running')} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" aria-live="polite">
          {job !== null &&
            `${t(`jobs:phases.${job.phase}`)} · ${t('import:run.rows', { rows: job.done.toLocaleString(i18n.language) })}`}
        </Text>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={14} />}
          disabled={jobId === null}
          onClick={() => jobId !== null && void host.call('job.cancel', { id: jobId })}
        >
          {t('import:check.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

interface CheckFailedProps {
  problem: ErrorPayload;
  onAgain: () => void;
}

/** Why a file could not be checked; with that, nothing has come of it. */
export function CheckFailed({ problem, onAgain }: CheckFailedProps) {
  const { t } = useTranslation();
  return (
    <Stack gap={10} maw={680}>
      <Alert
        color="red"
        variant="light"
        icon={<IconAlertTriangle size={18} />}
        title={t('import:check.failed')}
        role="alert"
      >
        {wordsForError(problem)}
      </Alert>
      <Button w="fit-content" onClick={onAgain}>
        {t('import:check.again')}
      </Button>
    </Stack>
  );
}
