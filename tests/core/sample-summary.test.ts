import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compensatedSum } from '../../core/numerics/compensated-sum.ts';
import { powerOfTwoNear } from '../../core/numerics/power-of-two.ts';
import { Agreement, unitRoundoff } from '../../core/numerics/rounding.ts';
import {
  meanDistance,
  meanOfSummary,
  standardDeviationOf,
  summarize,
} from '../../core/numerics/sample-summary.ts';

const wholeNumbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 });

describe('summary of a sample', () => {
  it('keeps the part of the mean that no double next to it can hold', () => {
    const summary = summarize([1e16, 1e16 + 2, 1e16 + 2]);
    expect(summary.centre).toBe(1e16 + 2);
    expect(summary.offset).toBeCloseTo(-2 / 3, 15);
    expect(meanDistance(summary, summarize([1e16]))).toBeCloseTo(4 / 3, 15);
  });

  it('has squares of 0 exactly when all values are the same', () => {
    expect(summarize([0.1, 0.1, 0.1])).toMatchObject({ centre: 0.1, offset: 0, squares: 0 });
    expect(summarize([1, 1 + 2 ** -52]).squares).toBeGreaterThan(0);
    expect(summarize([1e-300, 2e-300]).squares).toBeGreaterThan(0);
  });

  it('is the same at any offset and in any unit', () => {
    fc.assert(
      fc.property(wholeNumbers, fc.constantFrom(1e6, -1e12, 1e15), (values, offset) => {
        const plain = standardDeviationOf(summarize(values));
        const moved = standardDeviationOf(summarize(values.map((value) => value + offset)));
        if (plain === null || moved === null) expect(moved).toBe(plain);
        else expect(moved).toBeCloseTo(plain, 12);
      }),
    );
    const tiny = standardDeviationOf(summarize([1e-300, 2e-300, 3e-300]));
    expect((tiny ?? 0) / 1e-300).toBeCloseTo(1, 14);
  });

  it('counts whole-number weights as that many values', () => {
    const weighted = summarize([1, 4, 9], [2, 1, 3]);
    const repeated = summarize([1, 1, 4, 9, 9, 9]);
    expect(meanOfSummary(weighted)).toBeCloseTo(meanOfSummary(repeated), 14);
    expect(weighted.squares * weighted.scale ** 2).toBeCloseTo(
      repeated.squares * repeated.scale ** 2,
      12,
    );
  });

  it('refuses an empty sample', () => {
    expect(() => summarize([])).toThrow(RangeError);
  });

  it('adds a long list without losing the small ones', () => {
    const values = [1e16, ...new Array<number>(1000).fill(1), -1e16];
    expect(compensatedSum(values.length, (i) => values[i] ?? 0)).toBe(1000);
  });

  it('finds a power of two for the smallest number there is', () => {
    expect(powerOfTwoNear(5e-324)).toBe(5e-324);
    expect(powerOfTwoNear(5)).toBe(4);
  });
});

describe('agreement within rounding', () => {
  const differences = (pairs: readonly (readonly [number, number])[]) => {
    const agreement = new Agreement();
    for (const [a, b] of pairs) agreement.add(a - b, unitRoundoff * (Math.abs(a) + Math.abs(b)));
    return agreement.holds;
  };

  it('sees through the last bits of decimal fractions', () => {
    expect(1.1 - 1).not.toBe(3.3 - 3.2);
    expect(
      differences([
        [1.1, 1],
        [2.2, 2.1],
        [3.3, 3.2],
      ]),
    ).toBe(true);
  });

  it('holds a difference of more than rounding for one, though a large number stands beside', () => {
    expect(
      differences([
        [1e20, 1e20],
        [1, 1],
        [2, 2.5],
      ]),
    ).toBe(false);
  });
});
