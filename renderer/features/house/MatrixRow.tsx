import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconDots, IconMessageCircle, IconRoute } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseWhat } from '../../../core/contract/house.contract.ts';
import { type RelationNotation, relationText } from '../../../core/domain/house/relation-entry.ts';
import classes from './HouseMatrix.module.css';
import { ImportanceEditor } from './ImportanceEditor.tsx';
import { importanceColumn, nameColumn } from './matrix-selection.ts';

/** What a row needs to know of the selection; null where it has no part in it. */
export interface RowSelection {
  /** The active cell's column, when it is in this row. */
  activeColumn: number | null;
  selectedFrom: number | null;
  selectedTo: number | null;
}

interface MatrixRowProps extends RowSelection {
  row: number;
  what: HouseWhat;
  relations: readonly number[];
  notation: RelationNotation;
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
  /** Typed first characters while the importance of this row is edited; null when it is not. */
  importanceEntry: string | null;
  onImportanceEntered: (row: number, entry: string, then: 'down' | 'right' | 'stay') => void;
  onImportanceCancelled: () => void;
}

/** One WHAT: its name, its importance, its relations. Events are handled by the matrix. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, what, relations, activeColumn, firstColumn, endColumn, columnWidth } = props;
  const { t } = useTranslation();
  const selected = (column: number) =>
    props.selectedFrom !== null &&
    props.selectedTo !== null &&
    column >= props.selectedFrom &&
    column <= props.selectedTo;
  const cells = [];
  for (let column = firstColumn; column < endColumn; column += 1) {
    const strength = relations[column] ?? 0;
    cells.push(
      <RelationCell
        key={column}
        row={row}
        column={column}
        strength={strength}
        text={relationText(strength, props.notation)}
        label={t([`house:strength.${strength}`, 'house:strength.other'], { value: strength })}
        active={activeColumn === column}
        selected={selected(column)}
        indent={column === firstColumn ? firstColumn * columnWidth : 0}
      />,
    );
  }
  return (
    <tr aria-rowindex={row + 2} className={classes.row}>
      <WhatHead
        row={row}
        what={what}
        active={activeColumn !== null}
        focused={activeColumn === nameColumn}
      />
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a grid is a gridcell */}
      <td
        aria-colindex={2}
        aria-selected={selected(importanceColumn)}
        tabIndex={activeColumn === importanceColumn ? 0 : -1}
        data-row={row}
        data-column={importanceColumn}
        data-selected={selected(importanceColumn) || undefined}
        className={classes.importance}
        aria-label={t('house:matrix.importanceOf', {
          name: what.name,
          importance: what.importance,
        })}
      >
        {props.importanceEntry === null ? (
          what.importance
        ) : (
          <ImportanceEditor
            name={what.name}
            initial={props.importanceEntry === '' ? String(what.importance) : props.importanceEntry}
            onEntered={(entry, then) => props.onImportanceEntered(row, entry, then)}
            onCancelled={props.onImportanceCancelled}
          />
        )}
      </td>
      {cells}
    </tr>
  );
});

interface RelationCellProps {
  row: number;
  column: number;
  strength: number;
  text: string;
  label: string;
  active: boolean;
  selected: boolean;
  /** Room in px for the columns before it that are not drawn. */
  indent: number;
}

const RelationCell = memo(function RelationCell(props: RelationCellProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a td of a grid is a gridcell
    <td
      aria-colindex={props.column + 3}
      aria-label={props.label}
      aria-selected={props.selected}
      tabIndex={props.active ? 0 : -1}
      data-row={props.row}
      data-column={props.column}
      data-strength={props.strength}
      data-selected={props.selected || undefined}
      className={classes.cell}
      style={props.indent > 0 ? { marginLeft: props.indent } : undefined}
    >
      {props.text}
    </td>
  );
});

interface WhatHeadProps {
  row: number;
  what: HouseWhat;
  /** The active cell is in this row. */
  active: boolean;
  focused: boolean;
}

const WhatHead = memo(function WhatHead({ row, what, active, focused }: WhatHeadProps) {
  const { t, i18n } = useTranslation();
  const vocCount = what.vocCount.toLocaleString(i18n.language);
  return (
    <th
      scope="row"
      aria-colindex={1}
      tabIndex={focused ? 0 : -1}
      data-row={row}
      data-column={nameColumn}
      data-active={active || undefined}
      className={classes.what}
      title={what.name}
    >
      <span className={classes.code}>{what.code}</span>
      <span className={classes.whatName}>{what.name}</span>
      {/* The keyboard finds these three in the menu that Enter opens. */}
      <span className={classes.whatTools}>
        {what.requirementId !== null && (
          <ActionIcon
            size="sm"
            tabIndex={-1}
            data-tool="trail"
            aria-label={t('house:what.trailOf', { name: what.name })}
          >
            <IconRoute size={15} />
          </ActionIcon>
        )}
        <ActionIcon
          size="sm"
          tabIndex={-1}
          data-tool="menu"
          aria-label={t('house:what.menuOf', { name: what.name })}
        >
          <IconDots size={15} />
        </ActionIcon>
      </span>
      {what.requirementId !== null && (
        <button
          type="button"
          tabIndex={-1}
          data-tool="voc"
          className={classes.vocCount}
          title={t('house:what.voc', { count: what.vocCount })}
        >
          <IconMessageCircle size={13} aria-hidden />
          <VisuallyHidden>{t('house:what.vocOf', { name: what.name })}</VisuallyHidden>
          {vocCount}
        </button>
      )}
    </th>
  );
});
