import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportSummary, RejectedRow } from '../../../core/contract/import.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyError } from '../../shared/ui/notify.ts';
import classes from './ImportResult.module.css';
import { type ImportPurpose, restartImport } from './import-session.ts';

interface ImportResultProps {
  purpose: ImportPurpose;
  summary: ImportSummary;
  fileName: string;
}

/** What came in and what did not, with the way to both. */
export function ImportResult({ purpose, summary, fileName }: ImportResultProps) {
  const { t, i18n } = useTranslation();
  const figures = [
    ['read', summary.read],
    ['imported', summary.imported],
    ['duplicates', summary.duplicates],
    ['rejected', summary.rejected],
  ] as const;
  return (
    <Stack gap={14} className={classes.result}>
      <Group gap={8}>
        <IconCircleCheck size={22} className={classes.good} />
        <Title order={2}>{t('import:result.title', { fileName })}</Title>
      </Group>
      <dl className={classes.figures}>
        {figures.map(([name, figure]) => (
          <div key={name} data-figure={name}>
            <dt>{t(`import:result.${name}`)}</dt>
            <dd>{figure.toLocaleString(i18n.language)}</dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {t('import:result.undoable')}
        {summary.vocFromOpenAnswers > 0 &&
          ` ${t('import:result.openAnswers', { count: summary.vocFromOpenAnswers })}`}
      </Text>
      {summary.undecodableCharacters > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:result.undecodable', { count: summary.undecodableCharacters })}
        </Alert>
      )}
      <Group gap={8}>
        <WhereItWent purpose={purpose} summary={summary} />
        <Button variant="default" onClick={() => restartImport(purpose)}>
          {t('import:run.another')}
        </Button>
      </Group>
      {summary.rejected > 0 && <Rejected summary={summary} fileName={fileName} />}
    </Stack>
  );
}

function WhereItWent({ purpose, summary }: Omit<ImportResultProps, 'fileName'>) {
  const { t } = useTranslation();
  if (summary.imported === 0) return null;
  const filter =
    summary.waveId === null ? { importId: summary.importId } : { waveId: summary.waveId };
  const seeVoc = (
    <Button
      variant={purpose === 'voc' ? 'filled' : 'default'}
      renderRoot={(props) => <Link to="/voc" search={{ filter }} {...props} />}
    >
      {t('import:result.seeVoc')}
    </Button>
  );
  if (summary.waveId === null) return seeVoc;
  return (
    <>
      <Button
        renderRoot={(props) => (
          <Link to="/responses" search={{ waveId: summary.waveId ?? undefined }} {...props} />
        )}
      >
        {t('import:result.seeResponses')}
      </Button>
      {summary.vocFromOpenAnswers > 0 && seeVoc}
    </>
  );
}

function Rejected({ summary, fileName }: { summary: ImportSummary; fileName: string }) {
  const { t } = useTranslation();
  const { rejectedToken, rejectedSample, rejectedHeaders } = summary;
  return (
    <section aria-label={t('import:rejected.title')}>
      <Group justify="space-between" mb={6}>
        <Title order={3}>{t('import:rejected.title')}</Title>
        {rejectedToken !== null && (
          <Button
            variant="light"
            leftSection={<IconDownload size={14} />}
            onClick={() =>
              void host
                .call('shell.deliverFile', {
                  token: rejectedToken,
                  fileName: t('jobs:rejectedFile', { subject: fileName }),
                })
                .catch(notifyError)
            }
          >
            {t('import:rejected.save')}
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed" mb={6}>
        {rejectedSample.length < summary.rejected
          ? t('import:rejected.first', { count: rejectedSample.length })
          : t('import:rejected.hint')}
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('import:rejected.table')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('import:rejected.row')}</th>
              <th>{t('import:rejected.reason')}</th>
              {rejectedHeaders.map((header) => (
                <th key={header}>{header}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rejectedSample.map((row) => (
              <RejectedLine key={row.rowNumber} row={row} headers={rejectedHeaders} />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function RejectedLine({ row, headers }: { row: RejectedRow; headers: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className={classes.number}>{row.rowNumber}</td>
      <td className={classes.reason}>{t(`import:reasons.${row.reason}`, row.params)}</td>
      {headers.map((header, index) => (
        <td key={header} title={row.cells[index]}>
          {row.cells[index]}
        </td>
      ))}
    </tr>
  );
}
