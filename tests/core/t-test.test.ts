import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { pairedTest, studentTest, welchTest } from '../../core/domain/statistics/t-test.ts';
import { expectNear } from '../support/near.ts';

/** Data set `sleep` of R: Student, "The Probable Error of a Mean", Biometrika 6, 1908, p. 20. */
const sleep = {
  a: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  b: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

/** Weights of screws, https://en.wikipedia.org/wiki/Student%27s_t-test (worked example). */
const screws = {
  a: [30.02, 29.99, 30.11, 29.97, 30.01, 29.99],
  b: [29.89, 29.93, 29.72, 29.98, 30.02, 29.98],
};

const samples = fc.tuple(
  fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 20 }),
  fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 20 }),
);

describe("Welch's t-test", () => {
  it('reproduces t.test(extra ~ group, data = sleep) of R 4.2.2', () => {
    const { difference, standardError, t, df, p, ci95 } = welchTest(sleep.a, sleep.b);
    expectNear(difference, -1.58);
    expectNear(standardError, 0.849091017238762);
    expectNear(t, -1.860813467486853);
    expectNear(df, 17.7764735161785);
    expectNear(p, 0.0793941401873582);
    expectNear(ci95?.[0], -3.36548323071171);
    expectNear(ci95?.[1], 0.20548323071171);
  });

  it('reproduces the screws of Wikipedia (t ≈ 1.959, df ≈ 7.031, p ≈ 0.09077)', () => {
    const { difference, t, df, p } = welchTest(screws.a, screws.b);
    expect(difference).toBeCloseTo(0.095, 12);
    expect(t).toBeCloseTo(1.959, 3);
    expect(df).toBeCloseTo(7.031, 3);
    expect(p).toBeCloseTo(0.09077, 5);
  });

  it('keeps the digits of a small p at an offset of 1e12 (exact rational arithmetic, mpmath)', () => {
    const far = (values: readonly number[]) => values.map((value) => value + 1e12);
    const { difference, t, df, p } = welchTest(
      far([21, 24, 22, 25, 23, 22, 24, 23, 21, 25]),
      far([11, 14, 12, 15, 13, 12, 14, 13, 11, 16]),
    );
    expectNear(difference, 9.9);
    expectNear(t, 14.016296592035358, 1e-14);
    expectNear(df, 17.788149135792786, 1e-14);
    expectNear(p, 4.73256254117336e-11, 1e-12);
  });

  it('has no test for a sample of one value', () => {
    expect(welchTest([5], [1, 2, 4])).toMatchObject({
      difference: 5 - 7 / 3,
      standardError: null,
      t: null,
      df: null,
      p: null,
      ci95: null,
      notes: ['tooFewValues'],
    });
  });

  it('has no test for two constant samples, whether their means differ or not', () => {
    for (const b of [
      [3, 3],
      [4, 4, 4],
    ]) {
      expect(welchTest([3, 3, 3], b)).toMatchObject({ t: null, df: null, notes: ['noSpread'] });
    }
  });

  it('tests a constant sample against one with spread, with the degrees of freedom of the latter', () => {
    const { t, df, notes } = welchTest([3, 3, 3], [1, 2, 4]);
    expect(df).toBeCloseTo(2, 14);
    expectNear(t, 2 / 3 / Math.sqrt(7 / 9));
    expect(notes).toEqual([]);
  });

  it('turns its sign with the samples and does not mind the unit or the origin', () => {
    fc.assert(
      fc.property(samples, fc.constantFrom(1e-200, 0.25, 1e200), ([a, b], unit) => {
        const plain = welchTest(a, b);
        if (plain.t === null) return;
        expectNear(welchTest(b, a).t, -plain.t);
        const scaled = (values: readonly number[]) => values.map((value) => value * unit);
        expectNear(welchTest(scaled(a), scaled(b)).t, plain.t, 1e-9);
        const moved = (values: readonly number[]) => values.map((value) => value + 1e12);
        expectNear(welchTest(moved(a), moved(b)).p, plain.p ?? 0, 1e-9);
        expect(plain.p).toBeGreaterThanOrEqual(0);
        expect(plain.p).toBeLessThanOrEqual(1);
        expect(plain.df).toBeGreaterThanOrEqual(Math.min(a.length, b.length) - 1 - 1e-9);
        expect(plain.df).toBeLessThanOrEqual(a.length + b.length - 2 + 1e-9);
      }),
    );
  });
});

describe("Student's t-test", () => {
  it('reproduces t.test(extra ~ group, data = sleep, var.equal = TRUE) of R 4.2.2', () => {
    const { t, df, p, ci95 } = studentTest(sleep.a, sleep.b);
    expectNear(t, -1.860813467486853);
    expect(df).toBe(18);
    expectNear(p, 0.0791867142159382);
    expectNear(ci95?.[0], -3.3638740322876);
    expectNear(ci95?.[1], 0.2038740322876);
  });

  it('reproduces the screws of Wikipedia (t ≈ 1.959, df = 10, p ≈ 0.07857)', () => {
    const { t, df, p } = studentTest(screws.a, screws.b);
    expect(t).toBeCloseTo(1.959, 3);
    expect(df).toBe(10);
    expect(p).toBeCloseTo(0.07857, 5);
  });

  it('tests one value against several (R 4.2.2, t.test(5, c(1, 2, 4), var.equal = TRUE))', () => {
    const { a, t, df, p, ci95, notes } = studentTest([5], [1, 2, 4]);
    expect(a).toEqual({ n: 1, mean: 5, standardDeviation: null });
    expectNear(t, 1.51185789203691);
    expect(df).toBe(2);
    expectNear(p, 0.269703256659778);
    expectNear(ci95?.[0], -4.92249940052685);
    expectNear(ci95?.[1], 10.2558327338602);
    expect(notes).toEqual(['oneValue']);
  });

  it('has no test for one value on each side, nor for a pooled variance of 0', () => {
    expect(studentTest([5], [3])).toMatchObject({ t: null, df: null, notes: ['tooFewValues'] });
    expect(studentTest([5], [3, 3])).toMatchObject({ t: null, df: 1, notes: ['noSpread'] });
  });
});

describe('paired t-test', () => {
  it('reproduces t.test(a, b, paired = TRUE) of R 4.2.2 for sleep', () => {
    const { difference, t, df, p, ci95 } = pairedTest(sleep.a, sleep.b);
    expectNear(difference, -1.58);
    expectNear(t, -4.06212768338204);
    expect(df).toBe(9);
    expectNear(p, 0.00283289019738427);
    expectNear(ci95?.[0], -2.45988576327698);
    expectNear(ci95?.[1], -0.700114236723018);
  });

  it('has no test for one pair', () => {
    expect(pairedTest([5], [3])).toMatchObject({
      difference: 2,
      standardDeviation: null,
      t: null,
      df: null,
      notes: ['tooFewValues'],
    });
  });

  it('has no test where every pair differs by the same, be it by decimal fractions', () => {
    expect(pairedTest([5, 6, 7], [3, 4, 5])).toMatchObject({ t: null, df: 2, notes: ['noSpread'] });
    expect(pairedTest([1.1, 2.2, 3.3], [1, 2.1, 3.2])).toMatchObject({
      t: null,
      p: null,
      standardDeviation: 0,
      notes: ['noSpread'],
    });
  });

  it('takes whole numbers at their word, however large', () => {
    const { t } = pairedTest([4e15 + 1, 4e15 + 3, 4e15 + 2], [4e15, 4e15 + 1, 4e15 + 1]);
    expectNear(t, 4);
  });

  it('is the one-sample test of the differences, whatever is added to both sides', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })), {
          minLength: 2,
          maxLength: 20,
        }),
        (pairs) => {
          const near = pairedTest(
            pairs.map(([a]) => a),
            pairs.map(([, b]) => b),
          );
          const far = pairedTest(
            pairs.map(([a], i) => a + 1e12 * (i % 3)),
            pairs.map(([, b], i) => b + 1e12 * (i % 3)),
          );
          expect(far.t).toBe(near.t);
          expect(far.ci95).toEqual(near.ci95);
        },
      ),
    );
  });

  it('refuses samples of different lengths and empty ones', () => {
    expect(() => pairedTest([1, 2], [1])).toThrow('calculation.sizeMismatch');
    expect(() => welchTest([], [1])).toThrow('calculation.tooFew');
  });
});

describe('t-tests on the command line', () => {
  it.each([
    ['welch', { a: [1, 2] }, 'calc.missingField', 'b'],
    ['welch', { a: [], b: [1] }, 'calc.emptySample', 'a'],
    ['student-t', { a: [1], b: [] }, 'calc.emptySample', 'b'],
    ['student-t', { a: [1, Number.NaN], b: [1] }, 'calc.notFinite', 'a[1]'],
    ['welch', { a: [1, null], b: [1] }, 'calc.wrongType', 'a[1]'],
    ['paired-t', { a: [1, 2], b: [1] }, 'calc.sizeMismatch', 'b'],
    ['paired-t', { a: [1], b: [1], c: [1] }, 'calc.unknownField', 'c'],
    ['welch', { a: [1e308, -1e308], b: [1, 2] }, 'calc.tooLarge', ''],
  ])('%s refuses %j', (method, json, code, path) => {
    expect(runCalc(method, json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('say in words why there is no test', () => {
    expect(runCalc('welch', { a: [1], b: [1, 2] })).toMatchObject({
      output: { t: null, notes: [expect.stringContaining('one value has no variance')] },
    });
    expect(runCalc('paired-t', { a: [2, 3], b: [1, 2] })).toMatchObject({
      output: { df: 1, notes: [expect.stringMatching(/^t, p and ci95 are null: every pair/)] },
    });
  });

  it('take a million values at an offset of 1e12', () => {
    const a = Array.from({ length: 1_000_000 }, (_, i) => 1e12 + (i % 10));
    const b = a.map((value) => value - 1);
    const result = runCalc('student-t', { a, b });
    // Σ (x − x̄)² = 8.25·n on both sides, so that t = 1 ÷ √(2·8.25 ÷ (n − 1)).
    expectNear(
      result.ok ? (result.output as { t?: number }).t : null,
      Math.sqrt(999_999 / 16.5),
      1e-12,
    );
  });
});
