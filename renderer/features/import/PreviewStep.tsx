import { Alert, Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type ImportInspection,
  type ImportSheet,
  textEncodings,
} from '../../../core/contract/import.contract.ts';
import { changeImport, type ImportPurpose, type ImportSession } from './import-session.ts';
import { readAnew } from './import-steps.ts';
import { KnownImports } from './KnownImports.tsx';
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
        <HeaderRow purpose={purpose} session={session} inspection={inspection} />
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
      {inspection.formulaErrors > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          {t('import:preview.formulaErrors', { count: inspection.formulaErrors })}
        </Alert>
      )}
      <KnownImports known={inspection.knownImports} />
      {inspection.headerRow > 0 && !inspection.headerLikely && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
          <Group gap={12}>
            {t('import:preview.headerUnlikely')}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => void readAnew(purpose, { ...session.options, headerRow: 0 })}
            >
              {t('import:preview.noHeader')}
            </Button>
          </Group>
        </Alert>
      )}
      {session.queue.length > 1 && (
        <Text size="sm">{t('import:queue.first', { count: session.queue.length })}</Text>
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
  const { t, i18n } = useTranslation();
  const sheetLabel = ({ name, isHidden, rows }: ImportSheet) => {
    const facts = [
      rows === null
        ? null
        : t('import:preview.sheetRows', { rows: rows.toLocaleString(i18n.language) }),
      isHidden ? t('import:preview.hidden') : null,
    ].filter((fact) => fact !== null);
    return facts.length === 0 ? name : `${name} (${facts.join(', ')})`;
  };
  const read = (change: Partial<ImportSession['options']>) =>
    void readAnew(purpose, { ...session.options, ...change });
  if (inspection.format === 'xlsx') {
    return (
      <NativeSelect
        size="xs"
        label={t('import:preview.sheet')}
        data={inspection.sheetFacts.map((sheet) => ({
          value: sheet.name,
          label: sheetLabel(sheet),
        }))}
        value={inspection.sheet ?? ''}
        // Another sheet has a header of its own.
        onChange={(event) =>
          void readAnew(purpose, {
            ...session.options,
            sheet: event.currentTarget.value,
            headerRow: undefined,
          })
        }
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

/** Titles above a table are passed over; where that goes wrong, a person says where the names are. */
function HeaderRow({
  purpose,
  session,
  inspection,
}: PreviewStepProps & { inspection: ImportInspection }) {
  const { t } = useTranslation();
  const rows = inspection.topRows.map((cells, index) => {
    const text = cells.filter((cell) => cell.trim() !== '').join(' · ');
    return {
      value: String(index + 1),
      label: t('import:preview.headerRowLabel', { row: index + 1, text: shortened(text) }),
    };
  });
  return (
    <NativeSelect
      size="xs"
      maw={360}
      label={t('import:preview.headerRow')}
      data={[...rows, { value: '0', label: t('import:preview.noHeaderRow') }]}
      value={String(inspection.headerRow)}
      onChange={(event) =>
        void readAnew(purpose, {
          ...session.options,
          headerRow: Number(event.currentTarget.value),
        })
      }
    />
  );
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function delimiterName(delimiter: string | null): string {
  const names: Record<string, string> = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar' };
  return names[delimiter ?? ','] ?? 'comma';
}
