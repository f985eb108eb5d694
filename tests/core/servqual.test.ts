import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { type ServqualResult, servqualGaps } from '../../core/domain/servqual/servqual.ts';
import { pairedTest } from '../../core/domain/statistics/t-test.ts';
import { expectNear } from '../support/near.ts';

/** Two columns of R's `sleep` as expectation and perception of an item, whose paired test R prints. */
const sleep = [
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
] as const;

const survey = {
  expectation: [
    [7, 6, 5],
    [6, 6, 7],
    [5, 7, 6],
  ],
  perception: [
    [5, 6, 5],
    [5, 4, 6],
    [5, 5, 4],
  ],
};

function gapsOf(input: object): ServqualResult & { notes?: string[] } {
  const result = runCalc('servqual', input);
  if (!result.ok) throw new Error(`${result.error.path}: ${result.error.message}`);
  return result.output as unknown as ServqualResult & { notes?: string[] };
}

const surveys = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 2, max: 5 }))
  .chain(([n, k]) => {
    const side = fc.array(
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: k, maxLength: k }),
      { minLength: n, maxLength: n },
    );
    return fc.record({ expectation: side, perception: side });
  });

describe('SERVQUAL gaps', () => {
  it("tests an item's gap in pairs (R 4.2.2, t.test(perception, expectation, paired = TRUE))", () => {
    const { items } = gapsOf({
      expectation: sleep[0].map((x) => [x]),
      perception: sleep[1].map((x) => [x]),
    });
    const [item] = items;
    expectNear(item?.gap, 1.58);
    expectNear(item?.t, 4.06212768338204);
    expect(item?.df).toBe(9);
    expectNear(item?.p, 0.00283289019738427);
    expectNear(item?.ci95?.[0], 0.700114236723018);
    expectNear(item?.ci95?.[1], 2.45988576327698);
  });

  it('averages items into dimensions and the whole, and weighs the dimensions (by hand)', () => {
    const result = gapsOf({
      ...survey,
      dimensions: { reliability: [0, 1], empathy: [2] },
      dimensionWeights: { reliability: 70, empathy: 30 },
    });
    const { items, overall, dimensions, unweightedGap, weightedGap } = result;
    expect(items.map(({ gap }) => gap)).toEqual([-1, -4 / 3, -1]);
    expectNear(overall.meanExpectation, 55 / 9);
    expectNear(overall.meanPerception, 5);
    expectNear(overall.gap, -10 / 9);
    expectNear(dimensions.reliability?.gap, -7 / 6);
    expectNear(dimensions.reliability?.meanExpectation, 37 / 6);
    expectNear(dimensions.empathy?.gap, -1);
    expectNear(unweightedGap, -13 / 12);
    expectNear(weightedGap, (70 * (-7 / 6) + 30 * -1) / 100);
  });

  it('takes points and fractions alike as weights', () => {
    const dimensions = { a: [0, 1], b: [2] };
    fc.assert(
      fc.property(surveys, fc.constantFrom(1e-12, 0.01, 1e12), (answers, unit) => {
        if ((answers.expectation[0]?.length ?? 0) < 3) return;
        const points = gapsOf({ ...answers, dimensions, dimensionWeights: { a: 60, b: 40 } });
        const fractions = gapsOf({
          ...answers,
          dimensions,
          dimensionWeights: { a: 60 * unit, b: 40 * unit },
        });
        expect(fractions.weightedGap).toBeCloseTo(points.weightedGap ?? Number.NaN, 12);
      }),
    );
  });

  it('turns every gap around when expectation and perception change sides', () => {
    fc.assert(
      fc.property(surveys, ({ expectation, perception }) => {
        const plain = gapsOf({ expectation, perception });
        const turned = gapsOf({ expectation: perception, perception: expectation });
        for (const [k, { gap, t }] of plain.items.entries()) {
          expect((gap ?? 0) + (turned.items[k]?.gap ?? Number.NaN)).toBe(0);
          if (t !== null) expect(t + (turned.items[k]?.t ?? Number.NaN)).toBe(0);
        }
        const { meanExpectation, meanPerception, gap } = plain.overall;
        expect((meanPerception ?? 0) - (meanExpectation ?? 0)).toBeCloseTo(gap ?? 0, 12);
      }),
    );
  });

  it('is the paired test of each item', () => {
    fc.assert(
      fc.property(surveys, ({ expectation, perception }) => {
        const { items } = gapsOf({ expectation, perception });
        for (const [k, { gap, t, df, p, ci95 }] of items.entries()) {
          const test = pairedTest(
            perception.map((row) => row[k] ?? 0),
            expectation.map((row) => row[k] ?? 0),
          );
          expect({ difference: gap, t, df, p, ci95 }).toEqual({
            difference: test.difference,
            t: test.t,
            df: test.df,
            p: test.p,
            ci95: test.ci95,
          });
        }
      }),
    );
  });

  it('refuses a missing answer and says how to leave it out', () => {
    const input = { ...survey, perception: [[5, 6, 5], [5, null, 6], survey.perception[2]] };
    expect(runCalc('servqual', input)).toMatchObject({
      ok: false,
      error: {
        code: 'calc.missingValue',
        path: 'perception[1][1]',
        message: expect.stringContaining('"complete-cases"'),
      },
    });
    const result = gapsOf({ ...input, missing: 'complete-cases' });
    expect(result).toMatchObject({ n: 2, excluded: 1 });
    expect(result.items.map(({ gap }) => gap)).toEqual([-1, -1, -1]);
  });

  it('counts those left out in its derivation', () => {
    const input = { expectation: [[5], [null]], perception: [[4], [4]], missing: 'complete-cases' };
    expect(runCalc('servqual', input, { explain: true })).toMatchObject({
      output: { explanation: { n: 1, exclusions: [{ reason: 'incomplete', count: 1 }] } },
    });
  });

  it('has no figures without complete respondents, and no tests with one', () => {
    const missing = 'complete-cases';
    expect(gapsOf({ expectation: [[null]], perception: [[3]], missing })).toMatchObject({
      n: 0,
      items: [{ meanExpectation: null, gap: null, t: null, ci95: null }],
      overall: { gap: null },
    });
    expect(gapsOf({ expectation: [[5]], perception: [[3]] })).toMatchObject({
      items: [{ meanExpectation: 5, gap: -2, t: null, df: null, p: null }],
      notes: [expect.stringContaining('one respondent'), expect.stringContaining('no dimensions')],
    });
  });

  it('names the items whose gap is the same for everybody', () => {
    const { items, notes } = gapsOf({ ...survey, perception: survey.expectation });
    expect(items[1]).toMatchObject({ gap: 0, standardDeviation: 0, t: null, df: 2, p: null });
    expect(notes?.[0]).toContain('items[0], items[1], items[2]');
  });

  it('has no weighted gap without weights, and says so', () => {
    const { unweightedGap, weightedGap, notes } = gapsOf({
      ...survey,
      dimensions: { all: [0, 1, 2] },
    });
    expectNear(unweightedGap, -10 / 9);
    expect(weightedGap).toBeNull();
    expect(notes).toEqual(['weightedGap is null: the dimensions have no weights.']);
  });

  const weighed = { ...survey, dimensions: { a: [0], b: [2] } };
  it.each([
    [{ ...survey, perception: [[1, 2, 3]] }, 'calc.sizeMismatch', 'perception'],
    [
      { ...survey, perception: survey.perception.map((row) => row.slice(1)) },
      'calc.sizeMismatch',
      'perception',
    ],
    [
      {
        ...survey,
        expectation: [
          [1, 2, 3],
          [1, 2],
          [1, 2, 3],
        ],
      },
      'calc.raggedMatrix',
      'expectation[1]',
    ],
    [{ expectation: [], perception: [] }, 'calc.emptySample', 'expectation'],
    [{ expectation: [[1]], perception: [[Number.NaN]] }, 'calc.notFinite', 'perception[0][0]'],
    [{ ...survey, dimensions: { a: [0, 3] } }, 'calc.outOfRange', 'dimensions.a[1]'],
    [{ ...survey, dimensions: { a: [0, -1] } }, 'calc.outOfRange', 'dimensions.a[1]'],
    [{ ...survey, dimensions: { a: [0, 1, 0] } }, 'calc.duplicate', 'dimensions.a[2]'],
    [{ ...survey, dimensions: { a: [] } }, 'calc.emptySample', 'dimensions.a'],
    [{ ...survey, dimensionWeights: { a: 1 } }, 'calc.unknownName', 'dimensionWeights.a'],
    [{ ...weighed, dimensionWeights: { a: 1 } }, 'calc.missingField', 'dimensionWeights.b'],
    [{ ...weighed, dimensionWeights: { a: 1, b: -1 } }, 'calc.outOfRange', 'dimensionWeights.b'],
    [{ ...weighed, dimensionWeights: { a: 0, b: 0 } }, 'calc.outOfRange', 'dimensionWeights'],
    [{ ...survey, missing: 'pairwise' }, 'calc.unknownValue', 'missing'],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('servqual', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('refuses as a domain function what its schema would have refused', () => {
    const one = [Float64Array.of(1, 2)];
    const fault = (input: Parameters<typeof servqualGaps>[0]) => () => servqualGaps(input);
    expect(fault({ expectation: [], perception: [] })).toThrow('calculation.tooFew');
    expect(fault({ expectation: one, perception: [] })).toThrow('calculation.sizeMismatch');
    expect(fault({ expectation: one, perception: [Float64Array.of(1)] })).toThrow(
      'calculation.sizeMismatch',
    );
    expect(fault({ expectation: one, perception: one, dimensions: { a: [1] } })).toThrow(
      'calculation.outOfRange',
    );
  });
});
