import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import { computeHouse, rankDescending } from '../../core/domain/house/house.ts';

const strengths = fc.constantFrom(0, 1, 3, 9);
const anyHouse = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
  .chain(([m, n]) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: m, maxLength: m }),
      relations: fc.array(fc.array(strengths, { minLength: n, maxLength: n }), {
        minLength: m,
        maxLength: m,
      }),
    }),
  );

describe('house of quality', () => {
  it('reproduces the drip-coffee house of SchemaTex (24 % and 22 % printed)', () => {
    const { absolute, relative, rank } = computeHouse({
      weights: [5, 4, 3, 4, 2],
      relations: [
        [3, 0, 9, 0, 0, 1],
        [9, 9, 0, 1, 0, 0],
        [1, 3, 0, 9, 0, 0],
        [0, 0, 1, 0, 9, 0],
        [3, 0, 3, 0, 0, 9],
      ],
    });
    expect(absolute).toEqual([60, 45, 55, 31, 36, 23]);
    expect(relative[0]).toBeCloseTo(0.24, 12);
    expect(relative[2]).toBeCloseTo(0.22, 12);
    expect(rank).toEqual([1, 3, 2, 5, 4, 6]);
  });

  it('gives equal values the smaller rank', () => {
    expect(rankDescending([3, 9, 9, 1])).toEqual([3, 1, 1, 4]);
  });

  it('keeps a tie a tie when sums differ only in their last bits', () => {
    const { rank } = computeHouse({
      weights: [0.1, 0.2, 0.3],
      relations: [
        [9, 0],
        [9, 0],
        [0, 9],
      ],
    });
    expect(rank).toEqual([1, 1]);
  });

  it('answers null shares with a reason while no relation is set', () => {
    const result = computeHouse({
      weights: [3, 2],
      relations: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(result.relative).toEqual([null, null]);
    expect(result.rank).toEqual([1, 1]);
    expect(result.notes).toEqual(['noRelations']);
  });

  it('divides each row by its sum under lyman and leaves an empty row at nothing', () => {
    const { absolute } = computeHouse({
      weights: [4, 2, 5],
      relations: [
        [9, 3],
        [0, 1],
        [0, 0],
      ],
      normalize: 'lyman',
    });
    expect(absolute).toEqual([3, 3]);
  });

  it('is empty for an empty house', () => {
    expect(computeHouse({ weights: [], relations: [] })).toEqual({
      absolute: [],
      relative: [],
      rank: [],
      notes: [],
    });
  });

  it.each([
    [{ weights: [1, 2], relations: [[1]] }, 'house.notRectangular', 'relations'],
    [{ weights: [1, 2], relations: [[1, 3], [1]] }, 'house.notRectangular', 'relations[1]'],
    [{ weights: [1], relations: [[Number.NaN]] }, 'house.valueNotAllowed', 'relations[0][0]'],
    [{ weights: [-1], relations: [[1]] }, 'house.valueNotAllowed', 'weights[0]'],
  ])('refuses %j and says where', (input, code, path) => {
    expect(() => computeHouse(input)).toThrow(AppError);
    try {
      computeHouse(input);
    } catch (error) {
      expect(error).toMatchObject({ code, path });
    }
  });

  it('shares sum to 1 and order as the absolute weights do', () => {
    fc.assert(
      fc.property(
        anyHouse,
        fc.constantFrom('none' as const, 'lyman' as const),
        (house, normalize) => {
          const { absolute, relative, rank } = computeHouse({ ...house, normalize });
          const shares = relative.filter((share) => share !== null);
          if (shares.length === 0) return;
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(Math.min(...rank)).toBe(1);
          const first = rank.indexOf(1);
          expect(absolute[first]).toBeCloseTo(Math.max(...absolute), 9);
        },
      ),
    );
  });

  it('keeps shares when every weight is multiplied by the same number', () => {
    fc.assert(
      fc.property(anyHouse, fc.double({ min: 0.01, max: 100, noNaN: true }), (house, factor) => {
        const plain = computeHouse(house);
        const scaled = computeHouse({ ...house, weights: house.weights.map((w) => w * factor) });
        expect(scaled.rank).toEqual(plain.rank);
        for (const [j, share] of plain.relative.entries()) {
          if (share !== null) expect(scaled.relative[j]).toBeCloseTo(share, 9);
        }
      }),
    );
  });

  it('is linear in the weights, under either normalisation', () => {
    const twoHouses = anyHouse.chain((house) =>
      fc.record({
        house: fc.constant(house),
        others: fc.array(fc.integer({ min: 0, max: 50 }), {
          minLength: house.weights.length,
          maxLength: house.weights.length,
        }),
        a: fc.double({ min: 0, max: 10, noNaN: true }),
        b: fc.double({ min: 0, max: 10, noNaN: true }),
        normalize: fc.constantFrom('none' as const, 'lyman' as const),
      }),
    );
    fc.assert(
      fc.property(twoHouses, ({ house: { weights, relations }, others, a, b, normalize }) => {
        const absoluteOf = (given: number[]) =>
          computeHouse({ weights: given, relations, normalize }).absolute;
        const mixed = absoluteOf(weights.map((weight, i) => a * weight + b * (others[i] ?? 0)));
        const first = absoluteOf(weights);
        const second = absoluteOf(others);
        for (const [j, value] of mixed.entries()) {
          const wanted = a * (first[j] ?? 0) + b * (second[j] ?? 0);
          expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-12 * Math.max(1, wanted));
        }
      }),
    );
  });

  it('ranks and shares out a house of 200,000 HOWs, and weights whose sum no double holds', () => {
    const wide = computeHouse({ weights: [1], relations: [Array.from({ length: 2e5 }, () => 3)] });
    expect(wide.rank.at(-1)).toBe(1);
    expect(wide.relative[0]).toBeCloseTo(5e-6, 15);
    const heavy = computeHouse({ weights: [1e308], relations: [[1, 1, 0]] });
    expect(heavy.relative).toEqual([0.5, 0.5, 0]);
    const lyman = computeHouse({ weights: [4], relations: [[1e308, 1e308]], normalize: 'lyman' });
    expect(lyman.absolute).toEqual([2, 2]);
  });
});
