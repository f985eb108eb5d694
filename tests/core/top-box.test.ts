import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { topBoxShare } from '../../core/domain/box/top-box-share.ts';
import { wilsonInterval } from '../../core/domain/proportion/wilson.ts';

const none = Number.NaN;

function share(
  scores: readonly number[],
  top: number,
  weights: readonly number[] = scores.map(() => 1),
) {
  return topBoxShare(Float64Array.from(scores), Float64Array.from(weights), {
    scaleMin: 1,
    scaleMax: 7,
    top,
  });
}

describe('top boxes', () => {
  it('counts the answers from max − k + 1 up', () => {
    const scores = [7, 6, 6, 5, 1, none];
    expect(share(scores, 1)).toMatchObject({ n: 5, count: 1, share: 0.2 });
    expect(share(scores, 2)).toMatchObject({ n: 5, count: 3, share: 0.6 });
    expect(share(scores, 3)).toMatchObject({ n: 5, count: 4, share: 0.8 });
  });

  it("has Newcombe's interval for 15 of 148 (table I, method 3)", () => {
    const scores = [...new Array<number>(15).fill(7), ...new Array<number>(133).fill(4)];
    const { ci95 } = share(scores, 2);
    expect(ci95?.[0]).toBeCloseTo(0.0623863995307363, 12);
    expect(ci95?.[1]).toBeCloseTo(0.160487241723308, 12);
  });

  it('puts the effective size in the place of n when respondents weigh differently', () => {
    const result = share([7, 7, 2, 3, 6], 2, [1, 2, 3, 4, 0]);
    expect(result).toMatchObject({ n: 4, count: 2, share: 0.3 });
    expect(result.effectiveN).toBeCloseTo(100 / 30, 14);
    expect(result.ci95).toEqual(wilsonInterval(0.3, result.effectiveN).ci95);
  });

  it('ends at 1 when everybody is in the top boxes and at 0 when nobody is', () => {
    expect(share([7, 6], 2, [0.1, 0.2]).ci95?.[1]).toBe(1);
    expect(share([1, 2], 2, [0.1, 0.2]).ci95?.[0]).toBe(0);
  });

  it('is null when nobody answered', () => {
    expect(share([none, 7], 1, [1, 0])).toMatchObject({
      n: 0,
      count: 0,
      effectiveN: 0,
      share: null,
      ci95: null,
      notes: ['noAnswers'],
    });
  });

  it('refuses a scale without lower boxes, other answers and other lengths', () => {
    expect(() => share([7], 7)).toThrow('calculation.outOfRange');
    expect(() => share([8], 1)).toThrow('calculation.outOfRange');
    expect(() => share([7, 7], 1, [1])).toThrow('calculation.sizeMismatch');
  });

  it('grows with the number of boxes, and its interval holds it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 30 }),
        (scores) => {
          const shares = [1, 2, 3, 4, 5, 6].map((top) => share(scores, top));
          for (const [i, { share: value, ci95 }] of shares.entries()) {
            expect(value).toBeGreaterThanOrEqual(shares[i - 1]?.share ?? 0);
            expect(ci95?.[0]).toBeLessThanOrEqual(value ?? none);
            expect(ci95?.[1]).toBeGreaterThanOrEqual(value ?? none);
          }
        },
      ),
    );
  });
});

describe('calc box', () => {
  const scale = { scaleMin: 1, scaleMax: 5, top: 2 };

  it('gives the share, its interval and the sizes', () => {
    expect(runCalc('box', { scores: [5, 4, 3, null], ...scale })).toEqual({
      ok: true,
      output: {
        n: 3,
        count: 2,
        effectiveN: 3,
        share: 2 / 3,
        ci95: wilsonInterval(2 / 3, 3).ci95,
      },
    });
  });

  it('answers null with a reason when nobody answered', () => {
    expect(runCalc('box', { scores: [null], ...scale })).toMatchObject({
      ok: true,
      output: { share: null, ci95: null, notes: [expect.stringContaining('nobody answered')] },
    });
  });

  it.each([
    [{ scores: [], ...scale }, 'calc.emptySample', 'scores'],
    [{ scores: [5, 6], ...scale }, 'calc.outOfScale', 'scores[1]'],
    [{ scores: [5], ...scale, scaleMax: 1 }, 'calc.badScale', 'scaleMax'],
    [{ scores: [5], ...scale, top: 5 }, 'calc.badScale', 'top'],
    [{ scores: [5], ...scale, top: 0 }, 'calc.outOfRange', 'top'],
    [{ scores: [5], ...scale, top: 1.5 }, 'calc.wrongType', 'top'],
    [{ scores: [5], scaleMin: 1, scaleMax: 5 }, 'calc.missingField', 'top'],
    [{ scores: [5], ...scale, scaleMin: -1e308, scaleMax: 1e308 }, 'calc.badScale', 'scaleMax'],
    [
      { scores: [5], ...scale, respondentWeights: [1, 1] },
      'calc.sizeMismatch',
      'respondentWeights',
    ],
  ])('refuses %j', (input, code, path) => {
    expect(runCalc('box', input)).toMatchObject({ ok: false, error: { code, path } });
  });
});
