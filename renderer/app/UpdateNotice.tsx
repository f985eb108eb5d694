import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHostMutation } from '../shared/host/host-queries.ts';
import { useJobs } from '../shared/host/jobs.ts';

/** While a file of an older version is brought up to date: that a copy is kept, how far it is, and a way out. */
export function UpdateNotice() {
  const { t, i18n } = useTranslation();
  const cancel = useHostMutation('job.cancel');
  const job = useJobs().find(
    ({ kind, status }) => kind === 'workspace.update' && status === 'running',
  );
  if (job === undefined) return null;
  const phase = t(`jobs:phases.${job.phase}`, { done: job.done.toLocaleString(i18n.language) });
  return (
    <Modal
      opened
      centered
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      onClose={() => undefined}
      title={t('workspace:update.title')}
    >
      <Stack gap={12}>
        <Text size="sm">{t('workspace:update.explained', { fileName: job.subject })}</Text>
        <Progress
          value={job.total ? (job.done / job.total) * 100 : 100}
          animated={!job.total}
          aria-label={phase}
        />
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" c="dimmed" aria-live="polite">
            {phase}
          </Text>
          <Button
            variant="default"
            data-autofocus
            loading={cancel.isPending || cancel.isSuccess}
            onClick={() => cancel.mutate({ id: job.id })}
          >
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
