import { Alert, Button, Group, Kbd, Progress, SegmentedControl, Text } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type DuplicateCriteria,
  type DuplicateKind,
  duplicateCriteriaSchema,
  duplicateKinds,
} from '../../../core/contract/duplicate.contract.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { useJobs } from '../../shared/host/jobs.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { notifyDone } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { NoVocYet, useHasNoVoc } from '../../shared/voc/NoVocYet.tsx';
import { CriteriaBar } from './CriteriaBar.tsx';
import classes from './DuplicatesPage.module.css';
import { GroupList } from './GroupList.tsx';

/** VOC that came in twice, group by group: merged, or found to be different. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const { data: findings } = useHostQuery('duplicate.findings', {});
  const [criteria, setCriteria] = usePreference('duplicates.criteria', usual, isCriteria);
  const [kind, setKind] = useState<DuplicateKind>('all');
  const job = useLatestSearch();
  const find = useHostMutation('duplicate.find');
  const isRunning = job?.status === 'running';
  const hasNoVoc = useHasNoVoc();
  const look = () => find.mutate({ criteria });
  useRoomCommands(look);
  return (
    <Page
      fill
      title={t('duplicate:title')}
      subtitle={t('duplicate:subtitle')}
      actions={
        <Button variant="default" renderRoot={(props) => <Link to="/voc" {...props} />}>
          {t('duplicate:back')}
        </Button>
      }
    >
      {hasNoVoc === true ? (
        <NoVocYet hint={t('duplicate:noVoc')} />
      ) : (
        <>
          <Group gap={16} align="flex-end">
            <CriteriaBar criteria={criteria} onChange={setCriteria} />
            <Button
              leftSection={<IconCopyCheck size={14} />}
              loading={isRunning || find.isPending}
              onClick={look}
            >
              {findings ? t('duplicate:again') : t('duplicate:find')}
            </Button>
          </Group>
          {isRunning && job !== null && <Searching job={job} />}
          {job?.status === 'failed' && job.error !== null && (
            <Alert color="red" variant="light" role="alert">
              {wordsForError(job.error)}
            </Alert>
          )}
          {findings === null && !isRunning && (
            <EmptyState
              icon={<IconCopyCheck size={40} stroke={1.3} />}
              title={t('duplicate:notSearched.title')}
              hint={t('duplicate:notSearched.hint')}
              actions={<Button onClick={look}>{t('duplicate:find')}</Button>}
            />
          )}
          {findings && !isRunning && (
            <>
              <FoundBar kind={kind} onKind={setKind} />
              <GroupList key={`${findings.foundAt} ${kind}`} kind={kind} />
              <Text size="xs" c="dimmed" className={classes.keys}>
                <Kbd size="xs">?</Kbd> {t('duplicate:keys')}
              </Text>
            </>
          )}
        </>
      )}
    </Page>
  );
}

const usual = duplicateCriteriaSchema.parse({});

/** What was kept by an older version may no longer fit. */
function isCriteria(kept: unknown): kept is DuplicateCriteria {
  return duplicateCriteriaSchema.required().safeParse(kept).success;
}

function FoundBar({
  kind,
  onKind,
}: {
  kind: DuplicateKind;
  onKind: (kind: DuplicateKind) => void;
}) {
  const { t, i18n } = useTranslation();
  const { data: findings } = useHostQuery('duplicate.findings', {});
  const shown = (count: number) => count.toLocaleString(i18n.language);
  const mergeAll = useHostMutation('duplicate.mergeAll', {
    onSuccess: ({ merged }) => notifyDone(t('duplicate:merged', { count: merged })),
  });
  if (!findings) return null;
  return (
    <Group justify="space-between">
      <Group gap={12}>
        <SegmentedControl
          size="xs"
          aria-label={t('duplicate:kinds.label')}
          data={duplicateKinds.map((value) => ({ value, label: t(`duplicate:kinds.${value}`) }))}
          value={kind}
          onChange={(value) => onKind(duplicateKinds.find((known) => known === value) ?? 'all')}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('duplicate:found', {
            compared: shown(findings.compared),
            exact: shown(findings.exactVoc),
            near: shown(findings.nearVoc),
          })}
        </Text>
      </Group>
      <Button
        variant="default"
        loading={mergeAll.isPending}
        disabled={findings.exactVoc + findings.nearVoc === 0}
        onClick={() => mergeAll.mutate({ kind: kind === 'all' ? 'exact' : kind })}
      >
        {kind === 'near' ? t('duplicate:mergeAll') : t('duplicate:mergeAllExact')}
      </Button>
    </Group>
  );
}

function Searching({ job }: { job: JobInfo }) {
  const { t, i18n } = useTranslation();
  const percent = job.total ? (job.done / job.total) * 100 : 100;
  return (
    <div className={classes.searching}>
      <Progress value={percent} animated={!job.total} aria-label={t('duplicate:finding')} />
      <Group justify="space-between" mt={6}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('duplicate:progress', {
            done: job.done.toLocaleString(i18n.language),
            total: (job.total ?? 0).toLocaleString(i18n.language),
          })}
        </Text>
        <Button variant="default" onClick={() => void host.call('job.cancel', { id: job.id })}>
          {t('duplicate:stop')}
        </Button>
      </Group>
    </div>
  );
}

function useLatestSearch(): JobInfo | null {
  return useJobs().findLast(({ kind }) => kind === 'duplicate.find') ?? null;
}

function useRoomCommands(look: () => void): void {
  const { t } = useTranslation();
  const latest = useRef(look);
  latest.current = look;
  const commands = useMemo<Command[]>(() => {
    const group = t('app:groups.room');
    const told = (id: 'merge' | 'distinct', shortcut: string): Command => ({
      id: `duplicate.${id}`,
      label: t(`duplicate:commands.${id}`),
      group,
      shortcut,
      heardElsewhere: true,
      run: () => undefined,
    });
    return [
      {
        id: 'duplicate.find',
        label: t('duplicate:commands.find'),
        group,
        run: () => latest.current(),
      },
      told('merge', 'Enter'),
      told('distinct', 'D'),
    ];
  }, [t]);
  useCommands(commands);
}
