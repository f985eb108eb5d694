import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './MappingTable.module.css';
import { type ColumnChange, type SurveyRole, surveyRoles } from './survey-columns.ts';

interface BulkRoleProps {
  count: number;
  onApply: (change: ColumnChange) => void;
}

const scales = ['1-5', '1-7', '1-10', '0-10', '0-100'] as const;

/** Gives all picked columns one use and, as items, one scale. */
export function BulkRole({ count, onApply }: BulkRoleProps) {
  const { t } = useTranslation();
  const [role, setRole] = useState<SurveyRole>('item');
  const [scale, setScale] = useState<string>('1-7');
  const [scaleMin = 1, scaleMax = 7] = scale.split('-').map(Number);
  return (
    <div className={classes.bulk}>
      <NativeSelect
        size="xs"
        label={t('import:bulk.role', { count })}
        data={surveyRoles.map((value) => ({ value, label: t(`import:roles.${value}`) }))}
        value={role}
        onChange={(event) => {
          const chosen = surveyRoles.find((known) => known === event.currentTarget.value);
          setRole(chosen ?? 'item');
        }}
      />
      {role === 'item' && (
        <NativeSelect
          size="xs"
          label={t('import:mapping.scale')}
          data={scales.map((value) => ({ value, label: value.replace('-', '–') }))}
          value={scale}
          onChange={(event) => setScale(event.currentTarget.value)}
        />
      )}
      <Button
        variant="light"
        disabled={count === 0}
        onClick={() => onApply(role === 'item' ? { role, scaleMin, scaleMax } : { role })}
      >
        {t('import:bulk.apply')}
      </Button>
    </div>
  );
}
