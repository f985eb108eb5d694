import type { RoofCell, RoofStrength } from './house-model.ts';

/** 0 for no correlation. */
export type RoofValue = RoofStrength | 0;

/** ++ + − −−, or the signs of the first houses: ◎ ○ × #. */
export const roofNotations = ['plusMinus', 'signs'] as const;
export type RoofNotation = (typeof roofNotations)[number];

const texts: Record<RoofNotation, Record<RoofValue, string>> = {
  plusMinus: { 2: '++', 1: '+', 0: '', [-1]: '−', [-2]: '−−' },
  signs: { 2: '◎', 1: '○', 0: '', [-1]: '×', [-2]: '#' },
};

const valueOfText: ReadonlyMap<string, RoofValue> = new Map<string, RoofValue>([
  ['', 0],
  ['0', 0],
  ['++', 2],
  ['2', 2],
  ['+2', 2],
  ['◎', 2],
  ['⊚', 2],
  ['◉', 2],
  ['⊙', 2],
  ['+', 1],
  ['1', 1],
  ['+1', 1],
  ['○', 1],
  ['◯', 1],
  ['〇', 1],
  ['ㅇ', 1],
  ['ᄋ', 1],
  ['o', 1],
  ['O', 1],
  ['-', -1],
  ['-1', -1],
  ['×', -1],
  ['✕', -1],
  ['✖', -1],
  ['╳', -1],
  ['x', -1],
  ['X', -1],
  ['--', -2],
  ['-2', -2],
  ['#', -2],
  ['♯', -2],
  ['⨂', -2],
  ['⊗', -2],
  ['ⓧ', -2],
]);

/**
 * What an entry in the roof stands for: `++ + − −−` with any of the dashes that keyboards, fonts and Excel
 * offer (Word and Excel make one long dash of two), `◎ ○ × #` and their look-alikes, or 2 to −2. Blank
 * and 0 are none. Null for anything else: unlike in the matrix, a dash means a conflict here.
 */
export function parseRoofEntry(entry: string): RoofValue | null {
  const given = entry.replaceAll(/\s/g, '');
  const text = given
    .normalize('NFKC')
    .replaceAll(/[—―⸺]/g, '--')
    .replaceAll(/[‐‑‒–−ㅡᅳ一ー]/g, '-')
    .replaceAll('➕', '+')
    .replaceAll('➖', '-');
  return valueOfText.get(given) ?? valueOfText.get(text) ?? null;
}

/**
 * What a cell of the roof holds after a single key: `+` on + makes ++ and `-` on − makes −−, so that
 * each strength takes one key or the same one twice; any other key stands for itself. Null for a key
 * that means nothing here.
 */
export function roofValueAfterKey(before: RoofValue, key: string): RoofValue | null {
  const value = [...key].length === 1 && key.trim() !== '' ? parseRoofEntry(key) : null;
  return value === before ? (parseRoofEntry(key + key) ?? value) : value;
}

export function roofText(value: RoofValue, notation: RoofNotation): string {
  return texts[notation][value];
}

/**
 * The roof as it is stored: one cell for each pair, the smaller id first, in the order of the ids; of
 * several for one pair the last holds. A HOW has no cell with itself.
 */
export function normalizedRoof(cells: readonly RoofCell[]): RoofCell[] {
  const pairs = new Map(
    cells
      .filter(({ howId, otherHowId }) => howId !== otherHowId)
      .map(({ howId, otherHowId, strength }) => {
        const low = Math.min(howId, otherHowId);
        const high = Math.max(howId, otherHowId);
        return [`${low} ${high}`, { howId: low, otherHowId: high, strength }];
      }),
  );
  return [...pairs.values()].toSorted((a, b) => a.howId - b.howId || a.otherHowId - b.otherHowId);
}

/** The roof with one pair set, or cleared by 0; normalised. */
export function withRoofValue(
  cells: readonly RoofCell[],
  pair: { howId: number; otherHowId: number },
  value: RoofValue,
): RoofCell[] {
  const rest = cells.filter((cell) => !isPair(cell, pair));
  return normalizedRoof(value === 0 ? rest : [...rest, { ...pair, strength: value }]);
}

type Pair = Pick<RoofCell, 'howId' | 'otherHowId'>;

function isPair(one: Pair, other: Pair): boolean {
  return (
    (one.howId === other.howId && one.otherHowId === other.otherHowId) ||
    (one.howId === other.otherHowId && one.otherHowId === other.howId)
  );
}

/** Looks pairs up in either order; 0 for none. */
export function roofLookup(
  cells: readonly RoofCell[],
): (howId: number, otherHowId: number) => RoofValue {
  const values = new Map(
    normalizedRoof(cells).map(({ howId, otherHowId, strength }) => [
      `${howId} ${otherHowId}`,
      strength,
    ]),
  );
  return (howId, otherHowId) =>
    values.get(`${Math.min(howId, otherHowId)} ${Math.max(howId, otherHowId)}`) ?? 0;
}

/** A diamond of the roof: the places of its two columns, `left` < `right`, from 0. */
export interface RoofPlace {
  readonly left: number;
  readonly right: number;
}

export type RoofMove = 'left' | 'right' | 'up' | 'down';

/**
 * The diamond a key goes to in a roof of `count` columns; null at the edge. Left and right go along a layer
 * of the roof, to the pair of the columns next to both. Up and down go along the line of the left column,
 * to its pair with the column further or nearer: up leads over the roof's right slope. Opposite moves
 * undo each other, and every diamond can be reached from every other.
 */
export function roofNeighbour(
  { left, right }: RoofPlace,
  move: RoofMove,
  count: number,
): RoofPlace | null {
  const next = {
    left: { left: left - 1, right: right - 1 },
    right: { left: left + 1, right: right + 1 },
    up: { left, right: right + 1 },
    down: { left, right: right - 1 },
  }[move];
  return isRoofPlace(next, count) ? next : null;
}

/**
 * The diamond above a column's head, where the keyboard goes up from it: its pair with the next column, or
 * with the one before for the last. Null where one column makes no roof.
 */
export function roofEntrance(column: number, count: number): RoofPlace | null {
  const right = Math.min(column + 1, count - 1);
  const place = { left: right - 1, right };
  return isRoofPlace(place, count) ? place : null;
}

function isRoofPlace({ left, right }: RoofPlace, count: number): boolean {
  return left >= 0 && left < right && right < count;
}

/**
 * Middle of a diamond, in widths of a column: x from the left edge of the first column, y upward from the
 * foot of the roof. Columns i and j meet at x = (i + j + 1) / 2, y = (j − i) / 2; a diamond reaches half
 * a width to each side.
 */
export function roofCentre({ left, right }: RoofPlace): { x: number; y: number } {
  return { x: (left + right + 1) / 2, y: (right - left) / 2 };
}

/** The diamond at a point given as for `roofCentre`; null beside the roof. */
export function roofPlaceAt(point: { x: number; y: number }, count: number): RoofPlace | null {
  const place = { left: Math.floor(point.x - point.y), right: Math.floor(point.x + point.y) };
  return isRoofPlace(place, count) ? place : null;
}
