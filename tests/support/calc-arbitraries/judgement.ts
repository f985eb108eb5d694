import fc from 'fast-check';

/** Plain figures, ties, zeros, a large offset, and both ends of what a double can hold. */
const anySize = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1e3, noNaN: true }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((digit) => 1e12 + digit) },
  { weight: 1, arbitrary: fc.constantFrom(0, 5e-324, 1e-300, 1e300, 1e308) },
);
const anyPositive = anySize.map((size) => size || 1);

const judgement = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(1, 2, 3, 5, 7, 9, 1 / 2, 1 / 3, 1 / 5, 1 / 7, 1 / 9) },
  { weight: 2, arbitrary: fc.double({ min: -6, max: 6, noNaN: true }).map((e) => 10 ** e) },
  { weight: 1, arbitrary: fc.constantFrom(1e-9, 1e9) },
);

/** Any reciprocal matrix of n elements, consistent or not. */
export function judgementMatrix(n: number): fc.Arbitrary<number[][]> {
  const pairs = (n * (n - 1)) / 2;
  return fc.array(judgement, { minLength: pairs, maxLength: pairs }).map((values) => {
    const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(1));
    let next = 0;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const value = values[next++] ?? 1;
        (matrix[i] ?? [])[j] = value;
        (matrix[j] ?? [])[i] = 1 / value;
      }
    }
    return matrix;
  });
}

const ahpInput = fc
  .integer({ min: 1, max: 17 })
  .chain(judgementMatrix)
  .map((matrix) => ({ matrix }));

const groupInput = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.record({
    matrices: fc.array(judgementMatrix(n), { minLength: 1, maxLength: 5 }),
    method: fc.constantFrom('aij-geometric', 'aip-arithmetic', 'aip-geometric'),
  }),
);

const anyCount = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.nat({ max: 300 }),
  fc.constant(Number.MAX_SAFE_INTEGER),
);
const answer = fc.integer({ min: 1, max: 5 });

const kanoInput = fc.oneof(
  fc
    .record({ M: anyCount, O: anyCount, A: anyCount, I: anyCount, R: anyCount, Q: anyCount })
    .filter((counts) => Object.values(counts).some((count) => count > 0))
    .map((counts) => ({ counts })),
  fc
    .array(fc.record({ functional: answer, dysfunctional: answer }), {
      minLength: 1,
      maxLength: 40,
    })
    .map((responses) => ({ responses })),
);

const planningInput = fc.record({
  rows: fc.array(
    fc.record({
      importance: anySize,
      current: anyPositive,
      target: anyPositive,
      salesPoint: fc.constantFrom(1, 1.2, 1.5),
    }),
    { minLength: 1, maxLength: 8 },
  ),
});

const houseSize = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }));

const matrixOf = (cell: fc.Arbitrary<number>, m: number, n: number) =>
  fc.array(fc.array(cell, { minLength: n, maxLength: n }), { minLength: m, maxLength: m });

const houseInput = houseSize.chain(([m, n]) =>
  fc.record(
    {
      weights: fc.array(anySize, { minLength: m, maxLength: m }),
      relations: matrixOf(anySize, m, n),
      normalize: fc.constantFrom('none', 'lyman'),
    },
    { requiredKeys: ['weights', 'relations'] },
  ),
);

const robustnessInput = fc.tuple(houseSize, fc.boolean()).chain(([[m, n], hasScales]) =>
  fc.record({
    weights: fc.array(anySize, { minLength: m, maxLength: m }),
    relations: matrixOf(hasScales ? fc.constantFrom(0, 1, 3, 9) : anySize, m, n),
    draws: fc.integer({ min: 1, max: 30 }),
    seed: fc.oneof(fc.integer(), fc.maxSafeInteger()),
    weightNoise: fc.double({ min: 0, max: 1, noNaN: true }),
    topK: fc.integer({ min: 1, max: n }),
    ...(hasScales
      ? {
          scales: fc
            .array(
              fc.tuple(anySize, anySize, anySize).map((levels) => levels.sort((a, b) => b - a)),
              { maxLength: 3 },
            )
            .map((others) => [[9, 3, 1], ...others]),
        }
      : {}),
  }),
);

export const judgementArbitraries: Record<string, fc.Arbitrary<object>> = {
  house: houseInput,
  planning: planningInput,
  ahp: ahpInput,
  'ahp-group': groupInput,
  kano: kanoInput,
  robustness: robustnessInput,
};
