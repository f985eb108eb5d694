import { Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './MappingTable.module.css';
import { type ColumnChange, type SurveyColumn, surveyRoles } from './survey-columns.ts';

interface SurveyColumnRowProps {
  column: SurveyColumn;
  samples: string;
  picked: boolean;
  onPick: (headers: readonly string[], on: boolean) => void;
  onChange: (headers: ReadonlySet<string>, change: ColumnChange) => void;
}

/** Painted anew only when its own column changed: a file may have two hundred of them. */
export const SurveyColumnRow = memo(function SurveyColumnRow(props: SurveyColumnRowProps) {
  const { column, samples, picked, onPick } = props;
  const { t } = useTranslation();
  const { header } = column;
  const onChange = (change: ColumnChange) => props.onChange(new Set([header]), change);
  const isItem = column.role === 'item';
  return (
    <tr data-kept={column.role === 'extra' || undefined} data-picked={picked || undefined}>
      <td>
        <Checkbox
          size="xs"
          aria-label={t('import:mapping.pick', { header })}
          checked={picked}
          onChange={(event) => onPick([header], event.currentTarget.checked)}
        />
      </td>
      <th scope="row">
        <span className={classes.header} title={header}>
          {header}
        </span>
      </th>
      <td className={classes.samples}>{samples}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('import:mapping.useOf', { header })}
          data={surveyRoles.map((value) => ({ value, label: t(`import:roles.${value}`) }))}
          value={column.role}
          onChange={(event) => {
            const role = surveyRoles.find((known) => known === event.currentTarget.value);
            if (role !== undefined) onChange({ role });
          }}
        />
      </td>
      <td>
        {isItem && (
          <TextInput
            aria-label={t('import:mapping.labelOf', { header })}
            maxLength={500}
            value={column.label}
            onChange={(event) => onChange({ label: event.currentTarget.value })}
          />
        )}
      </td>
      <td>
        {isItem && (
          <Group gap={4} wrap="nowrap">
            <ScaleEnd
              label={t('import:mapping.scaleMinOf', { header })}
              value={column.scaleMin}
              onChange={(scaleMin) => onChange({ scaleMin })}
            />
            –
            <ScaleEnd
              label={t('import:mapping.scaleMaxOf', { header })}
              value={column.scaleMax}
              onChange={(scaleMax) => onChange({ scaleMax })}
            />
          </Group>
        )}
      </td>
      <td>
        {isItem && (
          <Checkbox
            size="xs"
            aria-label={t('import:mapping.reversedOf', { header })}
            checked={column.reversed}
            onChange={(event) => onChange({ reversed: event.currentTarget.checked })}
          />
        )}
      </td>
    </tr>
  );
});

interface ScaleEndProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
}

function ScaleEnd({ label, value, onChange }: ScaleEndProps) {
  return (
    <TextInput
      type="number"
      className={classes.scale}
      aria-label={label}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  );
}
