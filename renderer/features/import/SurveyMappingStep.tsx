import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportInspection } from '../../../core/contract/import.contract.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import { BulkRole } from './BulkRole.tsx';
import { samplesOf } from './column-samples.ts';
import { changeImport, type ImportSession, importSession } from './import-session.ts';
import { checkSurvey, startImport } from './import-steps.ts';
import classes from './MappingTable.module.css';
import { StepFoot } from './StepFoot.tsx';
import { SurveyColumnRow } from './SurveyColumnRow.tsx';
import {
  type ColumnChange,
  changeColumns,
  countsByRole,
  type SurveyColumn,
  type SurveyRole,
  surveyColumnsOf,
  surveyMappingFrom,
  surveyRoles,
} from './survey-columns.ts';
import { surveyObstacle } from './survey-obstacle.ts';
import { TemplateBar } from './TemplateBar.tsx';
import { RememberedNote } from './VocMappingStep.tsx';

/** What each column of a survey is for; made for files of two hundred columns. */
export function SurveyMappingStep({ session }: { session: ImportSession }) {
  const { t } = useTranslation();
  const { inspection, surveyColumns } = session;
  const [query, setQuery] = useState('');
  const [role, setRole] = useState<SurveyRole | ''>('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const samples = useMemo(() => samplesByHeader(inspection), [inspection]);
  const pick = useCallback(
    (headers: readonly string[], on: boolean) =>
      setPicked((known) => {
        const next = new Set(known);
        for (const header of headers) on ? next.add(header) : next.delete(header);
        return next;
      }),
    [],
  );
  if (inspection === null) return null;
  const counts = countsByRole(surveyColumns);
  const shown = surveyColumns.filter((column) => isShown(column, query, role));
  const obstacle = surveyObstacle(session);
  return (
    <div className={classes.step}>
      {inspection.remembered && <RememberedNote />}
      <WaveFields session={session} />
      <div className={classes.tools}>
        <TextInput
          type="search"
          aria-label={t('import:mapping.findColumn')}
          placeholder={t('import:mapping.findColumn')}
          leftSection={<IconSearch size={14} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={t('import:mapping.showRole')}
          data={[
            { value: '', label: t('import:mapping.allColumns', { count: surveyColumns.length }) },
            ...surveyRoles.map((value) => ({
              value,
              label: t('import:mapping.roleCount', {
                role: t(`import:roles.${value}`),
                count: counts[value],
              }),
            })),
          ]}
          value={role}
          onChange={(event) => setRole(roleOr(event.currentTarget.value))}
        />
        <TemplateBar
          headers={inspection.headers}
          suggests={!inspection.remembered}
          content={{
            purpose: 'survey',
            mapping: surveyMappingFrom(surveyColumns),
            options: session.options,
          }}
          onApply={(content) => {
            if (content.purpose !== 'survey') return;
            changeImport('survey', {
              surveyColumns: surveyColumnsOf(inspection.headers, content.mapping),
              problem: null,
            });
          }}
        />
        <BulkRole count={picked.size} onApply={(next) => change(picked, next)} />
      </div>
      <div className={classes.scroll}>
        <table className={classes.table} data-wide>
          <thead>
            <tr>
              <th>
                <Checkbox
                  size="xs"
                  aria-label={t('import:mapping.pickShown')}
                  checked={shown.length > 0 && shown.every(({ header }) => picked.has(header))}
                  indeterminate={
                    shown.some(({ header }) => picked.has(header)) &&
                    !shown.every(({ header }) => picked.has(header))
                  }
                  onChange={(event) =>
                    pick(
                      shown.map(({ header }) => header),
                      event.currentTarget.checked,
                    )
                  }
                />
              </th>
              <th>{t('import:mapping.column')}</th>
              <th>{t('import:mapping.samples')}</th>
              <th>{t('import:mapping.role')}</th>
              <th>{t('import:mapping.label')}</th>
              <th>{t('import:mapping.scale')}</th>
              <th>{t('import:mapping.reversed')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((column) => (
              <SurveyColumnRow
                key={column.header}
                column={column}
                samples={samples.get(column.header) ?? ''}
                picked={picked.has(column.header)}
                onPick={pick}
                onChange={change}
              />
            ))}
          </tbody>
        </table>
      </div>
      <StepFoot
        onBack={() => changeImport('survey', { step: 'preview', problem: null })}
        onNext={() => void checkSurvey()}
        nextLabel={t('import:mapping.check')}
        obstacle={
          obstacle === null ? null : t(`import:obstacles.${obstacle.kind}`, obstacle.params)
        }
        busy={session.busy}
      >
        <Button
          variant="default"
          disabled={obstacle !== null || session.busy}
          onClick={() => void startImport('survey')}
        >
          {t('import:mapping.start')}
        </Button>
      </StepFoot>
    </div>
  );
}

function WaveFields({ session }: { session: ImportSession }) {
  const { t } = useTranslation();
  return (
    <div className={classes.tools}>
      <TextInput
        label={t('import:wave.name')}
        placeholder={t('import:wave.namePlaceholder')}
        w={300}
        maxLength={200}
        value={session.waveName}
        onChange={(event) =>
          changeImport('survey', { waveName: event.currentTarget.value, problem: null })
        }
      />
      <DateField
        label={t('import:wave.date')}
        w={150}
        value={session.surveyedOn}
        onChange={(surveyedOn) => changeImport('survey', { surveyedOn, problem: null })}
      />
    </div>
  );
}

function change(headers: ReadonlySet<string>, next: ColumnChange): void {
  const { surveyColumns } = importSession('survey');
  changeImport('survey', {
    surveyColumns: changeColumns(surveyColumns, headers, next),
    problem: null,
  });
}

function samplesByHeader(inspection: ImportInspection | null): Map<string, string> {
  const headers = inspection?.headers ?? [];
  const rows = inspection?.sampleRows ?? [];
  return new Map(headers.map((header, index) => [header, samplesOf(rows, index).join(' · ')]));
}

function isShown(column: SurveyColumn, query: string, role: SurveyRole | ''): boolean {
  const text = `${column.header} ${column.label}`.toLowerCase();
  return (role === '' || column.role === role) && text.includes(query.trim().toLowerCase());
}

function roleOr(value: string): SurveyRole | '' {
  return surveyRoles.find((known) => known === value) ?? '';
}
