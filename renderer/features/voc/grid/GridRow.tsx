// biome-ignore-all lint/a11y/useSemanticElements: no table has rows that are not there
// biome-ignore-all lint/a11y/useFocusableInteractive: the list's own field keeps the focus
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocListRow } from '../../../../core/contract/voc.contract.ts';
import type { VocColumn } from '../voc-columns.tsx';
import { useIsActive, useIsTicked, type VocTicks } from '../voc-selection.ts';
import classes from './VocGrid.module.css';

interface GridRowProps {
  index: number;
  /** Undefined while it is on its way. */
  row: VocListRow | undefined;
  columns: readonly VocColumn[];
  /** Column of the active cell when it is in this row. */
  activeColumn: string | null;
  search: string;
  ticks: VocTicks;
  gridId: string;
}

export function cellId(gridId: string, index: number, columnId: string): string {
  return `${gridId}-${index}-${columnId}`;
}

/** One VOC of the list. Presses are heard by the list as a whole. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { index, row, columns, activeColumn, search, ticks, gridId } = props;
  const { t } = useTranslation();
  const ticked = useIsTicked(ticks, row?.id ?? 0) && row !== undefined;
  const isRead = useIsActive(ticks, row?.id ?? 0);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      data-row={index}
      data-ticked={ticked || undefined}
      data-read={isRead || undefined}
      className={classes.row}
    >
      <div role="gridcell" aria-colindex={1} className={classes.tick}>
        {row !== undefined && (
          <input
            type="checkbox"
            tabIndex={-1}
            data-tick
            checked={ticked}
            readOnly
            aria-label={t('voc:list.tick')}
          />
        )}
      </div>
      {columns.map((column, place) => (
        <div
          key={column.id}
          id={cellId(gridId, index, column.id)}
          role="gridcell"
          aria-colindex={place + 2}
          aria-readonly={column.edit === undefined || undefined}
          data-column={column.id}
          data-align={column.align}
          data-grows={column.grows}
          data-active={column.id === activeColumn || undefined}
          className={classes.cell}
        >
          {row === undefined ? (
            <span className={classes.bone} />
          ) : (
            (column.render?.(row, search) ?? column.text(row))
          )}
        </div>
      ))}
    </div>
  );
});
