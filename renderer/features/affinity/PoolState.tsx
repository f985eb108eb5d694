import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import classes from './Board.module.css';
import type { Suggestion } from './use-suggestion.ts';

interface PoolStateProps {
  suggestion: Suggestion;
  unassigned: number | null;
  /** How many a search found; null without one. */
  found: number | null;
  onShowWhole: () => void;
}

/** What is going on with the groups, where they alone do not say it. */
export function PoolState({ suggestion, unassigned, found, onShowWhole }: PoolStateProps) {
  const { t, i18n } = useTranslation();
  const { job, groups, isStopped } = suggestion;
  if (job !== null) return <Grouping suggestion={suggestion} />;
  if (groups?.sample) return <OfSample suggestion={suggestion} onShowWhole={onShowWhole} />;
  if (isStopped && groups === null) {
    return (
      <Stack className={classes.state} gap={8} align="flex-start">
        <Text size="sm">{t('affinity:state.stopped')}</Text>
        <Button onClick={suggestion.again}>{t('affinity:pool.again')}</Button>
      </Stack>
    );
  }
  if (unassigned === 0) return <AllAssigned />;
  if (found === 0) {
    return (
      <Text className={classes.state} size="sm" c="dimmed">
        {t('affinity:state.notFound')}
      </Text>
    );
  }
  const fresh =
    groups === null || unassigned === null ? 0 : unassigned - (groups.total - groups.assigned);
  if (fresh <= 0) return null;
  return (
    <Alert className={classes.state} variant="light" p="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t('affinity:state.fresh', { shown: fresh.toLocaleString(i18n.language) })}
        </Text>
        <Button size="compact-xs" onClick={suggestion.again}>
          {t('affinity:pool.again')}
        </Button>
      </Group>
    </Alert>
  );
}

/** The groups of a sample are what is shown, and nothing is under way. */
function OfSample({ suggestion, onShowWhole }: Pick<PoolStateProps, 'suggestion' | 'onShowWhole'>) {
  const { t } = useTranslation();
  const words = useSampleWords(suggestion);
  const isDone = suggestion.isWholeWaiting;
  return (
    <Alert className={classes.state} variant="light" p="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t(isDone ? 'affinity:state.wholeReady' : 'affinity:state.sampleOnly', words)}
        </Text>
        <Button size="compact-xs" onClick={isDone ? onShowWhole : suggestion.again}>
          {t(isDone ? 'affinity:state.showWhole' : 'affinity:state.groupWhole')}
        </Button>
      </Group>
    </Alert>
  );
}

function useSampleWords({ groups }: Suggestion): { shown: string; of: string } {
  const { i18n } = useTranslation();
  const { texts, of } = groups?.sample ?? { texts: 0, of: 0 };
  return { shown: texts.toLocaleString(i18n.language), of: of.toLocaleString(i18n.language) };
}

function Grouping({ suggestion }: { suggestion: Suggestion }) {
  const { t, i18n } = useTranslation();
  const { job, cancel, groups } = suggestion;
  const words = useSampleWords(suggestion);
  if (job === null) return null;
  if (job.error !== null) return wordsForError(job.error);
  const percent = job.total ? Math.round((job.done / job.total) * 100) : 0;
  return (
    <Stack className={classes.state} gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {t(`affinity:state.${job.phase}`, { done: job.done.toLocaleString(i18n.language) })}
        </Text>
        <Button variant="default" size="compact-xs" onClick={cancel}>
          {t('app:cancel')}
        </Button>
      </Group>
      <Progress value={percent} size="sm" aria-label={t('affinity:state.label')} />
      {groups?.sample && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('affinity:state.sampled', words)}
        </Text>
      )}
    </Stack>
  );
}

function AllAssigned() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('affinity:state.done')}
      hint={t('affinity:state.doneHint')}
      icon={<IconCircleCheck size={34} stroke={1.4} />}
      actions={
        <Button renderRoot={(props) => <Link to="/house" {...props} />}>
          {t('affinity:state.toHouse')}
        </Button>
      }
    />
  );
}
