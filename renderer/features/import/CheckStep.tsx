import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../core/contract/import.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useJob } from '../../shared/host/jobs.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { CheckColumns } from './CheckColumns.tsx';
import classes from './CheckStep.module.css';
import { DuplicateChoices } from './DuplicateChoices.tsx';
import { Figures } from './Figures.tsx';
import { checkFiles, importFiles } from './import-queue.ts';
import { changeImport, type ImportSession, type QueuedFile } from './import-session.ts';
import { discardChecks } from './import-steps.ts';
import { KnownImports } from './KnownImports.tsx';
import { QueueTable } from './QueueTable.tsx';
import { RejectedRows } from './RejectedRows.tsx';
import { StepFoot } from './StepFoot.tsx';

/** What the import would do, before it does: counted over the whole file, with nothing written. */
export function CheckStep({ session }: { session: ImportSession }) {
  const { t, i18n } = useTranslation();
  const { queue, duplicates } = session;
  const [only] = queue;
  const busy = queue.some(({ state }) => state === 'waiting' || state === 'checking');
  const checks = queue.flatMap(({ check }) => (check === null ? [] : [check]));
  const importable = checks.reduce((sum, check) => sum + rowsTaken(check, duplicates), 0);
  const repeated = checks.reduce((sum, { exact, near }) => sum + exact.count + near.count, 0);
  return (
    <div className={classes.step}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('import:steps.check')}>
        {queue.length > 1 && <QueueTable queue={queue} phase="check" />}
        {queue.length === 1 && only !== undefined && <OneCheck queued={only} />}
        {checks.length > 0 && !busy && (
          <DuplicateChoices
            checks={checks}
            choice={duplicates}
            onChange={(choice) => changeImport('voc', { duplicates: choice })}
          />
        )}
        {queue.length === 1 && only?.check && <CheckDetails check={only.check} />}
      </section>
      <StepFoot
        onBack={() => {
          void discardChecks('voc');
          changeImport('voc', { step: 'mapping', problem: null });
        }}
        onNext={() => void importFiles(duplicates)}
        nextLabel={t('import:check.commit', { rows: importable.toLocaleString(i18n.language) })}
        obstacle={
          busy
            ? t('import:check.running')
            : importable + repeated === 0
              ? t('import:check.nothing')
              : null
        }
        busy={false}
      />
    </div>
  );
}

/** Rows that become VOC of their own under this choice. */
function rowsTaken(check: ImportCheck, choice: ImportSession['duplicates']): number {
  const { importable, exact, near } = check;
  if (choice === 'keep') return importable;
  return importable - exact.count - (choice === 'mergeNear' ? near.count : 0);
}

function OneCheck({ queued }: { queued: QueuedFile }) {
  const { t } = useTranslation();
  const { check, problem, jobId } = queued;
  if (problem !== null) {
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
        <Button w="fit-content" onClick={() => void checkFiles()}>
          {t('import:check.again')}
        </Button>
      </Stack>
    );
  }
  return check === null ? <Checking jobId={jobId} /> : <CheckHead check={check} />;
}

function Checking({ jobId }: { jobId: string | null }) {
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

function CheckHead({ check }: { check: ImportCheck }) {
  const { t } = useTranslation();
  return (
    <Stack gap={10}>
      <Title order={2}>{t('import:check.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('import:check.untouched', { fileName: check.fileName })}
      </Text>
      <Figures
        figures={[
          { name: 'read', label: t('import:result.read'), value: check.read },
          { name: 'importable', label: t('import:check.importable'), value: check.importable },
          { name: 'rejected', label: t('import:result.rejected'), value: check.rejected },
          { name: 'idInFile', label: t('import:check.idInFile'), value: check.duplicateIds.inFile },
          {
            name: 'idInWorkspace',
            label: t('import:check.idInWorkspace'),
            value: check.duplicateIds.inWorkspace,
          },
          { name: 'exact', label: t('import:check.exact'), value: check.exact.count },
          { name: 'near', label: t('import:check.near'), value: check.near.count },
        ]}
      />
      <KnownImports known={check.knownImports} />
      <Warnings check={check} />
    </Stack>
  );
}

function Warnings({ check }: { check: ImportCheck }) {
  const { t } = useTranslation();
  const { undecodableCharacters, undecodableRows, formulaErrors, futureDates } = check;
  return (
    <>
      {undecodableCharacters > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:check.undecodable', {
            count: undecodableCharacters,
            rows: undecodableRows.join(', '),
          })}
        </Alert>
      )}
      {futureDates > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:check.future', { count: futureDates, date: check.dateTo })}
        </Alert>
      )}
      {formulaErrors > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:preview.formulaErrors', { count: formulaErrors })}
        </Alert>
      )}
    </>
  );
}

function CheckDetails({ check }: { check: ImportCheck }) {
  const { t } = useTranslation();
  const names = ['newBranches', 'newProducts', 'newExtraFields'] as const;
  return (
    <Stack gap={14}>
      <dl className={classes.facts}>
        <dt>{t('import:check.dates')}</dt>
        <dd>
          {check.dateFrom === null
            ? t('import:check.none')
            : `${check.dateFrom} – ${check.dateTo ?? ''}`}
        </dd>
        {names.map((name) => (
          <Names key={name} label={t(`import:check.${name}`)} found={check[name]} />
        ))}
      </dl>
      <CheckColumns check={check} />
      {check.rejected > 0 && (
        <>
          <dl className={classes.facts}>
            {check.rejectedByReason.map(({ reason, count }) => (
              <Names
                key={reason}
                label={t(`import:reasonNames.${reason}`)}
                found={{ count, names: [] }}
              />
            ))}
          </dl>
          <RejectedRows
            rejected={check.rejected}
            sample={check.rejectedSample}
            headers={check.rejectedHeaders}
            token={check.rejectedToken}
            fileName={check.fileName}
          />
        </>
      )}
    </Stack>
  );
}

function Names({ label, found }: { label: string; found: { count: number; names: string[] } }) {
  const { t, i18n } = useTranslation();
  const more = found.count > found.names.length && found.names.length > 0 ? ' …' : '';
  const count = t('import:check.count', { count: found.count.toLocaleString(i18n.language) });
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {found.count === 0 ? t('import:check.none') : count}
        {found.names.length > 0 && `: ${found.names.join(', ')}${more}`}
      </dd>
    </>
  );
}
