import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../core/contract/import.contract.ts';
import { Figures } from './Figures.tsx';
import classes from './ImportResult.module.css';
import type { ImportPurpose } from './import-session.ts';
import { beginAnew } from './import-steps.ts';
import { RejectedRows } from './RejectedRows.tsx';

interface ImportResultProps {
  purpose: ImportPurpose;
  summary: ImportSummary;
  fileName: string;
}

/** What came in and what did not, with the way to both. */
export function ImportResult({ purpose, summary, fileName }: ImportResultProps) {
  const { t } = useTranslation();
  const figures = [
    ['read', summary.read],
    ['imported', summary.imported],
    ['duplicates', summary.duplicates],
    ...(summary.merged > 0 ? ([['merged', summary.merged]] as const) : []),
    ['rejected', summary.rejected],
  ] as const;
  return (
    <Stack gap={14} className={classes.result}>
      <Group gap={8}>
        <IconCircleCheck size={22} className={classes.good} />
        <Title order={2}>{t('import:result.title', { fileName })}</Title>
      </Group>
      <Figures
        figures={figures.map(([name, value]) => ({
          name,
          label: t(`import:result.${name}`),
          value,
        }))}
      />
      <Text size="sm" c="dimmed">
        {t('import:result.undoable')}
        {summary.vocFromOpenAnswers > 0 &&
          ` ${t('import:result.openAnswers', { count: summary.vocFromOpenAnswers })}`}
        {summary.leftOut > 0 && ` ${t('import:result.leftOut', { count: summary.leftOut })}`}
        {summary.merged > 0 && ` ${t('import:result.mergedHint')}`}
      </Text>
      {summary.undecodableCharacters > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:result.undecodable', { count: summary.undecodableCharacters })}{' '}
          {summary.undecodableRows.length > 0 &&
            t('import:result.undecodableRows', { rows: summary.undecodableRows.join(', ') })}
        </Alert>
      )}
      <Group gap={8}>
        <WhereItWent purpose={purpose} summary={summary} />
        <Button variant="default" onClick={() => void beginAnew(purpose)}>
          {t('import:run.another')}
        </Button>
      </Group>
      {summary.rejected > 0 && (
        <RejectedRows
          rejected={summary.rejected}
          sample={summary.rejectedSample}
          headers={summary.rejectedHeaders}
          token={summary.rejectedToken}
          fileName={fileName}
        />
      )}
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
