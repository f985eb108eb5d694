import * as fc from 'fast-check';

/** Seldom missing, often tied. */
function answers(values: fc.Arbitrary<number>, length: number): fc.Arbitrary<(number | null)[]> {
  return fc.array(
    fc.oneof({ weight: 6, arbitrary: values }, { weight: 1, arbitrary: fc.constant(null) }),
    { minLength: length, maxLength: length },
  );
}

/** None at all, or one weight per respondent of very different sizes, of which one is not 0. */
function weights(length: number): fc.Arbitrary<number[] | undefined> {
  const weight = fc.oneof(
    fc.constant(0),
    fc.constant(1),
    fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
  );
  return fc.option(
    fc
      .array(weight, { minLength: length, maxLength: length })
      .map((list) => (list.every((w) => w === 0) ? list.map((w, i) => (i === 0 ? 1 : w)) : list)),
    { nil: undefined },
  );
}

function weighted<T extends object>(fields: T, respondentWeights: number[] | undefined): object {
  return respondentWeights === undefined ? fields : { ...fields, respondentWeights };
}

const size = fc.integer({ min: 1, max: 12 });

/** Plain, tied, enormous, tiny and far from zero. */
const anyNumber = fc.oneof(
  fc.integer({ min: 1, max: 7 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1e-300, 1e300, -1e300, 1e12, 1e12 + 1, 5e-324),
);

const npsScores = (length: number) =>
  fc.oneof(
    answers(fc.integer({ min: 0, max: 10 }), length),
    answers(fc.constantFrom(10, 9), length),
    fc.constant(new Array<null>(length).fill(null)),
  );

/** Ends of a scale with at least one box more than `top`. */
function scale(top: number): fc.Arbitrary<{ scaleMin: number; scaleMax: number }> {
  return fc
    .tuple(
      fc.constantFrom(0, 1, -5, 0.5, 1e12, -1e300, -1e-300),
      fc.oneof(fc.integer({ min: 1, max: 400 }), fc.double({ min: 1, max: 1e300, noNaN: true })),
    )
    .map(([scaleMin, more]) => ({ scaleMin, scaleMax: scaleMin + top + more }))
    .filter(({ scaleMin, scaleMax }) => scaleMax - scaleMin >= Math.max(top, 1e-9));
}

function answersOn(
  { scaleMin, scaleMax }: { scaleMin: number; scaleMax: number },
  length: number,
): fc.Arbitrary<(number | null)[]> {
  const inside = (answer: number) => Math.min(scaleMax, Math.max(scaleMin, answer));
  return answers(
    fc.oneof(
      fc.integer({ min: 0, max: 10 }).map((step) => inside(scaleMin + step)),
      fc
        .double({ min: 0, max: 1, noNaN: true })
        .map((part) => inside(scaleMin + part * (scaleMax - scaleMin))),
      fc.constantFrom(scaleMin, scaleMax),
    ),
    length,
  );
}

const box = fc
  .record({ n: size, top: fc.integer({ min: 1, max: 5 }) })
  .chain(({ n, top }) =>
    scale(top).chain((ends) =>
      fc
        .tuple(answersOn(ends, n), weights(n))
        .map(([scores, list]) => weighted({ scores, ...ends, top }, list)),
    ),
  );

const wilson = fc
  .oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }))
  .chain((n) =>
    fc.record({
      successes: fc.oneof(fc.constantFrom(0, n), fc.integer({ min: 0, max: n })),
      n: fc.constant(n),
    }),
  );

function component(rows: number): fc.Arbitrary<{ weight: number }> {
  return fc
    .record({
      score: fc.constantFrom('mean-0-100' as const, 'top-1' as const, 'top-2' as const),
      width: fc.integer({ min: 1, max: 4 }),
      ends: scale(2),
    })
    .chain(({ score, width, ends }) =>
      fc.record({
        name: fc.constantFrom('전반', '요소', ''),
        weight: fc.constant(0),
        score: fc.constant(score),
        scaleMin: fc.constant(ends.scaleMin),
        scaleMax: fc.constant(ends.scaleMax),
        items: fc.array(answersOn(ends, width), { minLength: rows, maxLength: rows }),
      }),
    );
}

/** The first component takes what the others leave, so that the shares sum to 1. */
function sharesOf<T extends { weight: number }>(components: readonly T[], share: number): T[] {
  return components.map((one, i) =>
    i === 0
      ? { ...one, weight: components.length === 1 ? 1 : 1 - share }
      : { ...one, weight: share / (components.length - 1) },
  );
}

const compositeIndex = fc
  .record({ rows: size, count: fc.integer({ min: 1, max: 3 }), sameRows: fc.boolean() })
  .chain(({ rows, count, sameRows }) =>
    fc
      .record({
        components: fc.tuple(
          ...Array.from({ length: count }, (_, c) => component(sameRows ? rows : rows + c)),
        ),
        share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
        list: sameRows ? weights(rows) : fc.constant(undefined),
      })
      .map(({ components, share, list }) =>
        weighted({ components: sharesOf(components, share) }, list),
      ),
  );

const ipa = fc
  .record({ n: size, attributes: fc.integer({ min: 1, max: 6 }) })
  .chain(({ n, attributes }) => {
    const list = answers(anyNumber, n);
    const rating = fc.oneof(anyNumber, list);
    return fc
      .record({
        ratings: fc.array(fc.tuple(rating, rating), {
          minLength: attributes,
          maxLength: attributes,
        }),
        cut: fc.oneof(
          fc.constantFrom('means', undefined),
          fc.record({ importance: anyNumber, performance: anyNumber }),
        ),
        list: weights(n),
      })
      .map(({ ratings, cut, list: respondentWeights }) => {
        const lists = ratings.flat().some((one) => typeof one !== 'number');
        return weighted(
          {
            attributes: ratings.map(([importance, performance], i) => ({
              id: i === 0 ? '__proto__' : `속성 ${i}`,
              importance,
              performance,
            })),
            ...(cut === undefined ? {} : { cut }),
          },
          lists ? respondentWeights : undefined,
        );
      });
  });

export const surveyArbitraries: Record<string, fc.Arbitrary<object>> = {
  ipa,
  nps: size.chain((n) =>
    fc.tuple(npsScores(n), weights(n)).map(([scores, list]) => weighted({ scores }, list)),
  ),
  'nps-compare': fc
    .tuple(size, size)
    .chain(([m, n]) => fc.record({ a: npsScores(m), b: npsScores(n) })),
  box,
  wilson,
  'composite-index': compositeIndex,
};
