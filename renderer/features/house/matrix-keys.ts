import { parseRelationEntry } from '../../../core/domain/house/relation-entry.ts';
import {
  type CellPlace,
  headRow,
  importanceColumn,
  type MatrixSelection,
  type MatrixSize,
  nameColumn,
  placeWithin,
  reachTo,
  selectOne,
  tabFrom,
  zoneOf,
} from './matrix-selection.ts';

/** What a key asks for. */
export type MatrixCommand =
  | { kind: 'select'; selection: MatrixSelection }
  | { kind: 'write'; strength: number }
  /** To the next strength of the scale, for hands on the mouse or the space bar. */
  | { kind: 'cycle' }
  | { kind: 'editImportance'; initial: string | null }
  | { kind: 'openMenu' }
  | { kind: 'moveHow'; step: 1 | -1 }
  | { kind: 'moveWhat'; step: 1 | -1 }
  | { kind: 'replay'; command: 'edit.undo' | 'edit.redo' }
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
  rowsPerPage: number;
  released: boolean;
}

/** Reads a key as a spreadsheet would; null for keys that are not the matrix's. */
export function commandOfKey(pressed: PressedKey, state: MatrixState): MatrixCommand | null {
  if (pressed.altKey) return reorderCommand(pressed, state.selection.active);
  return pressed.mod
    ? (replayCommand(pressed) ?? jumpCommand(pressed, state))
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
  if (step !== undefined) {
    return goOrReach(pressed, state, {
      row: active.row + step[0],
      column: active.column + step[1],
    });
  }
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
    case 'Escape':
      return { kind: 'release' };
    default:
      return null;
  }
}

function goOrReach(pressed: PressedKey, state: MatrixState, place: CellPlace): MatrixCommand {
  const selection = pressed.shiftKey
    ? reachTo(state.selection, place, state.size)
    : selectOne(placeWithin(place, state.size));
  return { kind: 'select', selection };
}

function enterCommand(pressed: PressedKey, { selection, size }: MatrixState): MatrixCommand {
  const zone = zoneOf(selection.active);
  if (zone === 'head' || zone === 'name') return { kind: 'openMenu' };
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

function replayCommand({ key, shiftKey }: PressedKey): MatrixCommand | null {
  if (key === 'z' || key === 'Z') {
    return { kind: 'replay', command: shiftKey ? 'edit.redo' : 'edit.undo' };
  }
  return key === 'y' || key === 'Y' ? { kind: 'replay', command: 'edit.redo' } : null;
}

function reorderCommand({ key }: PressedKey, active: CellPlace): MatrixCommand | null {
  const step = steps[key];
  if (step === undefined) return null;
  if (active.row === headRow && step[1] !== 0) {
    return { kind: 'moveHow', step: step[1] > 0 ? 1 : -1 };
  }
  if (active.column === nameColumn && step[0] !== 0) {
    return { kind: 'moveWhat', step: step[0] > 0 ? 1 : -1 };
  }
  return null;
}

function entryCommand({ key }: PressedKey, { selection }: MatrixState): MatrixCommand | null {
  const zone = zoneOf(selection.anchor);
  const single = key.length === 1;
  if (zone === 'head' || zone === 'name') {
    return key === ' ' || key === 'F2' ? { kind: 'openMenu' } : null;
  }
  if (zone === 'importance') {
    if (key === 'F2') return { kind: 'editImportance', initial: null };
    return single && /[\d０-９]/.test(key) ? { kind: 'editImportance', initial: key } : null;
  }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'write', strength: 0 };
  if (key === ' ') return { kind: 'cycle' };
  const strength = single ? parseRelationEntry(key) : null;
  return strength === null ? null : { kind: 'write', strength };
}

/** The column that F2 and digits edit in place. */
export function isImportance(place: CellPlace): boolean {
  return place.column === importanceColumn && place.row !== headRow;
}

/** blank → ◎ → ○ → △ → blank: the strongest first, as workshops judge. */
export function nextStrength(strength: number): number {
  const order: Readonly<Record<number, number>> = { 0: 9, 9: 3, 3: 1, 1: 0 };
  return order[strength] ?? 0;
}
