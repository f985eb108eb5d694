import { memo } from 'react';
import { ChoiceCell } from './ChoiceCell.tsx';
import classes from './EditableTable.module.css';
import { TextField } from './TextField.tsx';
import type { TableColumn } from './table-column.ts';

interface TableRowProps<Row> {
  index: number;
  row: Row;
  columns: readonly TableColumn<Row>[];
  isActive: boolean;
  /** Somebody works in this row: its active text cell is a field. */
  hasFocus: boolean;
  /** Column of the active cell when it is in this row. */
  activeColumn: number | null;
  onEdit: (row: Row, columnId: string, value: string) => void;
}

function TableRowContent<Row>(props: TableRowProps<Row>) {
  const { index, row, columns, isActive, hasFocus, activeColumn, onEdit } = props;
  return (
    <tr aria-rowindex={index + 2} aria-selected={isActive} className={classes.row}>
      {columns.map((column, place) => {
        const active = activeColumn === place;
        const isField = active && hasFocus && column.edit?.kind === 'text';
        const hasInnerFocus = isField || column.edit?.kind === 'choice';
        return (
          <td
            key={column.id}
            data-row={index}
            data-column={place}
            data-align={column.align}
            data-editable={column.edit !== undefined || undefined}
            tabIndex={active && !hasInnerFocus ? 0 : -1}
            className={classes.cell}
          >
            <CellContent
              column={column}
              row={row}
              isField={isField}
              active={active}
              onEdit={(value) => onEdit(row, column.id, value)}
            />
          </td>
        );
      })}
    </tr>
  );
}

/** A generic component keeps its type through `memo` only when told. */
export const TableRow: typeof TableRowContent = memo(TableRowContent) as typeof TableRowContent;

interface CellContentProps<Row> {
  column: TableColumn<Row>;
  row: Row;
  isField: boolean;
  active: boolean;
  onEdit: (value: string) => void;
}

function CellContent<Row>({ column, row, isField, active, onEdit }: CellContentProps<Row>) {
  const { edit } = column;
  if (isField && edit?.kind === 'text') {
    return <TextField label={column.header} edit={edit} value={edit.value(row)} onEdit={onEdit} />;
  }
  const shown = column.render?.(row) ?? column.text(row);
  if (edit?.kind === 'choice') {
    return (
      <ChoiceCell
        label={column.header}
        edit={edit}
        value={edit.value(row)}
        active={active}
        onEdit={onEdit}
      >
        {shown}
      </ChoiceCell>
    );
  }
  return column.wraps ? <span className={classes.wrapping}>{shown}</span> : shown;
}
