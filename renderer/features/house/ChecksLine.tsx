import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HouseChecks } from '../../../core/domain/house/house-checks.ts';
import classes from './HousePage.module.css';

interface ChecksLineProps {
  checks: HouseChecks;
  /** Goes to the next empty row, then round again. */
  onNextEmptyRow: () => void;
  onNextEmptyColumn: () => void;
}

/** What is still open in the matrix; a click goes there. */
export function ChecksLine({ checks, onNextEmptyRow, onNextEmptyColumn }: ChecksLineProps) {
  const { t } = useTranslation();
  const rows = checks.emptyRows.length;
  const columns = checks.emptyColumns.length;
  return (
    <div className={classes.checks}>
      {rows > 0 && (
        <button type="button" className={classes.check} onClick={onNextEmptyRow}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('house:checks.emptyRows', { count: rows })}
        </button>
      )}
      {columns > 0 && (
        <button type="button" className={classes.check} onClick={onNextEmptyColumn}>
          <IconAlertTriangle size={14} aria-hidden />
          {t('house:checks.emptyColumns', { count: columns })}
        </button>
      )}
      {rows === 0 && columns === 0 && checks.filledCells > 0 && (
        <span className={classes.fine}>
          <IconCircleCheck size={14} aria-hidden />
          {t('house:checks.fine')}
        </span>
      )}
    </div>
  );
}
