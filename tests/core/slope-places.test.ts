import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopePlaces } from '../../core/charts/slope-places.ts';

describe('the places of a slope chart', () => {
  it('are one for ties, the topmost of the rows that they take up', () => {
    expect(slopePlaces([3, 1, 1, 4])).toEqual([
      { row: 2, at: 2, first: true },
      { row: 0, at: 0, first: true },
      { row: 1, at: 0, first: false },
      { row: 3, at: 3, first: true },
    ]);
    expect(slopePlaces([])).toEqual([]);
  });

  it('are at one height for one rank of all on both sides, so that what stays is a level line', () => {
    const [before, after] = [slopePlaces([1, 2, 3, 4]), slopePlaces([2, 2, 1, 4])];
    expect(before[1]?.at).toBe(after[1]?.at);
    expect(before[3]?.at).toBe(after[3]?.at);
  });

  it('stand as the ranks do, and give every line a row of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 20 }), (ranks) => {
        const places = slopePlaces(ranks);
        expect(places.map(({ row }) => row).toSorted((a, b) => a - b)).toEqual([...ranks.keys()]);
        for (const [i, one] of places.entries()) {
          for (const [j, other] of places.entries()) {
            expect(Math.sign(one.at - other.at)).toBe(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0)));
          }
        }
        expect(places.filter(({ first }) => first)).toHaveLength(new Set(ranks).size);
      }),
    );
  });
});
