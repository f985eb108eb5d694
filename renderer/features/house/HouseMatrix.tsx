import { Box } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseResult } from '../../../core/domain/house/house.ts';
import {
  parseImportanceEntry,
  type RelationNotation,
} from '../../../core/domain/house/relation-entry.ts';
import classes from './HouseMatrix.module.css';
import type { HouseEdit } from './house-edit.ts';
import { MatrixFoot } from './MatrixFoot.tsx';
import { MatrixHead } from './MatrixHead.tsx';
import { MatrixRow, type RowSelection } from './MatrixRow.tsx';
import { copiedText, type PasteRefusal, pasteInto } from './matrix-clipboard.ts';
import { cellAt, placeOf, rowsPerPage, toolOf } from './matrix-dom.ts';
import { commandOfKey, isImportance, type MatrixCommand, nextStrength } from './matrix-keys.ts';
import {
  blockOf,
  type CellPlace,
  headRow,
  importanceColumn,
  type MatrixSelection,
  placeWithin,
  reachTo,
  selectOne,
  zoneOf,
} from './matrix-selection.ts';
import { matrixSizesFor, sizeVariables } from './matrix-sizes.ts';
import { useGridWindow } from './use-grid-window.ts';
import { useRoom } from './use-room.ts';

export interface MatrixHandle {
  /** Makes a cell active, brings it into view and gives it the focus. */
  goTo: (place: CellPlace) => void;
  /** Brings the end of the HOWs into view and says where the next one will stand. */
  placeForNextHow: () => DOMRect | null;
  /** Gives the focus back to the active cell, after something that floated beside it. */
  focus: () => void;
}

/** A tool beside a WHAT or a HOW that was asked for, and where it should appear. */
export interface MatrixToolRequest {
  tool: 'menu' | 'voc' | 'trail';
  place: CellPlace;
  anchor: DOMRect;
}

interface HouseMatrixProps {
  view: HouseView;
  result: HouseResult;
  notation: RelationNotation;
  handle: Ref<MatrixHandle>;
  onEdit: (edit: HouseEdit) => void;
  onPasteRefused: (refusal: PasteRefusal) => void;
  onTool: (request: MatrixToolRequest) => void;
  onMoveHow: (column: number, step: 1 | -1) => void;
  onMoveWhat: (row: number, step: 1 | -1) => void;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
  /** Stable functions: the head redraws only when it changes. */
  onAddWhats: () => void;
  onAddHow: () => void;
}

interface ImportanceEdit {
  row: number;
  /** First characters typed; empty to begin with the value as it stands. */
  entry: string;
}

/** The relations of a house as a grid one types into as into a spreadsheet. */
export function HouseMatrix(props: HouseMatrixProps) {
  const { view, result, notation, handle, onEdit } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const strip = useRef<HTMLButtonElement>(null);
  const rows = view.whats.length;
  const columns = view.hows.length;
  const size = useMemo(() => ({ rows, columns }), [rows, columns]);
  const room = useRoom(scroller);
  const sizes = useMemo(() => matrixSizesFor(room, size), [room, size]);
  const measures = useMemo(() => ({ ...sizes, ...size }), [sizes, size]);
  const { drawn, bringIntoView } = useGridWindow(scroller, measures);
  const [wanted, setSelection] = useState<MatrixSelection>(selectOne({ row: 0, column: 0 }));
  const [importanceEdit, setImportanceEdit] = useState<ImportanceEdit | null>(null);
  const wantsFocus = useRef(false);
  const released = useRef(false);
  const dragging = useRef(false);
  const selection = useMemo(() => selectionWithin(wanted, size), [wanted, size]);
  const { active } = selection;
  const isDrawn = cellIsDrawn(active, drawn);

  const activate = (next: MatrixSelection) => {
    wantsFocus.current = true;
    setImportanceEdit(null);
    setSelection(next);
    bringIntoView(next.active.row, next.active.column);
  };
  useImperativeHandle(handle, () => ({
    goTo: (place) => activate(selectOne(placeWithin(place, size))),
    placeForNextHow: () => {
      const place = strip.current ?? cellAt(grid.current, { row: headRow, column: columns - 1 });
      (place ?? scroller.current)?.scrollIntoView({ inline: 'end', block: 'nearest' });
      return (place ?? scroller.current)?.getBoundingClientRect() ?? null;
    },
    focus: () => cellAt(grid.current, active)?.focus({ preventScroll: true }),
  }));

  useLayoutEffect(() => {
    if (!wantsFocus.current || importanceEdit !== null) return;
    const cell = isDrawn ? cellAt(grid.current, active) : grid.current;
    cell?.focus({ preventScroll: true });
  }, [active, isDrawn, importanceEdit]);

  const write = (strength: number) => {
    const selected = blockOf(selection);
    if (selected?.zone !== 'relations') return;
    const cells = [];
    for (let row = selected.block.top; row <= selected.block.bottom; row += 1) {
      for (let column = selected.block.left; column <= selected.block.right; column += 1) {
        const what = view.whats[row];
        const how = view.hows[column];
        if (what === undefined || how === undefined) continue;
        if (view.relations[row]?.[column] === strength) continue;
        cells.push({ whatId: what.whatId, howId: how.howId, strength });
      }
    }
    if (cells.length > 0) onEdit({ kind: 'relations', input: { houseId: view.id, cells } });
  };
  const cycle = () => write(nextStrength(view.relations[active.row]?.[active.column] ?? 0));
  const openTool = (tool: MatrixToolRequest['tool'], place: CellPlace) => {
    const anchor = cellAt(grid.current, place)?.getBoundingClientRect();
    if (anchor !== undefined) props.onTool({ tool, place, anchor });
  };

  const run = (command: MatrixCommand) => {
    switch (command.kind) {
      case 'select':
        return activate(command.selection);
      case 'write':
        return write(command.strength);
      case 'cycle':
        return cycle();
      case 'editImportance':
        return setImportanceEdit({ row: active.row, entry: command.initial ?? '' });
      case 'openMenu':
        return openTool('menu', active);
      case 'moveHow':
        wantsFocus.current = true;
        setSelection(
          selectOne(placeWithin({ ...active, column: active.column + command.step }, size)),
        );
        return props.onMoveHow(active.column, command.step);
      case 'moveWhat':
        wantsFocus.current = true;
        setSelection(selectOne(placeWithin({ ...active, row: active.row + command.step }, size)));
        return props.onMoveWhat(active.row, command.step);
      case 'replay':
        return props.onReplay(command.command);
      case 'release':
        setSelection(selectOne(active));
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLInputElement) return;
    // The buttons in the corner have keys of their own.
    if (placeOf(event.target) === null && event.target !== grid.current) return;
    const command = commandOfKey(
      {
        key: event.key,
        shiftKey: event.shiftKey,
        altKey: event.altKey,
        mod: event.ctrlKey || event.metaKey,
      },
      {
        selection,
        size,
        rowsPerPage: rowsPerPage(scroller.current, sizes),
        released: released.current,
      },
    );
    released.current = command?.kind === 'release' || (released.current && event.key === 'Shift');
    if (command === null) {
      if (event.key === 'Tab') wantsFocus.current = false;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    run(command);
  };

  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0 || event.target instanceof HTMLInputElement) return;
    // The tools in a WHAT's head have clicks of their own.
    if (toolOf(event.target) !== null) return;
    event.preventDefault();
    const zone = zoneOf(place);
    dragging.current = zone === 'relations' || zone === 'importance';
    activate(event.shiftKey ? reachTo(selection, place, size) : selectOne(place));
  };
  const onPointerOver = (event: PointerEvent) => {
    if (!dragging.current) return;
    if (event.buttons !== 1) {
      dragging.current = false;
      return;
    }
    const place = placeOf(event.target);
    if (place !== null) activate(reachTo(selection, place, size));
  };
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === null) return;
    const tool = toolOf(event.target) ?? (place.row === headRow ? 'menu' : null);
    if (tool !== null) openTool(tool, place);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === null || event.target instanceof HTMLInputElement) return;
    if (isImportance(place)) setImportanceEdit({ row: place.row, entry: '' });
    else if (zoneOf(place) === 'relations') cycle();
  };

  const onCopy = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const text = copiedText(view, selection, notation);
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (event.type === 'cut') write(0);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const pasted = pasteInto(view, selection, event.clipboardData.getData('text/plain'));
    if (pasted.kind === 'refused') return props.onPasteRefused(pasted.refusal);
    if (pasted.kind === 'nothing') return;
    onEdit(pasted.edit);
    activate(pasted.selection);
  };

  const onImportanceEntered = (row: number, entry: string, then: 'down' | 'right' | 'stay') => {
    const what = view.whats[row];
    const importance = parseImportanceEntry(entry);
    if (what !== undefined && importance !== null && importance !== what.importance) {
      const values = [{ whatId: what.whatId, importance }];
      onEdit({ kind: 'importance', input: { houseId: view.id, values } });
    }
    if (then === 'stay') return setImportanceEdit(null);
    const place = then === 'down' ? { row: row + 1, column: importanceColumn } : { row, column: 0 };
    activate(selectOne(placeWithin(place, size)));
  };

  const shared = {
    firstColumn: drawn.firstColumn,
    endColumn: drawn.endColumn,
    columnWidth: sizes.columnWidth,
  };
  // The same functions at every redraw, so that a row redraws only when it changes.
  const latestEntered = useRef(onImportanceEntered);
  latestEntered.current = onImportanceEntered;
  const enterImportance = useCallback<typeof onImportanceEntered>(
    (row, entry, then) => latestEntered.current(row, entry, then),
    [],
  );
  const cancelImportance = useCallback(() => {
    wantsFocus.current = true;
    setImportanceEdit(null);
  }, []);
  const bodyRows = [];
  for (let row = drawn.firstRow; row < Math.min(drawn.endRow, rows); row += 1) {
    const what = view.whats[row];
    if (what === undefined) continue;
    bodyRows.push(
      <MatrixRow
        key={what.whatId}
        row={row}
        what={what}
        relations={view.relations[row] ?? []}
        notation={notation}
        importanceEntry={importanceEdit?.row === row ? importanceEdit.entry : null}
        onImportanceEntered={enterImportance}
        onImportanceCancelled={cancelImportance}
        {...rowSelection(selection, row)}
        {...shared}
      />,
    );
  }
  const { leftWidth, columnWidth, rowHeight } = sizes;
  return (
    <Box ref={scroller} className={classes.scroller} __vars={sizeVariables(sizes)}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA lets a table be a grid
        role="grid"
        aria-label={t('house:matrix.label', { name: view.name })}
        aria-rowcount={rows + 4}
        aria-colcount={columns + 2}
        aria-multiselectable
        tabIndex={isDrawn ? -1 : 0}
        className={classes.grid}
        style={{ width: leftWidth + columns * columnWidth }}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerOver={onPointerOver}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onCopy={onCopy}
        onCut={onCopy}
        onPaste={onPaste}
        onBlur={(event) => {
          // Null while a cell that scrolled out of the drawn part is taken away.
          if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) {
            wantsFocus.current = false;
          }
        }}
      >
        <thead className={classes.headGroup}>
          <MatrixHead
            hows={view.hows}
            activeColumn={active.column >= 0 ? active.column : null}
            focused={active.row === headRow}
            onAddWhats={props.onAddWhats}
            onAddHow={props.onAddHow}
            {...shared}
          />
        </thead>
        <tbody
          className={classes.body}
          style={{ height: rows * rowHeight, paddingTop: drawn.firstRow * rowHeight }}
        >
          {bodyRows}
        </tbody>
        <MatrixFoot result={result} rowsAbove={rows + 1} {...shared} />
      </table>
      {sizes.hasStrip && (
        <button ref={strip} type="button" className={classes.strip} onClick={props.onAddHow}>
          <IconPlus size={16} aria-hidden />
          <span className={classes.stripWords}>{t('house:how.addNew')}</span>
        </button>
      )}
    </Box>
  );
}

/** What of the selection concerns a row; rows it does not touch get the same answer every time. */
function rowSelection({ anchor, active }: MatrixSelection, row: number): RowSelection {
  const top = Math.min(anchor.row, active.row);
  const bottom = Math.max(anchor.row, active.row);
  const touched = row >= top && row <= bottom;
  return {
    activeColumn: active.row === row ? active.column : null,
    selectedFrom: touched ? Math.min(anchor.column, active.column) : null,
    selectedTo: touched ? Math.max(anchor.column, active.column) : null,
  };
}

/** The selection after rows or columns went away. */
function selectionWithin(
  { anchor, active }: MatrixSelection,
  size: { rows: number; columns: number },
): MatrixSelection {
  return { anchor: placeWithin(anchor, size), active: placeWithin(active, size) };
}

function cellIsDrawn(
  { row, column }: CellPlace,
  drawn: { firstRow: number; endRow: number; firstColumn: number; endColumn: number },
): boolean {
  const rowIsDrawn = row === headRow || (row >= drawn.firstRow && row < drawn.endRow);
  return rowIsDrawn && (column < 0 || (column >= drawn.firstColumn && column < drawn.endColumn));
}
