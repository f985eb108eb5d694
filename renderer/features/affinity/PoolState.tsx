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
}

/** What is going on with the groups, where they alone do not say it. */
export function PoolState({ suggestion, unassigned, found }: PoolStateProps) {
  const { t, i18n } = useTranslation();
  const { job, groups, isStopped } = suggestion;
  if (job !== null) return <Grouping suggestion={suggestion} />;
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

function Grouping({ suggestion: { job, cancel } }: { suggestion: Suggestion }) {
  const { t, i18n } = useTranslation();
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
