import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driversCalc } from '../../core/calc/methods/drivers.calc.ts';
import type { AppError } from '../../core/contract/app-error.ts';
import { type DriverMethod, keyDrivers } from '../../core/domain/drivers/key-drivers.ts';
import { linearRegression } from '../../core/domain/regression/linear-regression.ts';
import { answerFaults } from '../support/calc-answer-faults.ts';
import { modelsExamples } from '../support/calc-examples/models.ts';
import { attitude, swiss } from '../support/classic-data.ts';

const methods: DriverMethod[] = ['shapley', 'johnson'];

function columnsOf(rows: readonly (readonly number[])[]): number[][] {
  return (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN));
}

/** The first column explained by the others. */
function driversOf(rows: readonly (readonly number[])[], method: DriverMethod) {
  const [y = [], ...columns] = columnsOf(rows);
  return keyDrivers(y, columns, method);
}

function expectAll(
  actual: readonly (number | null)[],
  wanted: readonly (number | null)[],
  digits = 10,
): void {
  expect(actual).toHaveLength(wanted.length);
  for (const [j, value] of wanted.entries()) expect(actual[j]).toBeCloseTo(value ?? 0, digits);
}

const total = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** LMG by its definition: all k! orders, one regression per step. */
function byAllOrders(rows: readonly (readonly number[])[]): number[] {
  const [y = [], ...columns] = columnsOf(rows);
  const shareOf = (chosen: readonly number[]) =>
    linearRegression(
      y,
      chosen.map((j) => columns[j] ?? []),
    ).rSquared ?? 0;
  const gains = columns.map(() => 0);
  let orders = 0;
  const enter = (chosen: readonly number[], before: number): void => {
    if (chosen.length === columns.length) orders += 1;
    for (const j of columns.keys()) {
      if (chosen.includes(j)) continue;
      const after = shareOf([...chosen, j]);
      const paths = factorial(columns.length - chosen.length - 1);
      gains[j] = (gains[j] ?? 0) + (after - before) * paths;
      enter([...chosen, j], after);
    }
  };
  enter([], 0);
  return gains.map((gain) => gain / orders);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

describe('shapley importance', () => {
  it('shares out R² of the attitude data as brute force in R 4.2.2 does', () => {
    const { rSquared, importance } = driversOf(attitude, 'shapley');
    expect(rSquared).toBeCloseTo(0.7326019925311494, 12);
    expectAll(
      importance,
      [
        0.37081619431932883, 0.050903792971544445, 0.1557659901691414, 0.12034507940362667,
        0.006588722545860889, 0.028182213121647093,
      ],
    );
  });

  it('shares out R² of the swiss data (R package relaimpo prints 0.057 0.171 0.260 0.106 0.113)', () => {
    const { rSquared, importance } = driversOf(swiss, 'shapley');
    expect(rSquared).toBeCloseTo(0.7067350015927255, 12);
    expectAll(
      importance,
      [
        0.05709122076809128, 0.17117302890023414, 0.26013467862438444, 0.10557015037349354,
        0.11276592292652207,
      ],
    );
  });

  it('is the average over all orders, by its definition', () => {
    const rows = attitude.map((row) => row.slice(0, 5));
    expectAll(driversOf(rows, 'shapley').importance, byAllOrders(rows));
  });

  it('is the squared correlation for a predictor that nothing else is related to', () => {
    const rows = [
      [1, 1, 1],
      [5, 1, -1],
      [2, -1, 1],
      [9, -1, -1],
    ];
    const [y = [], a = [], b = []] = columnsOf(rows);
    expectAll(driversOf(rows, 'shapley').importance, [
      linearRegression(y, [a]).rSquared,
      linearRegression(y, [b]).rSquared,
    ]);
  });

  it('takes twenty predictors', () => {
    const wave = (pace: number) =>
      Float64Array.from({ length: 200 }, (_, i) => Math.sin(i * pace) + Math.sin(i));
    const columns = Array.from({ length: 20 }, (_, j) => wave(j + 1.3));
    const y = wave(1.31).map((value, i) => value + Math.cos(i * 17.1));
    const { rSquared, importance } = keyDrivers(y, columns, 'shapley');
    expect(total(importance)).toBeCloseTo(rSquared ?? 0, 12);
  });
});

describe('relative weights', () => {
  it('reproduce Johnson on the attitude data (R 4.2.2, from eigen() of the correlations)', () => {
    expectAll(
      driversOf(attitude, 'johnson').importance,
      [
        0.36276019965813083, 0.056002278778853685, 0.16361091075053377, 0.12178039968821702,
        0.008255466496437939, 0.020192737158975793,
      ],
    );
  });

  it('reproduce Johnson on the swiss data (R 4.2.2, from eigen() of the correlations)', () => {
    expectAll(
      driversOf(swiss, 'johnson').importance,
      [
        0.04841689581190065, 0.15470824980616, 0.271964104645999, 0.11468002994756152,
        0.11696572138110456,
      ],
    );
  });
});

describe.each(methods)('drivers by %s', (method) => {
  it('share a twin fairly: two equal columns have equal importance', () => {
    const rows = attitude.map(([rating = 0, complaints = 0, privileges = 0]) => [
      rating,
      complaints,
      complaints,
      privileges,
    ]);
    const { rSquared, importance, share } = driversOf(rows, method);
    expect(importance[0]).toBeCloseTo(importance[1] ?? 0, 10);
    expect(rSquared).toBeCloseTo(
      driversOf(
        rows.map((row) => [row[0] ?? 0, row[1] ?? 0, row[3] ?? 0]),
        method,
      ).rSquared ?? 0,
      10,
    );
    expect(total(share)).toBeCloseTo(1, 12);
  });

  it('give a constant predictor nothing, and say so', () => {
    const rows = attitude.map(([rating = 0, complaints = 0]) => [rating, 4, complaints]);
    const { importance, share, notes, rSquared } = driversOf(rows, method);
    expect(importance[0]).toBe(0);
    expect(importance[1]).toBeCloseTo(rSquared ?? 0, 12);
    expect(share[1]).toBeCloseTo(1, 12);
    expect(notes).toEqual([{ reason: 'constantColumn', column: 0 }]);
  });

  it('have nothing to explain when y is constant', () => {
    expect(keyDrivers([3, 3, 3], [[1, 2, 4]], method)).toMatchObject({
      rSquared: null,
      importance: [null],
      share: [null],
      notes: [{ reason: 'constantResponse' }],
    });
  });

  it('have nothing to share out when R² is 0 on paper', () => {
    const result = keyDrivers([1.1, 1.2, 1.2, 1.1], [[0.1, 0.2, 0.1, 0.2].reverse()], method);
    expect(result).toMatchObject({ rSquared: 0, importance: [0], share: [null] });
    expect(result.notes).toEqual([{ reason: 'nothingExplained' }]);
  });

  it('warn that too few rows explain everything', () => {
    const result = keyDrivers(
      [1, 5, 2],
      [
        [1, 2, 3],
        [4, 1, 1],
      ],
      method,
    );
    expect(result.rSquared).toBeCloseTo(1, 12);
    expect(result.notes).toEqual([{ reason: 'saturated' }]);
  });

  it('do not depend on units or on an offset of 1e12', () => {
    const plain = driversOf(attitude, method);
    const moved = driversOf(
      attitude.map((row) => row.map((value, j) => (j % 2 === 0 ? value * 1e-200 : value + 1e12))),
      method,
    );
    expectAll(moved.importance, plain.importance);
  });

  it('refuse columns that are not as long as y', () => {
    expect(() => keyDrivers([1, 2], [[1]], method)).toThrow(
      expect.objectContaining({ code: 'calculation.sizeMismatch', path: 'x' }) as AppError,
    );
    expect(() => keyDrivers([], [], method)).toThrow(
      expect.objectContaining({ code: 'calculation.tooFew', path: 'y' }) as AppError,
    );
  });

  const likert = fc.integer({ min: 1, max: 5 });
  const survey = fc
    .tuple(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 1, max: 6 }))
    .chain(([n, k]) =>
      fc.array(fc.array(likert, { minLength: k + 1, maxLength: k + 1 }), {
        minLength: n,
        maxLength: n,
      }),
    );

  it('are never negative, sum to R² and their shares to 1', () => {
    fc.assert(
      fc.property(survey, (rows) => {
        const { rSquared, importance, share } = driversOf(rows, method);
        if (rSquared === null) return;
        expect(total(importance)).toBeCloseTo(rSquared, 10);
        for (const part of importance) expect(part).toBeGreaterThanOrEqual(0);
        const [y = [], ...columns] = columnsOf(rows);
        expect(rSquared).toBeCloseTo(linearRegression(y, columns).rSquared ?? 0, 10);
        if (rSquared > 0) expect(total(share)).toBeCloseTo(1, 10);
        else expect(share.every((part) => part === null)).toBe(true);
      }),
    );
  });

  it('follow their columns when these change places', () => {
    fc.assert(
      fc.property(survey, (rows) => {
        const plain = driversOf(rows, method);
        const turned = driversOf(
          rows.map(([y = 0, ...x]) => [y, ...x.reverse()]),
          method,
        );
        expectAll([...turned.importance].reverse(), plain.importance, 8);
      }),
    );
  });
});

function faultOf(json: unknown) {
  const result = driversCalc.calculate(json);
  return result.ok ? null : { code: result.error.code, path: result.error.path };
}

describe('calc drivers', () => {
  const wide = Array.from({ length: 21 }, (_, j) => j);

  it('refuses more than twenty predictors for shapley, not for johnson', () => {
    const y = [1, 2, 4];
    const x = [wide, wide.map((j) => j * j), wide.map((j) => j % 3)];
    expect(faultOf({ y, x, method: 'shapley' })).toEqual({
      code: 'calc.tooManyColumns',
      path: 'x[0]',
    });
    expect(driversCalc.calculate({ y, x, method: 'johnson' })).toMatchObject({ ok: true });
  });

  it('takes five hundred predictors for johnson, and no more', () => {
    const rows = (k: number) =>
      Array.from({ length: 8 }, (_, r) => Array.from({ length: k }, (_, j) => (r * (j + 3)) % 7));
    const y = [3, 1, 4, 1, 5, 9, 2, 6];
    const johnson = { y, x: rows(500), method: 'johnson' };
    const most = driversCalc.calculate(johnson, { explain: true });
    expect(answerFaults(most)).toEqual([]);
    expect(most.ok).toBe(true);
    expect(faultOf({ y, x: rows(501), method: 'johnson' })).toEqual({
      code: 'calc.tooManyColumns',
      path: 'x[0]',
    });
  });

  it('leaves out incomplete rows on request, and counts them', () => {
    const result = driversCalc.calculate({
      y: [1, 2, null, 4, 3],
      x: [[1], [2], [3], [4], [null]],
      missing: 'complete-cases',
      method: 'shapley',
    });
    expect(result).toMatchObject({ ok: true, output: { n: 3, excluded: 2 } });
  });

  it.each([
    [{ y: [1], x: [[1]] }, 'calc.missingField', 'method'],
    [{ y: [1], x: [[1]], method: 'lmg' }, 'calc.unknownValue', 'method'],
    [{ y: [1, 2], x: [[1], [null]], method: 'shapley' }, 'calc.missingValue', 'x[1][0]'],
    [{ y: [1, 2], x: [[1], [1, 2]], method: 'shapley' }, 'calc.raggedMatrix', 'x[1]'],
    [{ y: [], x: [], method: 'shapley' }, 'calc.emptySample', 'y'],
  ])('refuses %j', (json, code, path) => {
    expect(faultOf(json)).toEqual({ code, path });
  });

  it.each(methods)('derives every figure of its answer by %s', (method) => {
    const answer = driversCalc.calculate({ ...modelsExamples.drivers, method }, { explain: true });
    expect(answerFaults(answer)).toEqual([]);
    expect(answer).not.toHaveProperty('output.notes');
  });
});
