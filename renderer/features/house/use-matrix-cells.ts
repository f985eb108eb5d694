import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useRef,
} from 'react';
import { nextValue, type RelationNotation } from '../../../core/domain/house/scale-entry.ts';
import type { HouseEdit } from './house-edit.ts';
import { fillingImportance } from './line-importance.ts';
import { copiedText, type PasteRefusal, pasteInto } from './matrix-clipboard.ts';
import { isWriting, type MatrixTool, placeOf, toolOf } from './matrix-dom.ts';
import { commandOfKey, type MatrixCommand } from './matrix-keys.ts';
import {
  blockOf,
  type CellPlace,
  type MatrixSelection,
  type MatrixSize,
  reachTo,
  selectOne,
  zoneOf,
} from './matrix-selection.ts';
import { collapsedIn, filling, relationAt, type ShownHouse, writing } from './shown-house.ts';

interface MatrixCells {
  house: ShownHouse;
  selection: MatrixSelection;
  size: MatrixSize;
  notation: RelationNotation;
  rowsPerPage: () => number;
  activate: (selection: MatrixSelection) => void;
  onEdit: (edit: HouseEdit) => void;
  onPasteRefused: (refusal: PasteRefusal) => void;
  onCollapsed: (name: string) => void;
  onTool: (tool: MatrixTool, place: CellPlace) => void;
  /** What is not about the cells themselves; answers whether it was done. */
  onCommand: (command: MatrixCommand) => boolean;
  /** The focus leaves with Tab. */
  onLeave: () => void;
}

/** Keys, pointer and clipboard of the matrix. */
export function useMatrixCells(cells: MatrixCells) {
  const { house, selection, size, activate } = cells;
  const { active } = selection;
  const released = useRef(false);
  const dragging = useRef(false);
  /** The column in which one began to go along by Tab: Enter returns to it, a row below. */
  const tabbedFrom = useRef<number | null>(null);

  const write = (strength: number) => {
    const selected = blockOf(selection);
    if (selected?.zone !== 'relations') return;
    const edit = writing(house, selected.block, () => strength);
    if (edit !== null) return cells.onEdit(edit);
    const name = collapsedIn(house, selected.block);
    if (name !== null) cells.onCollapsed(name);
  };
  const cycle = () => {
    write(nextValue(relationAt(house, active.row, active.column), house.view.scale));
  };
  const fill = (from: 'above' | 'left' | 'active') => {
    const selected = blockOf(selection);
    if (selected === null) return;
    const fillWith = selected.zone === 'relations' ? filling : fillingImportance;
    const edit = fillWith(house, selected.block, active, from);
    if (edit !== null) cells.onEdit(edit);
  };
  const run = (command: MatrixCommand): boolean => {
    switch (command.kind) {
      case 'select':
        activate(command.selection);
        return true;
      case 'write':
        write(command.strength);
        return true;
      case 'cycle':
        cycle();
        return true;
      case 'fill':
        fill(command.from);
        return true;
      case 'release':
        activate(selectOne(active));
        return true;
      default:
        return cells.onCommand(command);
    }
  };

  const returning = (command: MatrixCommand, key: string): MatrixCommand => {
    if (command.kind !== 'select') return command;
    const column = tabbedFrom.current;
    tabbedFrom.current = key === 'Tab' ? (column ?? active.column) : null;
    if (key !== 'Enter' || column === null) return command;
    return { kind: 'select', selection: selectOne({ ...command.selection.active, column }) };
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || isWriting(event.target)) return;
    // The buttons in the corner and what stands around the relations have keys of their own.
    if (placeOf(event.target) === null && event.target !== event.currentTarget) return;
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
        scale: house.view.scale,
        rowsPerPage: cells.rowsPerPage(),
        released: released.current,
      },
    );
    released.current = command?.kind === 'release' || (released.current && event.key === 'Shift');
    if (command === null) {
      if (event.key === 'Tab') cells.onLeave();
      return;
    }
    if (!run(returning(command, event.key))) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onPointerDown = (event: PointerEvent) => {
    const place = placeOf(event.target);
    if (place === null || event.button !== 0 || isWriting(event.target)) return;
    // The tools in a WHAT's head have clicks of their own.
    if (toolOf(event.target) !== null) return;
    event.preventDefault();
    tabbedFrom.current = null;
    const zone = zoneOf(place);
    dragging.current = zone !== 'whatGroup' && zone !== 'howGroup';
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
    const tool = toolOf(event.target);
    if (place !== null && tool !== null) cells.onTool(tool, place);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeOf(event.target);
    if (place === null || isWriting(event.target) || toolOf(event.target) !== null) return;
    const zone = zoneOf(place);
    if (zone === 'relations') cycle();
    else if (zone === 'head' || zone === 'name') cells.onTool('menu', place);
  };

  const onCopy = (event: ClipboardEvent) => {
    if (isWriting(event.target) || placeOf(event.target) === null) return;
    const text = copiedText(house, selection, cells.notation);
    if (text === null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (event.type === 'cut') write(0);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (isWriting(event.target) || placeOf(event.target) === null) return;
    event.preventDefault();
    const pasted = pasteInto(house, selection, event.clipboardData.getData('text/plain'));
    if (pasted.kind === 'refused') return cells.onPasteRefused(pasted.refusal);
    if (pasted.kind === 'nothing') return;
    cells.onEdit(pasted.edit);
    activate(pasted.selection);
  };
  return {
    onKeyDown,
    onPointerDown,
    onPointerOver,
    onClick,
    onDoubleClick,
    onCopy,
    onCut: onCopy,
    onPaste,
  };
}
