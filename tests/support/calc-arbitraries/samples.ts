import fc from 'fast-check';

/** Plain answers, ties, fractions, large offsets, and both ends of what a double can hold. */
const anyFigure = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 }).map((digit) => 1e12 + digit / 10) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(0, -0, 0.1, 1e-300, 1e300, -1e300, 5e-324, 1e308, -1e308),
  },
);

const constantSample = fc
  .tuple(anyFigure, fc.integer({ min: 1, max: 6 }))
  .map(([value, n]) => new Array<number>(n).fill(value));

const anySample = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyFigure, { minLength: 1, maxLength: 12 }) },
  { weight: 1, arbitrary: constantSample },
);

const twoSamples = fc.record({ a: anySample, b: anySample });

const pairs = fc
  .array(
    fc.oneof(
      fc.tuple(anyFigure, anyFigure),
      anyFigure.map((value) => [value, value - 0.1] as const),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows) => ({ a: rows.map(([a]) => a), b: rows.map(([, b]) => b) }));

const groups = fc.record({ groups: fc.array(anySample, { minLength: 2, maxLength: 6 }) });

const countTable = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([r, c]) =>
    fc.array(
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: fc.nat({ max: 30 }) },
          { weight: 1, arbitrary: fc.constantFrom(0, 1e12, 1e12 + 1, 4e14) },
        ),
        { minLength: c, maxLength: c },
      ),
      { minLength: r, maxLength: r },
    ),
  )
  .filter((table) => table.some((row) => row.some((count) => count > 0)))
  .map((table) => ({ table }));

const matrix = (n: number, k: number, cell: fc.Arbitrary<number | null>) =>
  fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n });

const size = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 5 }));

const anyWeight = fc.constantFrom(0, 1, 1, 1, 2, 0.3, 1e-9, 1e9);

const alphaInput = size.chain(([n, k]) =>
  fc
    .record(
      {
        items: fc.oneof(
          matrix(n, k, fc.option(anyFigure, { freq: 9 })),
          matrix(n, k, fc.integer({ min: 1, max: 3 })),
          // The last item undoes the others, so that nobody's sum differs.
          matrix(n, k, fc.double({ min: -9, max: 9, noNaN: true })).map((rows) =>
            rows.map((row) => [...row, -row.reduce<number>((sum, x) => sum + (x ?? 0), 0)]),
          ),
        ),
        respondentWeights: fc.array(anyWeight, { minLength: n, maxLength: n }),
      },
      { requiredKeys: ['items'] },
    )
    .filter(({ respondentWeights }) => respondentWeights?.every((w) => w === 0) !== true),
);

const servqualInput = size.chain(([n, k]) => {
  const index = fc.nat({ max: k - 1 });
  const dimensions = fc.dictionary(
    fc.constantFrom('유형성', 'reliability', 'constructor'),
    fc.uniqueArray(index, { minLength: 1, maxLength: k }),
  );
  return fc.oneof(
    fc.record(
      {
        expectation: matrix(n, k, anyFigure),
        perception: matrix(n, k, anyFigure),
        dimensions,
      },
      { requiredKeys: ['expectation', 'perception'] },
    ),
    fc
      .record({
        expectation: matrix(n, k, fc.option(anyFigure, { freq: 9 })),
        perception: matrix(n, k, fc.option(fc.integer({ min: 1, max: 7 }), { freq: 9 })),
        missing: fc.constant('complete-cases'),
        dimensions: dimensions.filter((named) => Object.keys(named).length > 0),
      })
      .chain((input) =>
        fc
          .record(
            Object.fromEntries(
              Object.keys(input.dimensions).map((name) => [
                name,
                fc.constantFrom(1, 20, 1e-9, 1e9),
              ]),
            ),
          )
          .map((dimensionWeights) => ({ ...input, dimensionWeights })),
      ),
  );
});

export const sampleArbitraries: Record<string, fc.Arbitrary<object>> = {
  servqual: servqualInput,
  alpha: alphaInput,
  welch: twoSamples,
  'paired-t': pairs,
  'student-t': twoSamples,
  anova: groups,
  'welch-anova': groups,
  'chi-square': countTable,
};
