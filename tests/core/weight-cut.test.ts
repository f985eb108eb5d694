import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutMoved,
  lastLeadingRank,
  placesAboveCut,
  weightOrder,
} from '../../core/domain/house/weight-cut.ts';

/** The drip-coffee house of SchemaTex: 60, 45, 55, 31, 36, 23 of 250. */
const coffee = [60, 45, 55, 31, 36, 23];

describe('weights in order', () => {
  it('run up to the whole, heaviest first', () => {
    const { places, cumulative } = weightOrder(coffee);
    expect(places).toEqual([0, 2, 1, 4, 3, 5]);
    expect(cumulative.map((share) => Math.round((share ?? 0) * 1000))).toEqual([
      240, 460, 640, 784, 908, 1000,
    ]);
    expect(weightOrder([0, 0])).toEqual({ places: [0, 1], cumulative: [null, null] });
    expect(weightOrder([])).toEqual({ places: [], cumulative: [] });
  });

  it('are cut after so many, or where they reach a share', () => {
    expect(placesAboveCut(coffee, { kind: 'count', count: 2 })).toEqual([0, 2]);
    expect(placesAboveCut(coffee, { kind: 'count', count: 99 })).toHaveLength(6);
    expect(placesAboveCut(coffee, { kind: 'count', count: 0 })).toEqual([]);
    expect(placesAboveCut(coffee, { kind: 'share', share: 0.46 })).toEqual([0, 2]);
    expect(placesAboveCut(coffee, { kind: 'share', share: 0.47 })).toEqual([0, 2, 1]);
    expect(placesAboveCut(coffee, { kind: 'share', share: 1 })).toHaveLength(6);
    expect(placesAboveCut(coffee, { kind: 'share', share: 0 })).toEqual([]);
  });

  it('are never cut through a tie, and never down to what weighs nothing', () => {
    expect(placesAboveCut([3, 5, 3, 0], { kind: 'count', count: 2 })).toEqual([1, 0, 2]);
    expect(placesAboveCut([3, 5, 3, 0], { kind: 'count', count: 4 })).toEqual([1, 0, 2]);
    expect(placesAboveCut([0, 0], { kind: 'count', count: 1 })).toEqual([]);
    expect(placesAboveCut([0, 0], { kind: 'share', share: 0.8 })).toEqual([]);
  });

  it('are one more or fewer as the cut moves, ties as a whole, between none and all that weigh', () => {
    const weights = [3, 5, 3, 1, 0];
    const down = [0];
    for (let i = 0; i < 4; i++) down.push(cutMoved(weights, down.at(-1) ?? 0, 1));
    expect(down).toEqual([0, 1, 3, 4, 4]);
    const up = [4];
    for (let i = 0; i < 4; i++) up.push(cutMoved(weights, up.at(-1) ?? 0, -1));
    expect(up).toEqual([4, 3, 1, 0, 0]);
    expect(cutMoved(weights, 1, 9)).toBe(4);
    expect(cutMoved(weights, 4, -9)).toBe(0);
  });

  it('lead only with all who share their rank', () => {
    expect(lastLeadingRank([4, 1, 3, 2], 3)).toBe(3);
    expect(lastLeadingRank([1, 2, 2, 2, 5], 3)).toBe(1);
    expect(lastLeadingRank([1, 2, 2, 4, 4], 3)).toBe(2);
    expect(lastLeadingRank([1, 1, 1, 1], 3)).toBe(0);
    expect(lastLeadingRank([1, null, 2], 3)).toBe(2);
    expect(lastLeadingRank([null], 3)).toBe(0);
  });

  it('reach the share they are cut at, with no line too many', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 20 });
    const shares = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(weights, shares, (given, share) => {
        const sumOf = (places: readonly number[]) =>
          places.reduce((sum, place) => sum + given[place]!, 0);
        const whole = given.reduce((sum, weight) => sum + weight, 0);
        const above = placesAboveCut(given, { kind: 'share', share });
        expect(sumOf(above) / whole).toBeGreaterThanOrEqual(share - 1e-9);
        const lightest = Math.min(...above.map((place) => given[place]!));
        const heavier = above.filter((place) => given[place]! > lightest);
        expect(sumOf(heavier) / whole).toBeLessThan(share);
      }),
    );
  });
});
