import { Button, Progress, Text } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/contract/app-error.ts';
import type { VocSample } from '../../../core/contract/insight.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import { SampleNote } from './SampleNote.tsx';
import { useLearningJob } from './use-learning.ts';

interface LearningGateProps {
  /** Any of the answers that need the words. */
  answer: { isPending: boolean; error: AppError | null; refetch: () => unknown };
  /** Of which VOC the answer is when not of all. */
  sample?: VocSample | null | undefined;
  children: ReactNode;
}

/** What there is to see, or why there is nothing yet: the words are being learned, or were not. */
export function LearningGate({ answer, sample, children }: LearningGateProps) {
  const { t } = useTranslation();
  if (answer.error !== null) {
    return (
      <Panel>
        <EmptyState
          icon={<IconSparkles size={36} />}
          title={t('insight:learn.title')}
          hint={
            answer.error.code === 'insight.notLearned'
              ? t('insight:learn.hint')
              : wordsForError(answer.error.toPayload())
          }
          actions={
            <Button mt="sm" onClick={() => void answer.refetch()}>
              {t('insight:learn.start')}
            </Button>
          }
        />
      </Panel>
    );
  }
  if (answer.isPending) return <LearningProgress />;
  return (
    <>
      {sample && <SampleNote sample={sample} />}
      {children}
    </>
  );
}

function LearningProgress() {
  const { t, i18n } = useTranslation();
  const job = useLearningJob();
  const cancel = useHostMutation('job.cancel');
  if (job === undefined)
    return <Progress value={100} animated size="xs" aria-label={t('insight:learn.waiting')} />;
  const percent = job.total ? Math.round((job.done / job.total) * 100) : 100;
  return (
    <Panel title={t('insight:learn.running')}>
      <Progress
        value={percent}
        animated={job.total === null}
        aria-label={t('insight:learn.running')}
      />
      <Text size="sm" c="dimmed" mt={8} aria-live="polite">
        {t(`jobs:phases.${job.phase}`)}{' '}
        {job.total !== null &&
          `${job.done.toLocaleString(i18n.language)} / ${job.total.toLocaleString(i18n.language)}`}
      </Text>
      <Button variant="default" mt="sm" size="xs" onClick={() => cancel.mutate({ id: job.id })}>
        {t('app:cancel')}
      </Button>
    </Panel>
  );
}
