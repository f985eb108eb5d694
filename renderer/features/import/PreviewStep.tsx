import { Alert, Group, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type ImportInspection, textEncodings } from '../../../core/contract/import.contract.ts';
import { changeImport, type ImportPurpose, type ImportSession } from './import-session.ts';
import { readAnew } from './import-steps.ts';
import classes from './PreviewStep.module.css';
import { PreviewTable } from './PreviewTable.tsx';
import { StepFoot } from './StepFoot.tsx';

interface PreviewStepProps {
  purpose: ImportPurpose;
  session: ImportSession;
}

const delimiters = [',', '\t', ';', '|'] as const;

/** Shows the file as it was read, and lets one read it in another way until it reads right. */
export function PreviewStep({ purpose, session }: PreviewStepProps) {
  const { t } = useTranslation();
  const { inspection } = session;
  if (inspection === null) return null;
  return (
    <div className={classes.step}>
      <Group gap={12} align="flex-end">
        <ReadingChoices purpose={purpose} session={session} inspection={inspection} />
        <Text size="sm" c="dimmed">
          {t('import:preview.shape', {
            fileName: inspection.fileName,
            columns: inspection.headers.length,
          })}
        </Text>
      </Group>
      {inspection.undecodable && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:preview.undecodable')}
        </Alert>
      )}
      <PreviewTable headers={inspection.headers} rows={inspection.sampleRows} />
      <StepFoot
        onBack={() => changeImport(purpose, { step: 'file', problem: null })}
        onNext={() => changeImport(purpose, { step: 'mapping', problem: null })}
        nextLabel={t('app:next')}
        obstacle={null}
        busy={session.busy}
      />
    </div>
  );
}

function ReadingChoices({
  purpose,
  session,
  inspection,
}: PreviewStepProps & { inspection: ImportInspection }) {
  const { t } = useTranslation();
  const read = (change: Partial<ImportSession['options']>) =>
    void readAnew(purpose, { ...session.options, ...change });
  if (inspection.format === 'xlsx') {
    return (
      <NativeSelect
        size="xs"
        label={t('import:preview.sheet')}
        data={inspection.sheets}
        value={inspection.sheet ?? ''}
        onChange={(event) => read({ sheet: event.currentTarget.value })}
      />
    );
  }
  const { encoding, delimiter } = inspection;
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('import:preview.encoding')}
        data={[
          {
            value: 'auto',
            label: t('import:preview.detected', {
              value: t(`import:encodings.${encoding ?? 'utf-8'}`),
            }),
          },
          ...textEncodings.map((value) => ({ value, label: t(`import:encodings.${value}`) })),
        ]}
        value={session.options.encoding ?? 'auto'}
        onChange={(event) => {
          const chosen = textEncodings.find((known) => known === event.currentTarget.value);
          read({ encoding: chosen ?? 'auto' });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('import:preview.delimiter')}
        data={[
          {
            value: 'auto',
            label: t('import:preview.detected', {
              value: t(`import:delimiters.${delimiterName(delimiter)}`),
            }),
          },
          ...delimiters.map((value) => ({
            value,
            label: t(`import:delimiters.${delimiterName(value)}`),
          })),
        ]}
        value={session.options.delimiter ?? 'auto'}
        onChange={(event) => {
          const chosen = delimiters.find((known) => known === event.currentTarget.value);
          read({ delimiter: chosen ?? 'auto' });
        }}
      />
    </>
  );
}

function delimiterName(delimiter: string | null): string {
  const names: Record<string, string> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };
  return names[delimiter ?? ','] ?? 'comma';
}
