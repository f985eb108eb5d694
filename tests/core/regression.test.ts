import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regressionCalc } from '../../core/calc/methods/regression.calc.ts';
import type { AppError } from '../../core/contract/app-error.ts';
import {
  linearRegression,
  type RegressionResult,
} from '../../core/domain/regression/linear-regression.ts';
import { centreColumn } from '../../core/numerics/centred-column.ts';
import { modelsExamples } from '../support/calc-examples/models.ts';
import { attitude } from '../support/classic-data.ts';
import { filip, longley, norris } from '../support/nist-regressions.ts';

function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN));
}

/** The first column explained by the others. */
function firstByOthers(rows: readonly (readonly number[])[]): RegressionResult {
  const [y = [], ...columns] = columnsOf(rows);
  return linearRegression(y, columns);
}

function expectDigits(actual: number | null | undefined, wanted: number, digits: number): void {
  expect(Math.abs((actual ?? Number.NaN) / wanted - 1)).toBeLessThan(10 ** -digits);
}

describe('linear regression', () => {
  it('reproduces the certified values of Longley to 12 digits', () => {
    const fit = firstByOthers(longley.rows);
    expectDigits(fit.intercept, longley.intercept[0], 12);
    expectDigits(fit.interceptStandardError, longley.intercept[1], 12);
    for (const [j, slope] of longley.coefficients.entries()) {
      expectDigits(fit.coefficients[j], slope, 12);
      expectDigits(fit.standardErrors[j], longley.standardErrors[j] ?? 0, 12);
    }
    expectDigits(fit.residualStandardError, longley.residualStandardDeviation, 12);
    expectDigits(fit.rSquared, longley.rSquared, 12);
    expectDigits(fit.f, longley.f, 12);
    expect(fit).toMatchObject({ df: 9, n: 16, rank: 6, notes: [] });
  });

  it('reproduces the certified values of Norris to 11 digits', () => {
    const fit = linearRegression(norris.y, [norris.x]);
    expectDigits(fit.intercept, norris.intercept[0], 11);
    expectDigits(fit.interceptStandardError, norris.intercept[1], 12);
    expectDigits(fit.coefficients[0], norris.slope[0], 12);
    expectDigits(fit.standardErrors[0], norris.slope[1], 12);
    expectDigits(fit.residualStandardError, norris.residualStandardDeviation, 12);
    expectDigits(fit.rSquared, norris.rSquared, 12);
    expectDigits(fit.f, norris.f, 11);
  });

  it('reproduces the certified values of Filip to 7 digits, where many programs give up', () => {
    const power = (x: number, exponent: number): number =>
      exponent === 0 ? 1 : x * power(x, exponent - 1);
    const powers = Array.from({ length: 10 }, (_, e) => filip.x.map((x) => power(x, e + 1)));
    const fit = linearRegression(filip.y, powers);
    for (const [j, slope] of filip.coefficients.entries()) {
      expectDigits(fit.coefficients[j], slope, 7);
    }
    expectDigits(fit.rSquared, filip.rSquared, 10);
    expectDigits(fit.residualStandardError, filip.residualStandardDeviation, 8);
  });

  it('finds the polynomial of Wampler1 again, and a perfect fit: nothing is left to test', () => {
    const x = Array.from({ length: 21 }, (_, i) => i);
    const y = x.map((v) => 1 + v + v ** 2 + v ** 3 + v ** 4 + v ** 5);
    const fit = linearRegression(
      y,
      [1, 2, 3, 4, 5].map((e) => x.map((v) => v ** e)),
    );
    for (const slope of [fit.intercept, ...fit.coefficients]) expectDigits(slope, 1, 9);
    expect(fit).toMatchObject({
      rSquared: 1,
      residualStandardError: 0,
      standardErrors: [0, 0, 0, 0, 0],
      p: [null, null, null, null, null],
      f: null,
      notes: [{ reason: 'perfectFit' }],
    });
  });

  it('agrees with R on the attitude data (R 4.2.2, summary(lm(rating ~ ., attitude)))', () => {
    const fit = firstByOthers(attitude);
    const figures: [number | null | undefined, number][] = [
      [fit.intercept, 10.787076385709765],
      [fit.coefficients[0], 0.6131876078096987],
      [fit.coefficients[5], -0.21705668158650118],
      [fit.interceptStandardError, 11.589257244488204],
      [fit.standardErrors[0], 0.16098311489130412],
      [fit.standardErrors[5], 0.17820947107045385],
      [fit.p[0], 0.0009028678840121073],
      [fit.p[2], 0.06992534594888844],
      [fit.p[5], 0.23557704862894288],
      [fit.interceptP, 0.3616337210461046],
      [fit.rSquared, 0.7326019925311494],
      [fit.adjustedRSquared, 0.6628459905827536],
      [fit.f, 10.502350651820823],
      [fit.fP, 1.24041205578e-5],
    ];
    for (const [actual, wanted] of figures) expectDigits(actual, wanted, 11);
  });

  it('keeps every digit of the slopes when all numbers are moved by 1e12', () => {
    const plain = firstByOthers(attitude);
    const moved = firstByOthers(attitude.map((row) => row.map((value) => value + 1e12)));
    for (const [j, slope] of plain.coefficients.entries()) {
      expectDigits(moved.coefficients[j], slope ?? 0, 12);
      expectDigits(moved.standardErrors[j], plain.standardErrors[j] ?? 0, 12);
    }
    expectDigits(moved.rSquared, plain.rSquared ?? 0, 12);
  });

  it('fits numbers near both ends of what a double can hold', () => {
    const y = [1, 2, 4, 3].map((value) => value * 1e300);
    const fit = linearRegression(y, [[1, 2, 3, 4].map((value) => value * 1e-5)]);
    expectDigits(fit.coefficients[0], 0.8e305, 12);
    expectDigits(fit.rSquared, 0.64, 12);
    const tiny = linearRegression(
      [1, 2, 4, 3].map((value) => value * 1e-300),
      [[1, 2, 3, 4]],
    );
    expectDigits(tiny.coefficients[0], 0.8e-300, 12);
    expectDigits(tiny.p[0], 0.2, 10);
  });

  it('leaves out a column that others before it make up, as R does', () => {
    const rows = attitude.map(([rating = 0, complaints = 0, privileges = 0]) => [
      rating,
      complaints,
      privileges,
      complaints + 2 * privileges - 7,
    ]);
    const fit = firstByOthers(rows);
    const without = firstByOthers(rows.map((row) => row.slice(0, 3)));
    expect(fit.coefficients[2]).toBeNull();
    expect(fit.p[2]).toBeNull();
    expect(fit.coefficients.slice(0, 2)).toEqual(without.coefficients);
    expect(fit.notes).toEqual([{ reason: 'combination', column: 2 }]);
  });

  it('leaves out a constant column, even one whose values differ in their rounding', () => {
    const fit = linearRegression(
      [1, 3, 2, 5],
      [
        [0.3, 0.1 + 0.2, 0.3, 0.3],
        [1, 2, 3, 4],
      ],
    );
    expect(fit.coefficients[0]).toBeNull();
    expectDigits(fit.coefficients[1], 1.1, 12);
    expect(fit.notes).toEqual([{ reason: 'constantColumn', column: 0 }]);
  });

  it('has no R² for a constant y', () => {
    expect(linearRegression([0.1, 0.1, 0.1], [[1, 2, 4]])).toMatchObject({
      intercept: 0.1,
      coefficients: [0],
      rSquared: null,
      adjustedRSquared: null,
      f: null,
      notes: [{ reason: 'constantResponse' }, { reason: 'perfectFit' }],
    });
  });

  it('has no standard errors when no degree of freedom is left', () => {
    const fit = linearRegression([1, 4], [[1, 2]]);
    expect(fit.coefficients[0]).toBeCloseTo(3, 12);
    expect(fit).toMatchObject({
      df: 0,
      rSquared: 1,
      adjustedRSquared: null,
      standardErrors: [null],
      p: [null],
      residualStandardError: null,
      notes: [{ reason: 'noResidualDf' }],
    });
  });

  it('fits what it can when there are more columns than rows', () => {
    const fit = linearRegression(
      [1, 4, 2],
      [
        [1, 2, 3],
        [1, 4, 9],
        [1, 8, 27],
      ],
    );
    expect(fit.rank).toBe(2);
    expect(fit.notes.map(({ reason }) => reason)).toEqual(['combination', 'noResidualDf']);
  });

  it('is the mean of y for one row', () => {
    expect(linearRegression([7], [[3]])).toMatchObject({
      intercept: 7,
      coefficients: [null],
      rSquared: null,
      df: 0,
    });
  });

  it('takes a million rows', () => {
    const n = 1_000_000;
    const columns = [1.3, 2.7, 5.1].map((pace) =>
      Float64Array.from({ length: n }, (_, i) => 1e6 + Math.sin(i * pace)),
    );
    const y = Float64Array.from(
      { length: n },
      (_, i) => 2 + 3 * Math.sin(i * 1.3) - Math.sin(i * 5.1) + Math.cos(i * 17.1),
    );
    const fit = linearRegression(y, columns);
    expect(fit.coefficients[0]).toBeCloseTo(3, 4);
    expect(fit.coefficients[2]).toBeCloseTo(-1, 4);
  });

  it.each([
    [[], [[]], 'calculation.tooFew', 'y'],
    [[1, 2], [[1]], 'calculation.sizeMismatch', 'x'],
  ])('refuses y %j and x %j', (y, columns, code, path) => {
    expect(() => linearRegression(y, columns)).toThrow(
      expect.objectContaining({ code, path }) as AppError,
    );
  });

  const cell = fc.integer({ min: -50, max: 50 });
  const rows = fc
    .tuple(fc.integer({ min: 6, max: 25 }), fc.integer({ min: 1, max: 4 }))
    .chain(([n, k]) =>
      fc.array(fc.array(cell, { minLength: k + 1, maxLength: k + 1 }), {
        minLength: n,
        maxLength: n,
      }),
    );

  it('leaves residuals at right angles to every column and to the intercept', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        const fit = firstByOthers(sample);
        const residuals = sample.map(
          ([y = 0, ...x]) =>
            x.reduce((rest, value, j) => rest - value * (fit.coefficients[j] ?? 0), y) -
            (fit.intercept ?? 0),
        );
        for (const column of [residuals.map(() => 1), ...columnsOf(sample).slice(1)]) {
          const along = residuals.reduce((sum, rest, i) => sum + rest * (column[i] ?? 0), 0);
          expect(Math.abs(along)).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('explains no less with one more column, and a share between 0 and 1', () => {
    fc.assert(
      fc.property(rows, (sample) => {
        const all = firstByOthers(sample).rSquared;
        const fewer = firstByOthers(sample.map((row) => row.slice(0, -1))).rSquared;
        if (all === null || fewer === null) return;
        expect(all).toBeGreaterThanOrEqual(fewer - 1e-12);
        expect(all).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a centred column', () => {
  it('has deviations that sum to 0 even under an offset of 1e12', () => {
    const { deviations, exponent } = centreColumn([1, 2, 4].map((value) => value + 1e12));
    const sum = deviations.reduce((total, value) => total + value, 0);
    expect(Math.abs(sum * 2 ** exponent)).toBeLessThan(1e-15);
  });

  it('scales by a power of two, from the smallest double to the largest', () => {
    for (const size of [5e-324, 1e-310, 1, 1e300, Number.MAX_VALUE]) {
      const { largest, varies } = centreColumn([size, 0]);
      expect(largest).toBeGreaterThanOrEqual(0.5);
      expect(largest).toBeLessThan(1);
      expect(varies).toBe(true);
    }
  });
});

function faultOf(json: unknown) {
  const result = regressionCalc.calculate(json);
  return result.ok ? null : { code: result.error.code, path: result.error.path };
}

describe('calc regression', () => {
  it('leaves out incomplete rows on request, and counts them', () => {
    const complete = regressionCalc.calculate({
      y: [1, 3, 2, 5],
      x: [[1], [2], [3], [4]],
    });
    const gaps = regressionCalc.calculate({
      y: [1, null, 3, 2, 5, 9],
      x: [[1], [7], [2], [3], [4], [null]],
      missing: 'complete-cases',
    });
    if (!complete.ok || !gaps.ok) throw new Error('refused');
    expect(gaps.output).toEqual({ ...complete.output, excluded: 2 });
    expect(complete.output).toMatchObject({ excluded: 0, n: 4 });
  });

  it('says which column it could not tell apart', () => {
    const result = regressionCalc.calculate({
      y: [1, 3, 2, 5],
      x: [
        [1, 3, 2],
        [2, 3, 4],
        [3, 3, 6],
        [4, 3, 8],
      ],
    });
    expect(result).toMatchObject({
      ok: true,
      output: {
        coefficients: [expect.closeTo(1.1, 9), null, null],
        notes: [
          expect.stringContaining('coefficients[1] is null'),
          expect.stringContaining('coefficients[2] is null'),
        ],
      },
    });
  });

  it.each([
    [{}, 'calc.missingField', 'y'],
    [{ y: [], x: [] }, 'calc.emptySample', 'y'],
    [{ y: [1], x: [[]] }, 'calc.emptySample', 'x[0]'],
    [{ y: [1, 2], x: [[1]] }, 'calc.sizeMismatch', 'x'],
    [{ y: [1, 2], x: [[1, 2], [1]] }, 'calc.raggedMatrix', 'x[1]'],
    [{ y: [1, null], x: [[1], [2]] }, 'calc.missingValue', 'y[1]'],
    [{ y: [1, 2], x: [[1], [null]] }, 'calc.missingValue', 'x[1][0]'],
    [{ y: [1, null], x: [[null], [2]], missing: 'complete-cases' }, 'calc.emptySample', 'x'],
    [{ y: [1, 2], x: [[1], [1 / 0]] }, 'calc.notFinite', 'x[1][0]'],
    [{ y: [1, 2], x: [[1], ['2']] }, 'calc.wrongType', 'x[1][0]'],
    [{ y: [1, 2], x: [[1], [2]], missing: 'drop' }, 'calc.unknownValue', 'missing'],
    [{ y: [1, 2], x: [[1], [2]], w: [1] }, 'calc.unknownField', 'w'],
    [{ y: [1e308, -1e308, 1], x: [[1e-10], [2e-10], [4e-10]] }, 'calc.tooLarge', ''],
  ])('refuses %j', (json, code, path) => {
    expect(faultOf(json)).toEqual({ code, path });
  });

  it('counts the rows it left out in its derivation', () => {
    expect(regressionCalc.calculate(modelsExamples.regression, { explain: true })).toMatchObject({
      output: { explanation: { exclusions: [{ reason: 'incomplete', count: 1 }] } },
    });
  });
});
