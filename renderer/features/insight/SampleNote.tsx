import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCount } from '../../../core/charts/chart-text.ts';
import type { VocSample } from '../../../core/contract/insight.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { useLearningJob } from './use-learning.ts';

/** That what is shown is of a sample, how far the whole is, and how to stop or begin it. */
export function SampleNote({ sample }: { sample: VocSample }) {
  const { t } = useTranslation();
  const job = useLearningJob();
  const cancel = useHostMutation('job.cancel');
  const learn = useHostMutation('insight.learn');
  const words = { texts: formatCount(sample.texts), of: formatCount(sample.of) };
  const percent = job?.total ? Math.round((job.done / job.total) * 100) : 100;
  return (
    <Alert mb="sm" p="xs" variant="light">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" aria-live="polite">
          {t(job === undefined ? 'insight:sample.only' : 'insight:sample.first', words)}
        </Text>
        {job === undefined ? (
          <Button size="compact-xs" onClick={() => learn.mutate({})}>
            {t('insight:sample.whole')}
          </Button>
        ) : (
          <Button size="compact-xs" variant="default" onClick={() => cancel.mutate({ id: job.id })}>
            {t('app:cancel')}
          </Button>
        )}
      </Group>
      {job !== undefined && (
        <Progress
          mt={6}
          size="xs"
          value={percent}
          animated={job.total === null}
          aria-label={t('insight:learn.running')}
        />
      )}
    </Alert>
  );
}
