import { replayOfKey } from '../roof/roof-keys.ts';
import {
  type BandPlace,
  type BandSelection,
  type BandSize,
  placeInside,
} from './band-selection.ts';

/** What a key asks for in a band around the relations. */
export type BandCommand =
  | { kind: 'go'; place: BandPlace; reach: boolean }
  /** Over the edge of the band, to the relations. */
  | { kind: 'leave'; way: Way }
  | { kind: 'clear' }
  | { kind: 'edit' }
  | { kind: 'cycle' }
  | { kind: 'fill'; way: 'down' | 'right' }
  | { kind: 'selectAll' }
  | { kind: 'replay'; command: 'edit.undo' | 'edit.redo' }
  /** The next Tab leaves the band. */
  | { kind: 'release' };

export type Way = 'up' | 'down' | 'left' | 'right';

export interface BandKey {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  mod: boolean;
}

interface BandState {
  selection: BandSelection;
  size: BandSize;
  rowsPerPage: number;
  released: boolean;
}

const ways: Readonly<Record<string, Way>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Reads a key as a spreadsheet would; null for keys that type or are not the band's. */
export function commandOfBandKey(pressed: BandKey, state: BandState): BandCommand | null {
  if (pressed.altKey) return null;
  const { active } = state.selection;
  const way = ways[pressed.key];
  if (way !== undefined) return arrowCommand(way, pressed, state);
  const replay = replayOfKey(pressed);
  if (replay !== null) return { kind: 'replay', command: replay };
  const go = (place: BandPlace): BandCommand => ({
    kind: 'go',
    place: placeInside(place, state.size),
    reach: pressed.shiftKey,
  });
  const last = { row: state.size.rows - 1, column: state.size.columns - 1 };
  switch (pressed.key) {
    case 'Home':
      return go(pressed.mod ? { row: 0, column: 0 } : { ...active, column: 0 });
    case 'End':
      return go(pressed.mod ? last : { ...active, column: last.column });
    case 'PageUp':
      return go({ ...active, row: active.row - state.rowsPerPage });
    case 'PageDown':
      return go({ ...active, row: active.row + state.rowsPerPage });
    case 'Enter':
    case 'Tab':
      return travelCommand(pressed, state);
    default:
      return entryCommand(pressed);
  }
}

function arrowCommand(way: Way, { mod, shiftKey }: BandKey, state: BandState): BandCommand {
  const { active } = state.selection;
  const step = mod ? Number.MAX_SAFE_INTEGER : 1;
  const target = {
    up: { ...active, row: active.row - step },
    down: { ...active, row: active.row + step },
    left: { ...active, column: active.column - step },
    right: { ...active, column: active.column + step },
  }[way];
  const place = placeInside(target, state.size);
  const stays = place.row === active.row && place.column === active.column;
  return stays && !shiftKey ? { kind: 'leave', way } : { kind: 'go', place, reach: shiftKey };
}

/** Enter goes down and Tab along, and from the end of a row to the start of the next. */
function travelCommand({ key, shiftKey }: BandKey, state: BandState): BandCommand | null {
  const { selection, size, released } = state;
  const { row, column } = selection.active;
  const step = shiftKey ? -1 : 1;
  if (key === 'Enter') {
    return { kind: 'go', place: placeInside({ row: row + step, column }, size), reach: false };
  }
  if (released) return null;
  const at = row * size.columns + column + step;
  if (at < 0 || at >= size.rows * size.columns) return null;
  const place = { row: Math.floor(at / size.columns), column: at % size.columns };
  return { kind: 'go', place, reach: false };
}

/** Hangul letters stand where the Latin ones are on the keyboard. */
const fillDownKeys = ['d', 'D', 'ㅇ'];
const fillRightKeys = ['r', 'R', 'ㄱ'];
const selectAllKeys = ['a', 'A', 'ㅁ'];

function entryCommand({ key, mod }: BandKey): BandCommand | null {
  if (mod) {
    if (fillDownKeys.includes(key)) return { kind: 'fill', way: 'down' };
    if (fillRightKeys.includes(key)) return { kind: 'fill', way: 'right' };
    return selectAllKeys.includes(key) ? { kind: 'selectAll' } : null;
  }
  switch (key) {
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    case 'F2':
      return { kind: 'edit' };
    case ' ':
      return { kind: 'cycle' };
    case 'Escape':
      return { kind: 'release' };
    default:
      return null;
  }
}
