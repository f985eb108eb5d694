import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { analyseKano, countKano, type KanoCounts } from '../../core/domain/kano/kano.ts';

const counts = (M: number, O: number, A: number, I: number, R: number, Q: number): KanoCounts => ({
  M,
  O,
  A,
  I,
  R,
  Q,
});

/** A question and its opposite, all 25 pairs of answers. */
const allPairs = [1, 2, 3, 4, 5].flatMap((functional) =>
  [1, 2, 3, 4, 5].map((dysfunctional) => ({ functional, dysfunctional })),
);

describe('kano', () => {
  /*
   * W. Peter, R package stp25kano, README (2024), table of a survey of 296 customers: counts, total and
   * category strength in %, CS plus, CS minus, Fong difference and critical value, significant.
   */
  it.each([
    ['Service app', counts(95, 123, 45, 33, 0, 0), 'O', 89, 9, 0.568, -0.736, 28, 19.4, true],
    ['Excellent service', counts(101, 54, 54, 81, 3, 3), 'M', 71, 7, 0.372, -0.534, 20, 18.5, true],
    ['Hotline', counts(15, 24, 121, 124, 6, 6), 'I', 54, 1, 0.511, -0.137, 3, 19.8, false],
    ['Loan machine', counts(65, 87, 93, 51, 0, 0), 'A', 83, 2, 0.608, -0.514, 6, 18.5, false],
    [
      'Ready-to-use return',
      counts(9, 18, 83, 177, 6, 3),
      'I',
      37,
      32,
      0.352,
      -0.094,
      94,
      19.9,
      true,
    ],
  ] as const)(
    'reproduces the published row "%s"',
    (_, given, category, total, lead, better, worse, difference, critical, significant) => {
      const result = analyseKano(given);
      expect(result.n).toBe(296);
      expect(result.category).toBe(category);
      expect(Math.round(result.totalStrength * 100)).toBe(total);
      expect(Math.round(result.categoryStrength * 100)).toBe(lead);
      expect(result.better).toBeCloseTo(better, 3);
      expect(result.worse).toBeCloseTo(worse, 3);
      expect(result.fong.difference).toBe(difference);
      expect(result.fong.critical).toBeCloseTo(critical, 1);
      expect(result.fong.significant).toBe(significant);
    },
  );

  it('reads all 25 pairs of answers as the evaluation table of Berger et al. (1993) does', () => {
    const table = ['QAAAO', 'RIIIM', 'RIIIM', 'RIIIM', 'RRRRQ'].join('');
    for (const [k, pair] of allPairs.entries()) {
      expect(Object.entries(countKano([pair])).find(([, count]) => count === 1)?.[0]).toBe(
        table[k],
      );
    }
    expect(countKano(allPairs)).toEqual(counts(3, 1, 3, 9, 7, 2));
  });

  it('breaks ties by M > O > A > I > R > Q', () => {
    expect(analyseKano(counts(0, 5, 5, 5, 5, 5)).category).toBe('O');
    expect(analyseKano(counts(5, 5, 0, 0, 0, 0)).category).toBe('M');
    expect(analyseKano(counts(0, 0, 0, 2, 2, 2)).category).toBe('I');
    expect(analyseKano(counts(0, 0, 0, 0, 2, 2)).category).toBe('R');
    expect(analyseKano(counts(3, 3, 0, 0, 0, 0))).toMatchObject({
      categoryStrength: 0,
      fong: { difference: 0, significant: false },
    });
  });

  it('has no coefficients when everybody wants the opposite, and says why', () => {
    expect(runCalc('kano', { counts: counts(0, 0, 0, 0, 4, 1) })).toMatchObject({
      ok: true,
      output: {
        n: 5,
        category: 'R',
        better: null,
        worse: null,
        totalStrength: 0,
        notes: [expect.stringContaining('better and worse are null')],
      },
    });
  });

  it('answers worse with a plain 0 when nobody would miss the feature', () => {
    expect(Object.is(analyseKano(counts(0, 0, 4, 1, 0, 0)).worse, 0)).toBe(true);
  });

  it('takes one answer for what it is', () => {
    const { n, fong } = analyseKano(counts(0, 0, 1, 0, 0, 0));
    expect(n).toBe(1);
    expect(fong.critical).toBeCloseTo(1.65 * Math.sqrt(1 / 2), 14);
    expect(fong.significant).toBe(false);
  });

  it('counts answers and finds the same as from their counts', () => {
    const fromAnswers = runCalc('kano', { responses: allPairs });
    expect(fromAnswers).toEqual(runCalc('kano', { counts: counts(3, 1, 3, 9, 7, 2) }));
  });

  const like = { functional: 1, dysfunctional: 5 };
  it.each([
    [{}, 'calc.missingField', 'responses'],
    [{ responses: [like], counts: counts(1, 0, 0, 0, 0, 0) }, 'calc.ambiguousInput', 'counts'],
    [{ responses: [] }, 'calc.emptySample', 'responses'],
    [{ counts: counts(0, 0, 0, 0, 0, 0) }, 'calc.emptySample', 'counts'],
    [{ counts: { M: 1 } }, 'calc.missingField', 'counts.O'],
    [{ counts: { ...counts(1, 0, 0, 0, 0, 0), X: 2 } }, 'calc.unknownField', 'counts.X'],
    [{ counts: counts(1, 0, 0, 0, -1, 0) }, 'calc.outOfRange', 'counts.R'],
    [{ counts: counts(1.5, 0, 0, 0, 0, 0) }, 'calc.wrongType', 'counts.M'],
    [
      { responses: [like, { functional: 6, dysfunctional: 1 }] },
      'calc.outOfRange',
      'responses[1].functional',
    ],
    [
      { responses: [{ functional: 1, dysfunctional: 0 }] },
      'calc.outOfRange',
      'responses[0].dysfunctional',
    ],
    [
      { responses: [{ functional: 1, dysfunctional: null }] },
      'calc.wrongType',
      'responses[0].dysfunctional',
    ],
    [
      { responses: [{ functional: Number.NaN, dysfunctional: 1 }] },
      'calc.notFinite',
      'responses[0].functional',
    ],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('kano', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('keeps coefficients and strengths within their ranges and free of the order of answers', () => {
    const pair = fc.constantFrom(...allPairs);
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 60 }), (responses) => {
        const result = analyseKano(countKano(responses));
        expect(result).toEqual(analyseKano(countKano(responses.toReversed())));
        expect(result.n).toBe(responses.length);
        expect(result.better ?? 0).toBeGreaterThanOrEqual(0);
        expect(result.better ?? 0).toBeLessThanOrEqual(1);
        expect(result.worse ?? 0).toBeGreaterThanOrEqual(-1);
        expect(result.worse ?? 0).toBeLessThanOrEqual(0);
        expect(result.categoryStrength).toBeCloseTo(result.fong.difference / result.n, 14);
      }),
    );
  });
});
