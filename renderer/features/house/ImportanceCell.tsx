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
  weight: string;
  selected: boolean;
  /** Given while this is the active cell. */
  entries: CellEntries | null;
}

/** What a WHAT was given, and the share of the weight that comes of it. A group has only the share. */
export const ImportanceCell = memo(function ImportanceCell(props: ImportanceCellProps) {
  const { row, line, entries } = props;
  const { t } = useTranslation();
  const importance = line.leaf?.importance;
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a grid is a gridcell */}
      <td
        aria-colindex={props.colIndex}
        aria-selected={props.selected}
        tabIndex={entries !== null && line.leaf === null ? 0 : -1}
        data-row={row}
        data-column={importanceColumn}
        data-selected={props.selected || undefined}
        className={classes.importance}
        aria-label={
          importance === undefined
            ? line.name
            : t('house:matrix.importanceOf', { name: line.name, importance })
        }
      >
        {importance ?? '–'}
        {line.leaf !== null && entries?.importance(line)}
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
