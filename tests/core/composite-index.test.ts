import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOf, columnOfAnswers } from '../../core/domain/index/answer-column.ts';
import {
  type IndexComponent,
  respondentIndex,
  scoreSample,
} from '../../core/domain/index/component-score.ts';
import { estimateIndex, estimateItem } from '../../core/domain/index/composite-index.ts';
import { compareIndexes } from '../../core/domain/index/index-change.ts';

const none = Number.NaN;

function column(values: number[], scaleMin = 1, scaleMax = 5) {
  return { values: Float64Array.from(values), scaleMin, scaleMax };
}

function single(values: number[], scaleMin: number, scaleMax: number): IndexComponent[] {
  return [
    { name: 'only', weight: 1, score: 'mean-0-100', items: [column(values, scaleMin, scaleMax)] },
  ];
}

function estimate(components: IndexComponent[], weights: number[]) {
  return estimateIndex(scoreSample(components, Float64Array.from(weights)));
}

function ones(length: number): number[] {
  return new Array<number>(length).fill(1);
}

/** Student (1908), extra hours of sleep; in R as `datasets::sleep`. */
const sleep1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const sleep2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
/** A scale of −2…6 hours makes one hour 12.5 points. */
const pointsPerHour = 12.5;

describe('composite index', () => {
  it('has the t interval of a plain mean (R 4.4: t.test(extra) on sleep group 2)', () => {
    const result = estimate(single(sleep2, -2, 6), ones(10));
    expect(result.index).toBeCloseTo((2.33 + 2) * pointsPerHour, 10);
    expect(result.standardError).toBeCloseTo((2.002249 / Math.sqrt(10)) * pointsPerHour, 5);
    expect(result.ci95?.[0]).toBeCloseTo((0.8976775 + 2) * pointsPerHour, 5);
    expect(result.ci95?.[1]).toBeCloseTo((3.7623225 + 2) * pointsPerHour, 5);
    expect(result).toMatchObject({ n: 10, notes: [] });
    expect(result.effectiveN).toBeCloseTo(10, 12);
  });

  it('compares two waves as Welch does (R 4.4: t.test(extra ~ group) on sleep)', () => {
    const first = estimate(single(sleep1, -2, 6), ones(10));
    const second = estimate(single(sleep2, -2, 6), ones(10));
    const { change } = compareIndexes(first, second);
    expect(change?.t).toBeCloseTo(-1.8608, 4);
    expect(change?.df).toBeCloseTo(17.776, 3);
    expect(change?.p).toBeCloseTo(0.07939, 5);
    expect(change?.difference).toBeCloseTo(-1.58 * pointsPerHour, 9);
    expect(change?.ci95[0]).toBeCloseTo(-3.3654832 * pointsPerHour, 5);
    expect(change?.ci95[1]).toBeCloseTo(0.2054832 * pointsPerHour, 5);
    expect(change?.significant).toBe(false);
  });

  it('weights respondents with the standard error of a ratio mean (Gatz & Smith 1995, eq. 1)', () => {
    const x = [1, 2, 4, 5, 3, 2];
    const w = [1, 0.5, 2, 1.5, 3, 0.25];
    const result = estimate(single(x, 0, 100), w);
    const n = x.length;
    const sumW = w.reduce((a, b) => a + b, 0);
    const meanW = sumW / n;
    const meanX = x.reduce((sum, value, i) => sum + value * w[i]!, 0) / sumW;
    let bracket = 0;
    for (let i = 0; i < n; i++) {
      const a = w[i]! * x[i]! - meanW * meanX;
      const b = w[i]! - meanW;
      bracket += a * a - 2 * meanX * b * a + meanX * meanX * b * b;
    }
    expect(result.index).toBeCloseTo(meanX, 12);
    expect(result.standardError).toBeCloseTo(Math.sqrt((n / (n - 1)) * bracket) / sumW, 12);
    expect(result.effectiveN).toBeCloseTo(
      sumW ** 2 / w.reduce((sum, value) => sum + value * value, 0),
      12,
    );
  });

  it('averages the items a respondent answered and leaves out who answered none', () => {
    const result = estimate(
      [
        {
          name: '요소',
          weight: 0.5,
          score: 'mean-0-100',
          items: [column([5, none, none]), column([3, 1, none])],
        },
        { name: '전반', weight: 0.5, score: 'mean-0-100', items: [column([none, 5, 3])] },
      ],
      ones(3),
    );
    expect(result.components).toEqual([
      { name: '요소', score: 37.5 },
      { name: '전반', score: 75 },
    ]);
    expect(result.index).toBe(56.25);
    expect(result.n).toBe(3);
  });

  it('agrees with the jackknife when components and answers are missing at random', () => {
    const random = seeded(7);
    const n = 300;
    const answer = () => (random() < 0.2 ? none : 1 + Math.floor(random() * 7));
    const items = () => Array.from({ length: n }, answer);
    const weights = Array.from({ length: n }, () => 0.5 + random());
    const components: IndexComponent[] = [
      {
        name: 'a',
        weight: 0.5,
        score: 'mean-0-100',
        items: [column(items(), 1, 7), column(items(), 1, 7)],
      },
      { name: 'b', weight: 0.3, score: 'top-2', items: [column(items(), 1, 7)] },
      { name: 'c', weight: 0.2, score: 'top-1', items: [column(items(), 1, 7)] },
    ];
    const sample = scoreSample(components, Float64Array.from(weights));
    const whole = estimateIndex(sample);
    const left = Array.from({ length: n }, (_, out) => {
      const rows = Int32Array.from({ length: n }, (_, row) => row).filter((row) => row !== out);
      return estimateIndex(sample, rows).index ?? none;
    });
    const mean = left.reduce((sum, value) => sum + value, 0) / n;
    const jackknife = Math.sqrt(
      ((n - 1) / n) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    );
    expect((whole.standardError ?? none) / jackknife).toBeCloseTo(1, 2);
  });

  it('counts top boxes from the top of the scale', () => {
    const items = [column([7, 6, 5, 1], 1, 7)];
    const top1 = estimate([{ name: 't', weight: 1, score: 'top-1', items }], ones(4));
    const top2 = estimate([{ name: 't', weight: 1, score: 'top-2', items }], ones(4));
    expect(top1.index).toBe(25);
    expect(top2.index).toBe(50);
  });

  it('counts answers, not respondents, in a share of answers', () => {
    const items = [column([5, 1, none]), column([none, 1, none]), column([none, 4, none])];
    const component = { name: '요소', weight: 1, score: 'top-2', items } as const;
    const { index, n, standardError } = estimate([component], [1, 1, 1]);
    // 2 of 4 answers; the ratio of (100, 100) to (1, 3) answers, with residuals 50 and −50.
    expect(index).toBeCloseTo(50, 12);
    expect(n).toBe(2);
    expect(standardError).toBeCloseTo(Math.sqrt(2 * (12.5 ** 2 + 12.5 ** 2)), 12);
  });

  it('estimates a group as if the others had not been asked', () => {
    const values = [1, 5, 4, 2, 3, 5];
    const whole = scoreSample(single(values, 1, 5), Float64Array.from(ones(6)));
    const group = estimateIndex(whole, Int32Array.from([1, 3, 5]));
    expect(group).toEqual(estimate(single([5, 2, 5], 1, 5), ones(3)));
  });

  it('ignores respondents of weight 0', () => {
    expect(estimate(single([1, 4, 5], 1, 5), [0, 1, 1])).toEqual(
      estimate(single([4, 5], 1, 5), ones(2)),
    );
  });

  it('says why there is no index or no interval', () => {
    expect(estimate(single([none, none], 1, 5), ones(2))).toMatchObject({
      n: 0,
      effectiveN: 0,
      index: null,
      notes: ['noAnswers'],
    });
    expect(estimate(single([4], 1, 5), [1])).toMatchObject({
      n: 1,
      index: 75,
      standardError: null,
      ci95: null,
      notes: ['oneRespondent'],
    });
    expect(estimate(single([6, 4], 1, 5), ones(2))).toMatchObject({
      index: null,
      notes: ['answerOutOfScale'],
    });
    expect(estimate([], [])).toMatchObject({ n: 0, components: [] });
  });

  it('refuses weights that are negative or not finite', () => {
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => estimate(single([1, 2], 1, 5), [1, weight])).toThrow('csi.weightNotAllowed');
    }
  });

  it('gives a respondent an own index only when every component has an answer', () => {
    const sample = scoreSample(
      [
        { name: 'a', weight: 0.5, score: 'mean-0-100', items: [column([5, 5])] },
        { name: 'b', weight: 0.5, score: 'mean-0-100', items: [column([1, none])] },
      ],
      Float64Array.from(ones(2)),
    );
    expect(respondentIndex(sample, 0)).toBe(50);
    expect(respondentIndex(sample, 1)).toBeNull();
  });

  it('reports an item in its own units and on 0–100', () => {
    const result = estimateItem(column([4, none, 2, 5]), Float64Array.from(ones(4)));
    expect(result.n).toBe(3);
    expect(result.mean).toBeCloseTo(11 / 3, 12);
    expect(result.score).toBeCloseTo(((11 / 3 - 1) / 4) * 100, 12);
  });
});

describe('columns of answers', () => {
  const scale = { scaleMin: 1, scaleMax: 5 };

  it('takes one byte an answer on a scale of whole steps', () => {
    const packed = columnOfAnswers(Float64Array.of(1, 5, none, 3), scale);
    expect(packed.codes).toEqual(Uint8Array.of(1, 5, 0, 3));
    expect([...answersOf({ ...packed, ...scale })]).toEqual([1, 5, none, 3]);
    const fromZero = { scaleMin: 0, scaleMax: 10 };
    expect(columnOfAnswers(Float64Array.of(0, 10, none), fromZero).codes).toEqual(
      Uint8Array.of(1, 11, 0),
    );
  });

  it.each([
    ['a broken answer', [1, 2.5], scale],
    ['an answer outside the scale', [1, 6], scale],
    ['a scale of broken ends', [1, 2], { scaleMin: 0.5, scaleMax: 5 }],
    ['a scale of more boxes than a byte tells apart', [0, 100], { scaleMin: 0, scaleMax: 255 }],
  ])('keeps the values as they are for %s', (_, answers, ends) => {
    const values = Float64Array.from(answers);
    expect(columnOfAnswers(values, ends).values).toBe(values);
  });

  it('gives the same index to the last bit in codes and in values', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const inValues = twoComponents(sample, sample.columns);
        const inCodes = inValues.map((component) => ({
          ...component,
          items: component.items.map((item) => ({
            scaleMin: item.scaleMin,
            scaleMax: item.scaleMax,
            ...columnOfAnswers(answersOf(item), item),
          })),
        }));
        expect(inCodes.flatMap(({ items }) => items).every(({ codes }) => codes)).toBe(true);
        expect(estimate(inCodes, sample.weights)).toEqual(estimate(inValues, sample.weights));
      }),
    );
  });

  it('finds a code that the scale does not have', () => {
    const items = [{ codes: Uint8Array.of(5, 6), scaleMin: 1, scaleMax: 5 }];
    expect(estimate([{ name: 'a', weight: 1, score: 'top-1', items }], ones(2))).toMatchObject({
      index: null,
      notes: ['answerOutOfScale'],
    });
  });
});

describe('change of an index', () => {
  it('gives the reason when there is nothing to test', () => {
    const some = { n: 5, index: 60, standardError: 2 };
    const empty = { n: 0, index: null, standardError: null };
    const one = { n: 1, index: 75, standardError: null };
    const unanimous = { n: 4, index: 75, standardError: 0 };
    expect(compareIndexes(some, empty).note).toBe('previousMissing');
    expect(compareIndexes(empty, some).note).toBe('noAnswers');
    expect(compareIndexes(some, one).note).toBe('oneRespondent');
    expect(compareIndexes(unanimous, { ...unanimous, index: 50 }).note).toBe('noVariation');
  });

  it('keeps a very small p apart from 0', () => {
    const { change } = compareIndexes(
      { n: 600, index: 80, standardError: 1 },
      { n: 600, index: 60, standardError: 1 },
    );
    expect(change?.p).toBeGreaterThan(0);
    expect(change?.p).toBeLessThan(1e-20);
    expect(change?.significant).toBe(true);
  });
});

const likert = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 7 }) },
  { weight: 1, arbitrary: fc.constant(none) },
);
const anySample = fc
  .record({ respondents: fc.integer({ min: 1, max: 12 }), items: fc.integer({ min: 1, max: 4 }) })
  .chain(({ respondents, items }) =>
    fc.record({
      columns: fc.array(fc.array(likert, { minLength: respondents, maxLength: respondents }), {
        minLength: items,
        maxLength: items,
      }),
      weights: fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e9, noNaN: true })), {
        minLength: respondents,
        maxLength: respondents,
      }),
      score: fc.constantFrom('mean-0-100' as const, 'top-1' as const, 'top-2' as const),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  );

function twoComponents(
  sample: { score: 'mean-0-100' | 'top-1' | 'top-2'; share: number },
  columns: number[][],
): IndexComponent[] {
  const items = columns.map((values) => column(values, 1, 7));
  return [
    { name: 'all', weight: sample.share, score: sample.score, items },
    { name: 'first', weight: 1 - sample.share, score: 'mean-0-100', items: items.slice(0, 1) },
  ];
}

describe('composite index, for any sample', () => {
  it('stays within 0–100 and is never NaN or infinite', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const result = estimate(twoComponents(sample, sample.columns), sample.weights);
        const figures = [
          result.index,
          result.standardError,
          ...(result.ci95 ?? []),
          ...result.components.map((component) => component.score),
        ];
        for (const figure of figures) {
          if (figure !== null) expect(Number.isFinite(figure)).toBe(true);
        }
        if (result.index !== null) {
          expect(result.index).toBeGreaterThanOrEqual(0);
          expect(result.index).toBeLessThanOrEqual(100);
        }
        expect(Number.isFinite(result.effectiveN)).toBe(true);
        expect(result.effectiveN).toBeLessThanOrEqual(result.n * (1 + 1e-9));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of items', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const components = twoComponents(sample, sample.columns);
        const turned = components.map((c) => ({ ...c, items: [...c.items].reverse() }));
        const a = estimate(components, sample.weights);
        const b = estimate(turned, sample.weights);
        expectClose(a.index, b.index);
        expectClose(a.standardError, b.standardError);
      }),
    );
  });

  it('does not depend on the unit of the weights', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        const weights = sample.weights.map((weight) => (weight === 0 ? 0 : 1 + (weight % 5)));
        const components = twoComponents(sample, sample.columns);
        const a = estimate(components, weights);
        const b = estimate(
          components,
          weights.map((weight) => weight * 37.5),
        );
        expectClose(a.index, b.index);
        expectClose(a.standardError, b.standardError);
        expectClose(a.effectiveN, b.effectiveN);
      }),
    );
  });

  it('returns the common answer when all answer alike, without spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 2, max: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (answer, n, share) => {
          const columns = [ones(n), ones(n)].map((list) => list.map(() => answer));
          const result = estimate(twoComponents({ score: 'mean-0-100', share }, columns), ones(n));
          expect(result.index).toBeCloseTo(((answer - 1) / 6) * 100, 9);
          expect(result.standardError).toBeCloseTo(0, 9);
        },
      ),
    );
  });
});

function expectClose(a: number | null, b: number | null): void {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(a)));
}

/** Park–Miller: enough for a test's sample. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
