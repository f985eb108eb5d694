import { useTranslation } from 'react-i18next';
import type { ImportCheck, SurveyCheck } from '../../../core/contract/import.contract.ts';
import classes from './CheckStep.module.css';
import { NamesFact } from './NamesFact.tsx';
import { RejectedRows } from './RejectedRows.tsx';

/** The rows that would not be taken: how many for which reason, and each of them. */
export function CheckRejected({ check }: { check: ImportCheck | SurveyCheck }) {
  const { t } = useTranslation();
  if (check.rejected === 0) return null;
  return (
    <>
      <dl className={classes.facts}>
        {check.rejectedByReason.map(({ reason, count }) => (
          <NamesFact
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
  );
}
