import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../core/contract/import.contract.ts';
import { CheckColumns } from './CheckColumns.tsx';
import { CheckFailed, CheckProgress } from './CheckProgress.tsx';
import { CheckRejected } from './CheckRejected.tsx';
import classes from './CheckStep.module.css';
import { CheckWarnings } from './CheckWarnings.tsx';
import { DuplicateChoices } from './DuplicateChoices.tsx';
import { Figures } from './Figures.tsx';
import { checkFiles, importFiles } from './import-queue.ts';
import { changeImport, type ImportSession, type QueuedFile } from './import-session.ts';
import { discardChecks } from './import-steps.ts';
import { KnownImports } from './KnownImports.tsx';
import { NamesFact } from './NamesFact.tsx';
import { QueueTable } from './QueueTable.tsx';
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
  const { check, problem, jobId } = queued;
  if (problem !== null) return <CheckFailed problem={problem} onAgain={() => void checkFiles()} />;
  return check === null ? <CheckProgress jobId={jobId} /> : <CheckHead check={check} />;
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
      <CheckWarnings check={check} />
    </Stack>
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
          <NamesFact key={name} label={t(`import:check.${name}`)} found={check[name]} />
        ))}
      </dl>
      <CheckColumns check={check} />
      <CheckRejected check={check} />
    </Stack>
  );
}
