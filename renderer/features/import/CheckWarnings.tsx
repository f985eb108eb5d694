import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, SurveyCheck } from '../../../core/contract/import.contract.ts';

/** What a person had better look at before the file comes in. */
export function CheckWarnings({ check }: { check: ImportCheck | SurveyCheck }) {
  const { t } = useTranslation();
  const { undecodableCharacters, undecodableRows, formulaErrors } = check;
  const warnings = [
    undecodableCharacters > 0 &&
      t('import:check.undecodable', {
        count: undecodableCharacters,
        rows: undecodableRows.join(', '),
      }),
    'futureDates' in check &&
      check.futureDates > 0 &&
      t('import:check.future', { count: check.futureDates, date: check.dateTo }),
    formulaErrors > 0 && t('import:preview.formulaErrors', { count: formulaErrors }),
  ].filter((words) => words !== false);
  return warnings.map((words) => (
    <Alert key={words} color="orange" variant="light" icon={<IconAlertTriangle size={18} />}>
      {words}
    </Alert>
  ));
}
