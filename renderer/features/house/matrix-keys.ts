import type { RelationScale } from '../../../core/domain/house/relation-scale.ts';
import { valueOfKey } from '../../../core/domain/house/scale-entry.ts';
import {
  type CellPlace,
  groupAt,
  headRow,
  type MatrixSelection,
  type MatrixSize,
  type MatrixZone,
  nameColumn,
  placeWithin,
  reachTo,
  selectOne,
  tabFrom,
  zoneOf,
} from './matrix-selection.ts';
import type { SideStep } from './side-moves.ts';

/** What a key asks for. */
export type MatrixCommand =
  | { kind: 'select'; selection: MatrixSelection }
  | { kind: 'write'; strength: number }
  /** To the next strength of the scale, for hands on the mouse or the space bar. */
  | { kind: 'cycle' }
  /** The block takes what its first row or column has, or the active cell. */
  | { kind: 'fill'; from: 'above' | 'left' | 'active' }
  | { kind: 'note' }
  | { kind: 'openMenu' }
  /** Collapses or opens the group that is here; opens the menu of what is none. */
  | { kind: 'toggle' }
  | { kind: 'move'; side: 'what' | 'how'; step: SideStep }
  | { kind: 'group' }
  | { kind: 'ungroup' }
  | { kind: 'find' }
  | { kind: 'findNext'; step: 1 | -1 }
  | { kind: 'zoom'; step: 1 | -1 | 0 }
  | { kind: 'replay'; command: 'edit.undo' | 'edit.redo' }
  /** Past the edge, to what stands around the relations. */
  | { kind: 'leave'; to: 'roof' | 'side' | 'foot' }
  /** The next Tab leaves the matrix. */
  | { kind: 'release' };

export interface PressedKey {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  mod: boolean;
}

interface MatrixState {
  selection: MatrixSelection;
  size: MatrixSize;
  scale: RelationScale;
  rowsPerPage: number;
  released: boolean;
}

/** Reads a key as a spreadsheet would; null for keys that are not the matrix's. */
export function commandOfKey(pressed: PressedKey, state: MatrixState): MatrixCommand | null {
  if (pressed.altKey) return reorderCommand(pressed, state.selection.active);
  return pressed.mod
    ? (workCommand(pressed, state) ?? jumpCommand(pressed, state))
    : (travelCommand(pressed, state) ?? entryCommand(pressed, state));
}

const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

function travelCommand(pressed: PressedKey, state: MatrixState): MatrixCommand | null {
  const { selection, size, rowsPerPage } = state;
  const { active } = selection;
  const step = steps[pressed.key];
  if (step !== undefined) return stepCommand(pressed, state, step);
  switch (pressed.key) {
    case 'PageUp':
      return goOrReach(pressed, state, { ...active, row: Math.max(0, active.row - rowsPerPage) });
    case 'PageDown':
      return goOrReach(pressed, state, { ...active, row: active.row + rowsPerPage });
    case 'Home':
      return goOrReach(pressed, state, { ...active, column: 0 });
    case 'End':
      return goOrReach(pressed, state, { ...active, column: size.columns - 1 });
    case 'Enter':
      return enterCommand(pressed, state);
    case 'Tab': {
      const next = state.released ? null : tabFrom(active, pressed.shiftKey ? -1 : 1, size);
      return next === null ? null : { kind: 'select', selection: selectOne(next) };
    }
    case 'F3':
      return { kind: 'findNext', step: pressed.shiftKey ? -1 : 1 };
    case 'Escape':
      return { kind: 'release' };
    default:
      return null;
  }
}

function stepCommand(
  pressed: PressedKey,
  state: MatrixState,
  [rows, columns]: readonly [number, number],
): MatrixCommand {
  const { size, selection } = state;
  const { row, column } = selection.active;
  const group = groupAt(selection.active, size);
  // From a group one goes past all of its lines.
  const past = group === null ? 1 : group.lineCount;
  const inBand = row < headRow;
  const next = {
    row: row + (rows > 0 && group !== null && !inBand ? past : rows),
    column: column + (columns > 0 && inBand ? past : columns),
  };
  const edge = pressed.shiftKey ? null : edgeOf(selection.active, [rows, columns], size);
  if (edge !== null) return { kind: 'leave', to: edge };
  const inwards = rows > 0 || columns > 0;
  const place = placeWithin(next, size, inwards && (inBand ? rows > 0 : columns > 0));
  return goOrReach(pressed, state, place);
}

function edgeOf(
  active: CellPlace,
  [rows, columns]: readonly [number, number],
  size: MatrixSize,
): 'roof' | 'side' | 'foot' | null {
  const zone = zoneOf(active);
  if (rows > 0 && zone === 'relations' && active.row === size.rows - 1) return 'foot';
  if (columns > 0 && active.column === size.columns - 1 && active.row >= 0) return 'side';
  if (rows >= 0 || (zone !== 'head' && zone !== 'howGroup')) return null;
  const above = placeWithin({ ...active, row: active.row - 1 }, size);
  return above.row >= active.row ? 'roof' : null;
}

function goOrReach(pressed: PressedKey, state: MatrixState, place: CellPlace): MatrixCommand {
  const selection = pressed.shiftKey
    ? reachTo(state.selection, place, state.size)
    : selectOne(placeWithin(place, state.size));
  return { kind: 'select', selection };
}

function isTitle(zone: MatrixZone): boolean {
  return zone !== 'relations' && zone !== 'importance';
}

function enterCommand(pressed: PressedKey, { selection, size }: MatrixState): MatrixCommand {
  if (isTitle(zoneOf(selection.active))) return { kind: 'openMenu' };
  const row = selection.active.row + (pressed.shiftKey ? -1 : 1);
  return {
    kind: 'select',
    selection: selectOne(placeWithin({ ...selection.active, row: Math.max(0, row) }, size)),
  };
}

function jumpCommand(pressed: PressedKey, state: MatrixState): MatrixCommand | null {
  const { selection, size } = state;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const { active } = selection;
  switch (pressed.key) {
    case 'Home':
      return goOrReach(pressed, state, { row: 0, column: 0 });
    case 'End':
      return goOrReach(pressed, state, last);
    case 'ArrowUp':
      return goOrReach(pressed, state, { ...active, row: 0 });
    case 'ArrowDown':
      return goOrReach(pressed, state, { ...active, row: last.row });
    case 'ArrowLeft':
      return goOrReach(pressed, state, { ...active, column: 0 });
    case 'ArrowRight':
      return goOrReach(pressed, state, { ...active, column: last.column });
    case 'a':
    case 'A':
      return { kind: 'select', selection: { anchor: { row: 0, column: 0 }, active: last } };
    default:
      return null;
  }
}

/** Keys with Ctrl that do something. Hangul letters stand where the Latin ones are on the keyboard. */
function workCommand(
  { key, shiftKey }: PressedKey,
  { selection }: MatrixState,
): MatrixCommand | null {
  const isCell = !isTitle(zoneOf(selection.active));
  switch (key) {
    case 'z':
    case 'Z':
    case 'ㅋ':
      return { kind: 'replay', command: shiftKey ? 'edit.redo' : 'edit.undo' };
    case 'y':
    case 'Y':
    case 'ㅛ':
      return { kind: 'replay', command: 'edit.redo' };
    case 'd':
    case 'D':
    case 'ㅇ':
      return isCell ? { kind: 'fill', from: 'above' } : null;
    case 'r':
    case 'R':
    case 'ㄱ':
      return isCell ? { kind: 'fill', from: 'left' } : null;
    case 'Enter':
      return isCell ? { kind: 'fill', from: 'active' } : null;
    case 'g':
    case 'G':
    case 'ㅎ':
      return { kind: shiftKey ? 'ungroup' : 'group' };
    case 'f':
    case 'F':
    case 'ㄹ':
      return { kind: 'find' };
    case '+':
    case '=':
      return { kind: 'zoom', step: 1 };
    case '-':
      return { kind: 'zoom', step: -1 };
    case '0':
      return { kind: 'zoom', step: 0 };
    default:
      return null;
  }
}

/** Alt moves along the house; with Shift into the group before it or out of its own. */
function reorderCommand({ key, shiftKey }: PressedKey, active: CellPlace): MatrixCommand | null {
  const step = steps[key];
  if (step === undefined) return null;
  const isHow = active.row <= headRow && active.column >= 0;
  if (!isHow && active.column > nameColumn) return null;
  const forward = step[0] + step[1] > 0;
  const side = isHow ? 'how' : 'what';
  if (shiftKey) return { kind: 'move', side, step: forward ? 'in' : 'out' };
  const along = isHow ? step[1] !== 0 : step[0] !== 0;
  return along ? { kind: 'move', side, step: forward ? 'forward' : 'back' } : null;
}

function entryCommand(
  { key, shiftKey }: PressedKey,
  { selection, scale }: MatrixState,
): MatrixCommand | null {
  const zone = zoneOf(selection.active);
  // Letters and F2 in a title or an importance are its own entry's.
  if (isTitle(zone)) return key === ' ' ? { kind: 'toggle' } : null;
  if (zone !== 'relations') return null;
  if (key === 'F2') return shiftKey ? { kind: 'note' } : null;
  if (key === 'Delete' || key === 'Backspace') return { kind: 'write', strength: 0 };
  if (key === ' ') return { kind: 'cycle' };
  const strength = valueOfKey(key, scale);
  return strength === null ? null : { kind: 'write', strength };
}
