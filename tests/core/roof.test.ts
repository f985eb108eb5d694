import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  normalizedRoof,
  parseRoofEntry,
  type RoofPlace,
  roofCentre,
  roofEntrance,
  roofLookup,
  roofNeighbour,
  roofNotations,
  roofPlaceAt,
  roofText,
  roofValueAfterKey,
  withRoofValue,
} from '../../core/domain/house/roof.ts';
import { anyHouse } from '../support/house-arbitraries.ts';

const places = (count: number): RoofPlace[] =>
  Array.from({ length: count }, (_, left) =>
    Array.from({ length: count - left - 1 }, (_, at) => ({ left, right: left + at + 1 })),
  ).flat();
const moves = ['left', 'right', 'up', 'down'] as const;

describe('roof entry', () => {
  it('reads ++ + − −− with any dash, the old signs and numbers', () => {
    const read = (...entries: string[]) => entries.map(parseRoofEntry);
    expect(read('++', '＋＋', '+ +', '◎', '2', '+2')).toEqual(new Array(6).fill(2));
    expect(read('+', '○', '1', 'ㅇ')).toEqual(new Array(4).fill(1));
    expect(read('-', '−', '–', '－', 'ㅡ', '×', 'x', '-1')).toEqual(new Array(8).fill(-1));
    expect(read('--', '−−', '—', '- -', 'ㅡㅡ', '#', '-2')).toEqual(new Array(7).fill(-2));
    expect(read('', ' ', '0')).toEqual([0, 0, 0]);
    expect(read('+++', '+-', '3', '가', '9', '---')).toEqual(new Array(6).fill(null));
  });

  it('reads back what it writes', () => {
    for (const notation of roofNotations) {
      for (const value of [2, 1, 0, -1, -2] as const) {
        expect(parseRoofEntry(roofText(value, notation))).toBe(value);
      }
    }
  });

  it('makes ++ of + pressed twice and −− of − pressed twice', () => {
    expect(roofValueAfterKey(0, '+')).toBe(1);
    expect(roofValueAfterKey(1, '+')).toBe(2);
    expect(roofValueAfterKey(2, '+')).toBe(1);
    expect(roofValueAfterKey(1, '-')).toBe(-1);
    expect(roofValueAfterKey(-1, '-')).toBe(-2);
    expect(roofValueAfterKey(-1, 'ㅡ')).toBe(-2);
    expect(roofValueAfterKey(1, '○')).toBe(1);
    expect(roofValueAfterKey(2, '0')).toBe(0);
    expect(['Enter', ' ', 'q', '9'].map((key) => roofValueAfterKey(0, key))).toEqual(
      new Array(4).fill(null),
    );
  });
});

describe('roof cells', () => {
  it('stand once for each pair, whichever way round it was given; the last holds', () => {
    expect(
      normalizedRoof([
        { howId: 3, otherHowId: 1, strength: 1 },
        { howId: 2, otherHowId: 2, strength: 2 },
        { howId: 1, otherHowId: 2, strength: -1 },
        { howId: 1, otherHowId: 3, strength: -2 },
      ]),
    ).toEqual([
      { howId: 1, otherHowId: 2, strength: -1 },
      { howId: 1, otherHowId: 3, strength: -2 },
    ]);
  });

  it('give back in either order what was set, and nothing after clearing', () => {
    fc.assert(
      fc.property(anyHouse(), fc.constantFrom(2, 1, -1, -2), ({ roof }, value) => {
        const set = withRoofValue(roof, { howId: 9, otherHowId: 4 }, value);
        const look = roofLookup(set);
        expect([look(4, 9), look(9, 4), look(4, 5)]).toEqual([value, value, 0]);
        for (const cell of roof) {
          expect(look(cell.otherHowId, cell.howId)).toBe(cell.strength);
        }
        expect(withRoofValue(set, { howId: 4, otherHowId: 9 }, 0)).toEqual(roof);
      }),
    );
  });
});

describe('walking the roof', () => {
  it('goes along a layer and along the line of the left column', () => {
    const at = { left: 1, right: 3 };
    expect(moves.map((move) => roofNeighbour(at, move, 6))).toEqual([
      { left: 0, right: 2 },
      { left: 2, right: 4 },
      { left: 1, right: 4 },
      { left: 1, right: 2 },
    ]);
    expect(roofNeighbour({ left: 0, right: 5 }, 'up', 6)).toBeNull();
    expect(roofNeighbour({ left: 1, right: 2 }, 'down', 6)).toBeNull();
    expect(roofNeighbour({ left: 0, right: 2 }, 'left', 6)).toBeNull();
  });

  it('is entered above a column, and left downward', () => {
    expect([0, 2, 3].map((column) => roofEntrance(column, 4))).toEqual([
      { left: 0, right: 1 },
      { left: 2, right: 3 },
      { left: 2, right: 3 },
    ]);
    expect(roofEntrance(0, 1)).toBeNull();
    expect(roofNeighbour({ left: 2, right: 3 }, 'down', 4)).toBeNull();
  });

  it('comes back by the opposite key, and reaches every diamond', () => {
    const opposite = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;
    for (const count of [2, 3, 7]) {
      const start = { left: 0, right: 1 };
      const reached = new Map([['0 1', start]]);
      for (const place of reached.values()) {
        for (const move of moves) {
          const next = roofNeighbour(place, move, count);
          if (next === null) continue;
          expect(roofNeighbour(next, opposite[move], count)).toEqual(place);
          reached.set(`${next.left} ${next.right}`, next);
        }
      }
      expect(reached.size).toBe((count * (count - 1)) / 2);
    }
  });

  it('finds the diamond under a point, and none beside the roof', () => {
    for (const place of places(6)) {
      const { x, y } = roofCentre(place);
      for (const [dx, dy] of [
        [0, 0],
        [0.49, 0],
        [-0.49, 0],
        [0, 0.49],
        [0, -0.49],
      ] as const) {
        expect(roofPlaceAt({ x: x + dx, y: y + dy }, 6)).toEqual(place);
      }
    }
    expect(roofPlaceAt({ x: 0.5, y: 0.1 }, 6)).toBeNull();
    expect(roofPlaceAt({ x: 3, y: 3.1 }, 6)).toBeNull();
    expect(roofPlaceAt({ x: -1, y: 0 }, 6)).toBeNull();
  });
});
