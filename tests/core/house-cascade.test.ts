import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedDrift, carriedWeights, carriedWhats } from '../../core/domain/house/cascade.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { withRelations } from '../../core/domain/house/house-layout.ts';
import { withCodes } from '../../core/domain/house/house-tree.ts';
import { plainHouse, plainHow } from '../support/house-arbitraries.ts';

const hundred = { kind: 'hundred' } as const;

/** The coffee maker of SchemaTex: the HOWs weigh 45, 39 and 51. */
const house = plainHouse(
  [5, 3, 4],
  [
    [9, 0, 3],
    [0, 9, 0],
    [0, 3, 9],
  ],
  {
    hows: withCodes([
      plainHow(101, { name: 'Fan RPM', unit: 'rpm', direction: 'down', targetValue: '900' }),
      plainHow(102, { name: 'Heater watts' }),
      plainHow(103, { name: 'Insulation' }),
    ]),
  },
);
const figures = houseFigures(house);

describe('HOWs carried into the next house', () => {
  it('bring their weights, scaled to 100, and where they come from', () => {
    const carried = carriedWhats(house, figures, new Set([103, 101, 999]), hundred);
    expect(carried).toEqual([
      {
        fromHowId: 101,
        name: 'Fan RPM',
        unit: 'rpm',
        direction: 'down',
        targetValue: '900',
        importance: 46.87,
        share: 45 / 96,
        servedWhatIds: [1],
      },
      {
        fromHowId: 103,
        name: 'Insulation',
        unit: '',
        direction: 'up',
        targetValue: '',
        importance: 53.13,
        share: 51 / 96,
        servedWhatIds: [3, 1],
      },
    ]);
  });

  it('take the scale of the next house', () => {
    const all = new Set([101, 102, 103]);
    expect(
      carriedWhats(house, figures, all, { kind: 'top', top: 5 }).map((what) => what.importance),
    ).toEqual([4.4, 3.8, 5]);
  });

  it('count for something even when they weigh nothing', () => {
    expect(carriedWeights([10, 0], hundred)).toEqual([99.99, 0.01]);
    expect(carriedWeights([10, 0], { kind: 'top', top: 9 })).toEqual([9, 0.1]);
    expect(carriedWeights([0, 0], hundred)).toEqual([50, 50]);
    expect(carriedWeights([], hundred)).toEqual([]);
    const empty = plainHouse([1], [[0]]);
    const [only] = carriedWhats(empty, houseFigures(empty), new Set([101]), hundred);
    expect(only).toMatchObject({ importance: 100, share: null, servedWhatIds: [] });
  });

  it('sum to 100 to the hundredth, keep their order, and are off by rounding only', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 100_000 }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(weights, (given) => {
        const carried = carriedWeights(given, hundred);
        expect(carried.reduce((sum, value) => sum + Math.round(value * 100), 0)).toBe(10_000);
        expect(Math.min(...carried)).toBeGreaterThanOrEqual(0.01);
        const order = given.map((_, at) => at).toSorted((a, b) => given[a]! - given[b]!);
        for (const [at, place] of order.slice(1).entries()) {
          const before = order[at]!;
          if (given[before] === given[place]) continue;
          expect(carried[before]).toBeLessThanOrEqual(carried[place]!);
        }
      }),
    );
  });

  it('are the same of shares as of the weights themselves', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 });
    const scales = fc.constantFrom(5, 9, 10).map((top) => ({ kind: 'top' as const, top }));
    fc.assert(
      fc.property(weights, scales, (given, scale) => {
        const total = given.reduce((sum, weight) => sum + weight, 0) || 1;
        const shares = given.map((weight) => weight / total);
        expect(carriedWeights(shares, scale)).toEqual(carriedWeights(given, scale));
      }),
      { numRuns: 2000 },
    );
  });

  it('are told when their source has changed since, or is gone', () => {
    const chosen = new Set([101, 103]);
    const carried = carriedWhats(house, figures, chosen, hundred);
    expect(carriedDrift(carried, house, figures, hundred)).toEqual([]);
    const changed = withRelations(house, [{ row: 0, column: 2, value: 9 }]);
    expect(carriedDrift(carried, changed, houseFigures(changed), hundred)).toEqual([
      { fromHowId: 101, importance: 46.87, now: 35.71 },
      { fromHowId: 103, importance: 53.13, now: 64.29 },
    ]);
    expect(carriedDrift([{ fromHowId: 7, importance: 1 }], house, figures, hundred)).toEqual([
      { fromHowId: 7, importance: 1, now: null },
    ]);
  });
});
