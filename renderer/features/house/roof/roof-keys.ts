import {
  type RoofMove,
  type RoofPlace,
  type RoofValue,
  roofNeighbour,
  roofValueAfterKey,
} from '../../../../core/domain/house/roof.ts';

/** What a key asks for in the roof. */
export type RoofCommand =
  | { kind: 'go'; place: RoofPlace }
  | { kind: 'write'; value: RoofValue }
  /** Down from the roof's foot, to the head of a column. */
  | { kind: 'leave'; column: number }
  | { kind: 'replay'; command: 'edit.undo' | 'edit.redo' };

export interface RoofKey {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
  /** Ctrl, or ⌘ on a Mac. */
  mod: boolean;
}

const moves: Readonly<Record<string, RoofMove>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The order in which the space bar and clicks go: none, ++, +, −, −−. */
const cycle: readonly RoofValue[] = [0, 2, 1, -1, -2];

export function nextRoofValue(value: RoofValue): RoofValue {
  return cycle[(cycle.indexOf(value) + 1) % cycle.length] ?? 0;
}

/** Reads a key in a roof of `count` columns; null for keys that are not the roof's. */
export function commandOfRoofKey(
  pressed: RoofKey,
  { place, value, count }: { place: RoofPlace; value: RoofValue; count: number },
): RoofCommand | null {
  const replay = replayOfKey(pressed);
  if (replay !== null) return { kind: 'replay', command: replay };
  if (pressed.altKey || pressed.mod) return null;
  const move = moves[pressed.key];
  if (move !== undefined) {
    const next = roofNeighbour(place, move, count);
    if (next !== null) return { kind: 'go', place: next };
    return move === 'down' ? { kind: 'leave', column: place.left } : { kind: 'go', place };
  }
  switch (pressed.key) {
    case 'Home':
      return { kind: 'go', place: { left: 0, right: place.right - place.left } };
    case 'End':
      return {
        kind: 'go',
        place: { left: count - 1 - (place.right - place.left), right: count - 1 },
      };
    case 'Delete':
    case 'Backspace':
      return { kind: 'write', value: 0 };
    case ' ':
      return { kind: 'write', value: nextRoofValue(value) };
    default: {
      const typed = roofValueAfterKey(value, pressed.key);
      return typed === null ? null : { kind: 'write', value: typed };
    }
  }
}

/** Undo and redo, as every grid of the house hears them. */
export function replayOfKey({
  key,
  shiftKey,
  mod,
}: Pick<RoofKey, 'key' | 'shiftKey' | 'mod'>): 'edit.undo' | 'edit.redo' | null {
  if (!mod) return null;
  if (key === 'z' || key === 'Z') return shiftKey ? 'edit.redo' : 'edit.undo';
  return key === 'y' || key === 'Y' ? 'edit.redo' : null;
}
