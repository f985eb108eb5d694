import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { chiSquareTest } from '../../core/domain/statistics/chi-square.ts';
import { expectNear } from '../support/near.ts';

const tables = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([r, c]) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: c, maxLength: c }), {
      minLength: r,
      maxLength: r,
    }),
  );

describe('chi-square test of independence', () => {
  it('reproduces gender and party of Agresti (2007, p. 39: 30.1, df 2; R 4.2.2 for the digits)', () => {
    const { chiSquare, df, p, expected, n } = chiSquareTest([
      [762, 327, 468],
      [484, 239, 477],
    ]);
    expectNear(chiSquare, 30.070149095754672);
    expect([df, n]).toEqual([2, 2757]);
    expectNear(p, 2.9535891832117569e-7);
    expectNear(expected[0]?.[0], 703.67138193688788);
    expectNear(expected[1]?.[2], 411.31664853101199);
  });

  it('reproduces hair and eye colour of Snee (1974: 138.29, df 9; R 4.2.2 for the digits)', () => {
    const { chiSquare, df, p } = chiSquareTest([
      [68, 20, 15, 5],
      [119, 84, 54, 29],
      [26, 17, 14, 14],
      [7, 94, 10, 16],
    ]);
    expectNear(chiSquare, 138.28984162600827);
    expect(df).toBe(9);
    expectNear(p, 2.325286787098808e-25, 1e-9);
  });

  it('corrects nothing for continuity, even in a table of two by two', () => {
    const { chiSquare, p } = chiSquareTest([
      [60, 15],
      [20, 55],
    ]);
    expectNear(chiSquare, 300 / 7);
    expectNear(p, 5.888668049571948e-11);
  });

  it('warns of small expected counts (job satisfaction, Agresti 2002, p. 57; R 4.2.2)', () => {
    const { chiSquare, p, notes } = chiSquareTest([
      [1, 3, 10, 6],
      [2, 3, 10, 7],
      [1, 6, 14, 12],
      [0, 1, 9, 11],
    ]);
    expectNear(chiSquare, 5.965514588770403);
    expectNear(p, 0.7433647250525508);
    expect(notes).toEqual(['smallExpected']);
  });

  it('keeps the digits of counts around 1e12 that differ by 1 (exact rational arithmetic)', () => {
    const { chiSquare } = chiSquareTest([
      [1e12 + 1, 1e12],
      [1e12, 1e12 + 2],
    ]);
    expectNear(chiSquare, 2.249999999997938e-12, 1e-14);
  });

  it('expects nothing of an empty row or column, and has no statistic then', () => {
    const result = chiSquareTest([
      [3, 0],
      [5, 0],
    ]);
    expect(result).toMatchObject({ chiSquare: null, p: null, df: 1, notes: ['emptyLine'] });
    expect(result.expected).toEqual([
      [3, 0],
      [5, 0],
    ]);
    expect(result.contributions).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it('has no p for a single row or column', () => {
    for (const table of [[[3, 4, 5]], [[3], [4]], [[7]]]) {
      expect(chiSquareTest(table)).toMatchObject({
        chiSquare: 0,
        df: 0,
        p: null,
        notes: ['oneLine'],
      });
    }
  });

  it('is the same for the transposed table, and as many times larger as the counts are', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 2, max: 1_000_000_000 }), (table, times) => {
        const { chiSquare, expected } = chiSquareTest(table);
        const transposed = (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0));
        expect(chiSquareTest(transposed).chiSquare).toBeCloseTo(chiSquare ?? 0, 10);
        const larger = chiSquareTest(table.map((row) => row.map((count) => count * times)));
        expect((larger.chiSquare ?? 0) / times).toBeCloseTo(chiSquare ?? 0, 10);
        for (const [i, row] of expected.entries()) {
          const sum = row.reduce((total, count) => total + count, 0);
          expect(sum).toBeCloseTo(table[i]?.reduce((total, count) => total + count, 0) ?? 0, 9);
        }
      }),
    );
  });

  it.each([
    [{ table: [] }, 'calc.emptySample', 'table'],
    [{ table: [[]] }, 'calc.emptySample', 'table[0]'],
    [{ table: [[1, 2], [3]] }, 'calc.raggedMatrix', 'table[1]'],
    [{ table: [[0, 0]] }, 'calc.emptySample', 'table'],
    [{ table: [[1, -2]] }, 'calc.outOfRange', 'table[0][1]'],
    [{ table: [[1, Number.NaN]] }, 'calc.notFinite', 'table[0][1]'],
    [{ table: [[9e15, 9e15]] }, 'calc.outOfRange', 'table'],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('chi-square', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('refuses a count that is not whole', () => {
    expect(runCalc('chi-square', { table: [[1.5, 2]] })).toMatchObject({
      ok: false,
      error: { code: 'calc.wrongType', path: 'table[0][0]' },
    });
  });

  it('refuses as a domain function what its schema would have refused', () => {
    expect(() => chiSquareTest([])).toThrow('calculation.tooFew');
    expect(() => chiSquareTest([[1], [1, 2]])).toThrow('calculation.raggedMatrix');
    expect(() => chiSquareTest([[0.5]])).toThrow('calculation.outOfRange');
    expect(() => chiSquareTest([[9e15, 9e15]])).toThrow('calculation.outOfRange');
  });
});
