import fc from 'fast-check';

/** Plain answers, ties, large offsets, and numbers at both ends of what a double can hold. */
const anyFigure = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.double({ min: -1e3, max: 1e3, noNaN: true }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((digit) => 1e12 + digit) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e-300, 1e300, -1e300, 5e-324, 1e308) },
);

const attributeInput = fc
  .record({
    type: fc.constantFrom('p', 'np', 'c', 'u'),
    points: fc.array(
      fc.record({ count: fc.nat({ max: 60 }), more: fc.nat({ max: 50 }), area: anyFigure }),
      { minLength: 1, maxLength: 20 },
    ),
  })
  .map(({ type, points }) => {
    const counts = points.map(({ count }) => count);
    const units = points.map(({ count, more }) => count + more + 1);
    if (type === 'p') return { type, counts, sizes: units };
    if (type === 'np') return { type, counts, sizes: units.map(() => 120) };
    if (type === 'c') return { type, counts };
    return { type, counts, sizes: points.map(({ area }) => Math.abs(area) || 1) };
  });

const groupsInput = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2, max: 25 }))
  .chain(([m, n]) =>
    fc.array(fc.array(anyFigure, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
  )
  .map((groups) => ({ type: 'xbar-r', groups }));

const valuesInput = fc
  .oneof(
    fc.array(anyFigure, { minLength: 1, maxLength: 30 }),
    fc
      .tuple(anyFigure, fc.integer({ min: 1, max: 20 }))
      .map(([value, n]) => new Array(n).fill(value)),
  )
  .map((values) => ({ type: 'xmr', values }));

/** Rows of y and x; some columns constant, some twice, some answers missing. */
const modelRows = fc
  .record({
    n: fc.integer({ min: 1, max: 14 }),
    k: fc.integer({ min: 1, max: 5 }),
    missing: fc.constantFrom('refuse' as const, 'complete-cases' as const, undefined),
    constant: fc.option(fc.nat({ max: 4 })),
    twin: fc.boolean(),
  })
  .chain(({ n, k, missing, constant, twin }) => {
    const cell =
      missing === 'complete-cases'
        ? fc.option(anyFigure, { freq: 12, nil: null })
        : anyFigure.map((value): number | null => value);
    return fc
      .record({
        y: fc.array(cell, { minLength: n, maxLength: n }),
        x: fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
      })
      .map(({ y, x }) => ({
        y,
        x: x.map((row) =>
          row.map((value, j) =>
            j === constant ? 3 : twin && j === k - 1 ? (row[0] ?? null) : value,
          ),
        ),
        ...(missing === undefined ? {} : { missing }),
      }));
  });

export const modelsArbitraries: Record<string, fc.Arbitrary<object>> = {
  'control-chart': fc.oneof(attributeInput, groupsInput, valuesInput),
  regression: modelRows,
  drivers: fc
    .tuple(modelRows, fc.constantFrom('shapley', 'johnson'))
    .map(([rows, method]) => ({ ...rows, method })),
};
