import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { wilsonInterval } from '../../core/domain/proportion/wilson.ts';

function intervalOf(successes: number, n: number): [number, number] {
  return wilsonInterval(successes / n, n).ci95;
}

/** Computed with mpmath 1.3 at 50 digits from the formula of Wilson 1927. */
const rare: readonly (readonly [successes: number, n: number, lower: number, upper: number])[] = [
  [15, 148, 0.06238639953073628, 0.16048724172330803],
  [1, 1e6, 1.765245767453715e-7, 5.664911804311442e-6],
  [1, 1e9, 1.7652455495696316e-10, 5.6649342432974385e-9],
  [1, 1e12, 1.7652455493517475e-13, 5.664934265736511e-12],
  [3, 9007199254740991, 1.1327280539811476e-16, 9.793486124653807e-16],
  [0, 1e9, 0, 3.841458805937319e-9],
];

describe("Wilson's interval", () => {
  // R. G. Newcombe, Statistics in Medicine 17, 1998, 857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('is the published one for %i of %i', (successes, n, lower, upper) => {
    const [low, high] = intervalOf(successes, n);
    expect(Math.abs(low - lower)).toBeLessThanOrEqual(5e-5);
    expect(Math.abs(high - upper)).toBeLessThanOrEqual(5e-5);
  });

  // R 4.2.2, prop.test(successes, n, correct = FALSE)$conf.int
  it.each([
    [81, 263, 0.25528851987827428, 0.3662095769828001],
    [15, 148, 0.062386399530736283, 0.160487241723308],
    [1, 29, 0.006113214292762661, 0.17175521879320282],
    [20, 20, 0.83887484194718065, 1],
    [5, 10, 0.23659309051256402, 0.76340690948743595],
    [1, 1e6, 1.7652457674537213e-7, 5.6649118043114411e-6],
  ])('is that of R for %i of %i', (successes, n, lower, upper) => {
    const [low, high] = intervalOf(successes, n);
    expect(Math.abs(low / lower - 1)).toBeLessThan(1e-10);
    expect(Math.abs(high / upper - 1)).toBeLessThan(1e-10);
  });

  it.each(rare)('keeps its digits for %d of %d', (successes, n, lower, upper) => {
    const [low, high] = intervalOf(successes, n);
    expect(Math.abs(low - lower)).toBeLessThanOrEqual(1e-13 * lower);
    expect(Math.abs(high - upper)).toBeLessThanOrEqual(1e-13 * upper);
  });

  it('ends at 0 and 1 exactly, stays between and holds the share', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 1e9 })
          .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        ([successes, n]) => {
          const [low, high] = intervalOf(successes, n);
          const share = successes / n;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
          if (successes === 0) expect(low).toBe(0);
          if (successes === n) expect(high).toBe(1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is the mirror image for failures', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 10_000 })
          .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n))),
        ([successes, n]) => {
          const [low, high] = intervalOf(successes, n);
          const mirrored = intervalOf(n - successes, n);
          expect(mirrored[0]).toBeCloseTo(1 - high, 12);
          expect(mirrored[1]).toBeCloseTo(1 - low, 12);
        },
      ),
    );
  });

  it('refuses a share outside 0–1 and a sample of nobody', () => {
    expect(() => wilsonInterval(1.1, 10)).toThrow('calculation.outOfRange');
    expect(() => wilsonInterval(Number.NaN, 10)).toThrow('calculation.outOfRange');
    expect(() => wilsonInterval(0.5, 0)).toThrow('calculation.outOfRange');
  });
});

describe('calc wilson', () => {
  it('gives the share with its interval', () => {
    expect(runCalc('wilson', { successes: 15, n: 148 })).toEqual({
      ok: true,
      output: {
        share: 15 / 148,
        ci95: [expect.closeTo(0.0623863995307363, 12), expect.closeTo(0.160487241723308, 12)],
      },
    });
  });

  it.each([
    [{ n: 10 }, 'calc.missingField', 'successes'],
    [{ successes: 3.5, n: 10 }, 'calc.wrongType', 'successes'],
    [{ successes: -1, n: 10 }, 'calc.outOfRange', 'successes'],
    [{ successes: 11, n: 10 }, 'calc.outOfRange', 'successes'],
    [{ successes: 0, n: 0 }, 'calc.outOfRange', 'n'],
    [{ successes: Number.NaN, n: 10 }, 'calc.notFinite', 'successes'],
  ])('refuses %j', (input, code, path) => {
    expect(runCalc('wilson', input)).toMatchObject({ ok: false, error: { code, path } });
  });
});
