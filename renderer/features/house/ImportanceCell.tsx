import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './HouseMatrix.module.css';
import type { CellEntries } from './MatrixRow.tsx';
import type { WhatLine } from './matrix-lines.ts';
import { importanceColumn } from './matrix-selection.ts';

interface ImportanceCellProps {
  row: number;
  line: WhatLine;
  colIndex: number;
  /** Of a collapsed group, what its WHATs were given together. */
  importance: number;
  weight: string;
  selected: boolean;
  /** Given while this is the active cell. */
  entries: CellEntries | null;
}

/** What a WHAT or a collapsed group was given, and the share of the weight that comes of it. */
export const ImportanceCell = memo(function ImportanceCell(props: ImportanceCellProps) {
  const { row, line, importance, entries } = props;
  const { t } = useTranslation();
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a grid is a gridcell */}
      <td
        aria-colindex={props.colIndex}
        aria-selected={props.selected}
        tabIndex={-1}
        data-row={row}
        data-column={importanceColumn}
        data-selected={props.selected || undefined}
        className={classes.importance}
        aria-label={t('house:matrix.importanceOf', { name: line.name, importance })}
        title={line.leaf === null ? t('house:matrix.groupImportance') : undefined}
      >
        {importance}
        {entries?.importance(line, importance)}
      </td>
      <td
        aria-colindex={props.colIndex + 1}
        className={classes.weight}
        title={t('house:matrix.weightHint')}
      >
        {props.weight}
      </td>
    </>
  );
});
