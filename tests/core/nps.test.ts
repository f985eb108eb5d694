import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { estimateNps } from '../../core/domain/nps/nps.ts';
import { compareNps } from '../../core/domain/nps/nps-difference.ts';

function repeated(groups: readonly (readonly [score: number, times: number])[]): number[] {
  return groups.flatMap(([score, times]) => new Array<number>(times).fill(score));
}

function estimate(scores: readonly number[], weights: readonly number[] = scores.map(() => 1)) {
  return estimateNps(Float64Array.from(scores), Float64Array.from(weights));
}

const none = Number.NaN;

/** ½ promoters, ⅓ passives, ⅙ detractors. */
const halfThirdSixth = repeated([
  [10, 162],
  [8, 108],
  [3, 54],
]);

describe('Net Promoter Score', () => {
  it('has the margin of the worked example on Cross Validated (stats.stackexchange.com/a/18609)', () => {
    const result = estimate(halfThirdSixth);
    expect(result).toMatchObject({ n: 324, promoters: 162, passives: 108, detractors: 54 });
    expect(result.nps).toBeCloseTo(1 / 3, 14);
    expect(result.variance).toBeCloseTo(5 / 9, 14);
    expect(result.standardError).toBeCloseTo(0.041408666249996104, 14);
  });

  it('has the interval that R gives for the mean of 1, 0, −1 with population variance', () => {
    // R 4.2.2: 462 promoters, 176 passives and 362 detractors; p ± qnorm(.975)·√(v/n)
    const result = estimate(
      repeated([
        [9, 462],
        [7, 176],
        [6, 362],
      ]),
    );
    expect(result.nps).toBeCloseTo(0.1, 14);
    expect(result.variance).toBeCloseTo(0.814, 14);
    expect(result.standardError).toBeCloseTo(0.028530685235374213, 14);
    expect(result.ci95?.[0]).toBeCloseTo(0.044080884484417916, 14);
    expect(result.ci95?.[1]).toBeCloseTo(0.15591911551558216, 14);
  });

  it('puts the borders between 6 and 7 and between 8 and 9', () => {
    expect(estimate([0, 6, 7, 8, 9, 10])).toMatchObject({
      detractors: 2,
      passives: 2,
      promoters: 2,
    });
  });

  it('weighs shares, counts respondents and divides by the effective size', () => {
    const result = estimate([10, 8, 0, none, 9], [2, 1, 1, 5, 0]);
    expect(result).toMatchObject({ n: 3, promoters: 1, passives: 1, detractors: 1, nps: 0.25 });
    expect(result.shares).toEqual({ promoters: 0.5, passives: 0.25, detractors: 0.25 });
    expect(result.variance).toBeCloseTo(0.75 - 0.0625, 14);
    expect(result.effectiveN).toBeCloseTo(16 / 6, 14);
    expect(result.standardError).toBeCloseTo(Math.sqrt((0.6875 * 6) / 16), 14);
  });

  it('says that one group tells nothing about chance', () => {
    expect(estimate([9, 10, 10])).toMatchObject({
      nps: 1,
      variance: 0,
      standardError: 0,
      ci95: [1, 1],
      notes: ['oneGroup'],
    });
  });

  it('lets the interval pass 1, as Wald does, and says so', () => {
    const result = estimate([10, 10, 10, 0]);
    expect(result.ci95?.[1]).toBeGreaterThan(1);
    expect(result.notes).toEqual(['beyondRange']);
    expect(estimate([10, 0, 10, 0, 8, 8, 8, 8]).notes).toEqual([]);
  });

  it('is null when nobody answered', () => {
    expect(estimate([none, none])).toMatchObject({
      n: 0,
      effectiveN: 0,
      nps: null,
      variance: null,
      ci95: null,
      notes: ['noAnswers'],
    });
  });

  it('refuses other scores and lists of other lengths', () => {
    expect(() => estimate([11])).toThrow('calculation.outOfRange');
    expect(() => estimate([9, 10], [1])).toThrow('calculation.sizeMismatch');
  });

  it('is the weighted mean and population variance of 1, 0 and −1, whatever the unit of weights', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
        const points = rows.map(([score]) => (score >= 9 ? 1 : score >= 7 ? 0 : -1));
        const total = rows.reduce((sum, [, w]) => sum + w, 0);
        const mean = rows.reduce((sum, [, w], i) => sum + w * (points[i] ?? 0), 0) / total;
        const variance =
          rows.reduce((sum, [, w], i) => sum + w * ((points[i] ?? 0) - mean) ** 2, 0) / total;
        const scores = rows.map(([score]) => score);
        const one = estimate(
          scores,
          rows.map(([, w]) => w),
        );
        const other = estimate(
          scores,
          rows.map(([, w]) => w * 1e-7),
        );
        expect(one.nps).toBeCloseTo(mean, 12);
        expect(one.variance).toBeCloseTo(variance, 12);
        expect(other.standardError).toBeCloseTo(one.standardError ?? none, 12);
      }),
    );
  });
});

describe('difference of two Net Promoter Scores', () => {
  it('is that of two branches of a survey (R 4.2.2, from 120/47/83 and 110/49/91 of 250)', () => {
    const a = estimate(
      repeated([
        [10, 120],
        [7, 47],
        [0, 83],
      ]),
    );
    const b = estimate(
      repeated([
        [10, 110],
        [7, 49],
        [0, 91],
      ]),
    );
    const result = compareNps(a, b);
    expect(result.difference).toBeCloseTo(0.072, 14);
    expect(result.standardError).toBeCloseTo(0.079707465145994943, 14);
    expect(result.z).toBeCloseTo(0.90330309548951615, 12);
    expect(result.p).toBeCloseTo(0.36636505411449616, 12);
    expect(result.ci95?.[0]).toBeCloseTo(-0.084223760985131735, 13);
    expect(result.ci95?.[1]).toBeCloseTo(0.22822376098513164, 13);
  });

  it('has no test when both samples are unanimous, and nothing when one is empty', () => {
    expect(compareNps(estimate([9, 9]), estimate([0, 1]))).toEqual({
      difference: 2,
      standardError: 0,
      z: null,
      p: null,
      ci95: [2, 2],
      notes: ['noVariation'],
    });
    expect(compareNps(estimate([9, 0]), estimate([none]))).toMatchObject({
      difference: null,
      notes: ['noAnswers'],
    });
  });

  it('keeps a very small p apart from 0', () => {
    const high = estimate(
      repeated([
        [10, 9000],
        [0, 1000],
      ]),
    );
    const low = estimate(
      repeated([
        [10, 8000],
        [0, 2000],
      ]),
    );
    const { p } = compareNps(high, low);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-80);
  });
});

describe('calc nps', () => {
  it('takes missing answers and weights, and derives what it says', () => {
    const scores = [10, null, 8, 3];
    const result = runCalc('nps', { scores, respondentWeights: [2, 1, 1, 0] }, { explain: true });
    expect(result).toMatchObject({
      ok: true,
      output: {
        n: 2,
        promoters: 1,
        passives: 1,
        detractors: 0,
        nps: 2 / 3,
        explanation: {
          n: 2,
          effectiveN: 9 / 5,
          exclusions: [
            { reason: 'noAnswer', count: 1 },
            { reason: 'noWeight', count: 1 },
          ],
        },
      },
    });
  });

  it('answers null with a reason when nobody answered', () => {
    expect(runCalc('nps', { scores: [null, null] })).toMatchObject({
      ok: true,
      output: { n: 0, nps: null, ci95: null, notes: [expect.stringContaining('nobody answered')] },
    });
    expect(runCalc('nps-compare', { a: [null], b: [9] })).toMatchObject({
      ok: true,
      output: { difference: null, notes: [expect.stringContaining('nobody answered')] },
    });
  });

  it.each([
    ['nps', {}, 'calc.missingField', 'scores'],
    ['nps', { scores: [] }, 'calc.emptySample', 'scores'],
    ['nps', { scores: [9, 11] }, 'calc.outOfScale', 'scores[1]'],
    ['nps', { scores: [9, 7.5] }, 'calc.outOfScale', 'scores[1]'],
    ['nps', { scores: [9, -1] }, 'calc.outOfScale', 'scores[1]'],
    ['nps', { scores: [9, Number.NaN] }, 'calc.notFinite', 'scores[1]'],
    ['nps', { scores: [9, '10'] }, 'calc.wrongType', 'scores[1]'],
    ['nps', { scores: [9], respondentWeights: [1, 2] }, 'calc.sizeMismatch', 'respondentWeights'],
    ['nps', { scores: [9], respondentWeights: [0] }, 'calc.emptySample', 'respondentWeights'],
    ['nps', { scores: [9], respondentWeights: [1e-12] }, 'calc.outOfRange', 'respondentWeights[0]'],
    ['nps-compare', { a: [9] }, 'calc.missingField', 'b'],
    ['nps-compare', { a: [9], b: [] }, 'calc.emptySample', 'b'],
    ['nps-compare', { a: [9], b: [8, 12] }, 'calc.outOfScale', 'b[1]'],
  ])('%s refuses %j', (method, input, code, path) => {
    expect(runCalc(method, input)).toMatchObject({ ok: false, error: { code, path } });
  });
});
