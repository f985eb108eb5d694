import fc from 'fast-check';

const manyPaths = (latents: number) =>
  Array.from({ length: latents }, (_, to) =>
    Array.from({ length: to }, (_, from) => [from, to] as const),
  ).flat();

/** Answers on scales of every size: points, won, and numbers at both ends of what a double can hold. */
const scales = fc.constantFrom(
  { itemScale: [1, 5], answer: fc.integer({ min: 1, max: 5 }) },
  { itemScale: [0, 1], answer: fc.double({ min: 0, max: 1, noNaN: true }) },
  { itemScale: [1e12, 1e12 + 9], answer: fc.nat({ max: 9 }).map((digit) => 1e12 + digit) },
  { itemScale: [-1e300, 1e300], answer: fc.constantFrom(0, 1, -1e300, 1e300, 1e-300) },
  { itemScale: [0, 1e-300], answer: fc.constantFrom(0, 5e-324, 1e-310, 1e-300) },
  { itemScale: [-8e307, 8e307], answer: fc.double({ min: -8e307, max: 8e307, noNaN: true }) },
);

const plsInput = fc
  .record({
    scale: scales,
    sizes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 5 }),
    n: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 })),
    scheme: fc.constantFrom('centroid', 'factorial', 'path'),
    scaled: fc.boolean(),
    missing: fc.constantFrom('refuse', 'complete-cases', undefined),
    constant: fc.option(fc.nat({ max: 14 }), { freq: 3 }),
    twin: fc.boolean(),
    bootstrap: fc.option(
      fc.record({ draws: fc.integer({ min: 1, max: 6 }), seed: fc.maxSafeInteger() }),
    ),
  })
  .chain((plan) => {
    const width = plan.sizes.reduce((sum, size) => sum + size, 0);
    const answer =
      plan.missing === 'complete-cases'
        ? fc.option(plan.scale.answer, { freq: 30, nil: null })
        : plan.scale.answer;
    return fc.record({
      plan: fc.constant(plan),
      rows: fc.array(fc.array<number | null>(answer, { minLength: width, maxLength: width }), {
        minLength: plan.n,
        maxLength: plan.n,
      }),
      modes: fc.array(fc.constantFrom('A', 'A', 'B'), { minLength: 5, maxLength: 5 }),
      more: fc.subarray(manyPaths(plan.sizes.length)),
    });
  })
  .map(({ plan, rows, modes, more }) => {
    const { sizes, constant, twin, missing, bootstrap } = plan;
    for (const row of rows) {
      if (constant !== null && constant < row.length) row[constant] = plan.scale.itemScale[0] ?? 0;
      if (twin && row.length > 1) row[1] = row[0] ?? null;
    }
    const names = sizes.map((_, j) => `LV ${j}`);
    // Every construct after the first is reached by its neighbour; further paths come on top.
    const chain = names.slice(1).map((_, j) => [j, j + 1] as const);
    const paths = [...chain, ...more.filter(([from, to]) => to - from > 1)];
    const columns = (rows[0] ?? []).map((_, c) => `item ${c}`);
    const ends = sizes.map((_, j) => sizes.slice(0, j + 1).reduce((sum, size) => sum + size, 0));
    return {
      columns,
      rows,
      measurement: Object.fromEntries(
        names.map((name, j) => [name, columns.slice((ends[j] ?? 0) - (sizes[j] ?? 0), ends[j])]),
      ),
      modes: Object.fromEntries(names.map((name, j) => [name, modes[j] ?? 'A'])),
      structural: paths.map(([from, to]) => [names[from], names[to]]),
      scheme: plan.scheme,
      scaled: plan.scaled,
      itemScale: plan.scale.itemScale,
      ...(missing === undefined ? {} : { missing }),
      ...(bootstrap === null ? {} : { bootstrap }),
    };
  });

export const pathModelsArbitraries: Record<string, fc.Arbitrary<object>> = { pls: plsInput };
