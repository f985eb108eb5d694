import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { runCommand } from '../commands/command-registry.ts';
import { rowsFromTsv } from '../grid/tsv.ts';
import classes from './EditableTable.module.css';
import { TableHead } from './TableHead.tsx';
import { TableRow } from './TableRow.tsx';
import { sortedRows, type TableColumn } from './table-column.ts';
import { type PastePlan, pastePlan } from './table-paste.ts';
import { travelOfKey } from './table-travel.ts';
import type { TableLayout } from './use-table-layout.ts';

interface EditableTableProps<Row> {
  label: string;
  /** Memoised: rows redraw when it changes. */
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => number;
  layout: TableLayout;
  /** The row whose details stand beside the table. */
  activeRowId: number | null;
  onActiveRow: (id: number) => void;
  onEdit: (row: Row, columnId: string, value: string) => void;
  /** Delete pressed on a cell that is not written in. */
  onDelete?: (row: Row) => void;
  /** A block pasted from a spreadsheet; without it a paste is the field's own. */
  onPaste?: (plan: PastePlan<Row>) => void;
}

/**
 * A list one works in as in a spreadsheet. The active cell of a text column is a real text field from
 * the moment it becomes active: what is typed goes straight into it, so that Hangul keeps its first
 * letter, which a cell that opens an editor on the first key would lose.
 */
export function EditableTable<Row>(props: EditableTableProps<Row>) {
  const { label, columns: allColumns, rowId, layout, activeRowId, onActiveRow, onEdit } = props;
  const { i18n } = useTranslation();
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  const [hasFocus, setHasFocus] = useState(false);
  const released = useRef(false);
  const columns = useMemo(
    () => allColumns.filter(({ id, fixed }) => fixed || !layout.hidden.includes(id)),
    [allColumns, layout.hidden],
  );
  const rows = useMemo(() => {
    const column = columns.find(({ id }) => id === layout.sort?.columnId);
    return sortedRows(props.rows, column, layout.sort?.direction ?? 'ascending', i18n.language);
  }, [props.rows, columns, layout.sort, i18n.language]);
  const [wantedColumnId, setColumnId] = useState<string | null>(null);
  const activeColumn = Math.max(
    0,
    columns.findIndex(({ id }) => id === wantedColumnId),
  );
  const lastRow = useRef(0);
  const foundRow = rows.findIndex((row) => rowId(row) === activeRowId);
  const activeRow = foundRow >= 0 ? foundRow : Math.min(lastRow.current, rows.length - 1);

  const goTo = (row: number, column: number) => {
    const target = rows[row];
    const targetColumn = columns[column];
    if (target === undefined || targetColumn === undefined) return;
    wantsFocus.current = true;
    setColumnId(targetColumn.id);
    onActiveRow(rowId(target));
  };

  useLayoutEffect(() => {
    const cell = cellAt(table.current, activeRow, activeColumn);
    if (activeRowId !== null) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (wantsFocus.current || hasFocus) focusCell(cell);
  }, [activeRow, activeColumn, activeRowId, hasFocus]);

  // A row that left the list, filtered out or deleted, hands on to the one in its place.
  const heirId = foundRow < 0 && activeRowId !== null ? heirOf(rows[activeRow], rowId) : null;
  useEffect(() => {
    lastRow.current = activeRow;
    if (heirId !== null) onActiveRow(heirId);
  }, [activeRow, heirId, onActiveRow]);

  // The same function at every redraw, so that rows redraw only when they change.
  const latestEdit = useRef(onEdit);
  latestEdit.current = onEdit;
  const edit = useCallback(
    (row: Row, columnId: string, value: string) => latestEdit.current(row, columnId, value),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (placeOf(event.target) === null) return;
    const size = { rows: rows.length, columns: columns.length };
    const travel = travelOfKey(event, { row: activeRow, column: activeColumn }, size);
    const wasReleased = released.current;
    released.current = event.key === 'Escape' || (wasReleased && event.key === 'Shift');
    if (event.key === 'Tab' && (wasReleased || travel === null)) return;
    if (travel !== null) {
      event.preventDefault();
      goTo(travel.row, travel.column);
      return;
    }
    const row = rows[activeRow];
    if (event.key === 'Delete' && row !== undefined && !isField(event.target))
      props.onDelete?.(row);
    replayFromField(event);
  };
  // A field that goes away for the next one blurs too: only what has the focus afterwards tells.
  const leaveLater = () =>
    queueMicrotask(() => {
      if (table.current?.contains(document.activeElement)) return;
      wantsFocus.current = false;
      setHasFocus(false);
    });
  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0) return;
    if (isControl(event.target)) {
      // A press on a button in a cell does what the button does, and makes its row the active one.
      const row = rows[place.row];
      if (row !== undefined) onActiveRow(rowId(row));
      setColumnId(columns[place.column]?.id ?? null);
      return;
    }
    if (place.row === activeRow && place.column === activeColumn && activeRowId !== null) {
      // A second press into the field sets the caret, as in any field.
      if (!isField(event.target)) focusCell(cellAt(table.current, place.row, place.column));
      return;
    }
    event.preventDefault();
    goTo(place.row, place.column);
  };
  const onCopy = (event: ClipboardEvent) => {
    if (isField(event.target) || window.getSelection()?.isCollapsed === false) return;
    const row = rows[activeRow];
    const text = row === undefined ? undefined : columns[activeColumn]?.text(row);
    if (text === undefined) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (props.onPaste === undefined) return;
    const block = rowsFromTsv(event.clipboardData.getData('text/plain'));
    const isOneCell = block.length === 1 && block[0]?.length === 1;
    // A single entry pasted into a field is typing.
    if (block.length === 0 || (isOneCell && isField(event.target))) return;
    event.preventDefault();
    props.onPaste(pastePlan(rows, columns, { row: activeRow, column: activeColumn }, block));
  };

  return (
    <div className={classes.scroller}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={classes.table}
        data-tall={columns.some(({ wraps }) => wraps) || undefined}
        style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 0) }}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onFocus={() => {
          wantsFocus.current = true;
          setHasFocus(true);
        }}
        onBlur={leaveLater}
      >
        <colgroup>
          {columns.map(({ id, width, grow }) => (
            <col key={id} style={grow ? undefined : { width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} sort={layout.sort} onSort={layout.toggleSort} />
        <tbody>
          {rows.map((row, index) => (
            <TableRow<Row>
              key={rowId(row)}
              index={index}
              row={row}
              columns={columns}
              isActive={rowId(row) === activeRowId}
              hasFocus={hasFocus && index === activeRow}
              activeColumn={index === activeRow ? activeColumn : null}
              onEdit={edit}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function heirOf<Row>(row: Row | undefined, rowId: (row: Row) => number): number | null {
  return row === undefined ? null : rowId(row);
}

/** In a field Ctrl+Z is the field's own; where nothing was typed it undoes the last edit instead. */
function replayFromField(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || !isField(event.target)) return;
  if (event.key === 'z' || event.key === 'Z') {
    event.preventDefault();
    runCommand(event.shiftKey ? 'edit.redo' : 'edit.undo');
  }
  if (event.key === 'y' || event.key === 'Y') {
    event.preventDefault();
    runCommand('edit.redo');
  }
}

function cellAt(table: HTMLElement | null, row: number, column: number): HTMLElement | null {
  return table?.querySelector(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}

/** The field of a text cell takes the focus with all its text, so that typing replaces it. */
function focusCell(cell: HTMLElement | null): void {
  const inner = cell?.querySelector<HTMLElement>('[data-cell-focus]') ?? cell;
  if (inner === null || document.activeElement === inner) return;
  inner.focus({ preventScroll: true });
  if (inner instanceof HTMLInputElement) inner.select();
}

function placeOf(target: EventTarget | null): { row: number; column: number } | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-row][data-column]');
  if (cell === null) return null;
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement;
}

/** Buttons and links in a cell have presses of their own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role="menu"]') !== null;
}
