import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { priorityVector } from '../../core/domain/ahp/priority-vector.ts';
import { judgementMatrix } from '../support/calc-arbitraries/judgement.ts';
import { expectEachNear } from '../support/near.ts';

const anyMatrix = fc.integer({ min: 1, max: 9 }).chain(judgementMatrix);

/** Judgements of somebody who knows the weights: wᵢ ÷ wⱼ. */
const consistentMatrix = (weights: readonly number[]) =>
  weights.map((own) => weights.map((other) => own / other));

const reciprocalOf = (upper: number[][]) => {
  const n = upper.length + 1;
  const value = (i: number, j: number): number =>
    i === j ? 1 : i < j ? (upper[i]?.[j - i - 1] ?? 1) : 1 / value(j, i);
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => value(i, j)));
};

describe('priorities by pairwise comparison', () => {
  it("reproduces Saaty's purchase of a house (EJOR 48, 1990, 9–26): priorities, λmax 9.669, CR .169", () => {
    const { weights, lambdaMax, consistencyRatio } = priorityVector(
      reciprocalOf([
        [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
        [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
        [6, 3, 4, 6, 1 / 5],
        [1 / 3, 1 / 4, 1 / 7, 1 / 8],
        [1 / 2, 1 / 5, 1 / 6],
        [1 / 5, 1 / 6],
        [1 / 2],
      ]),
    );
    const printed = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333];
    for (const [i, weight] of printed.entries()) expect(weights[i]).toBeCloseTo(weight, 3);
    expect(lambdaMax).toBeCloseTo(9.669, 3);
    expect(consistencyRatio).toBeCloseTo(0.169, 3);
  });

  it('solves three elements as the closed form does: wᵢ ∝ (Πⱼ aᵢⱼ)^⅓, λmax = 1 + c + 1 ÷ c', () => {
    for (const [a, b, c] of [
      [3, 5, 2],
      [1e6, 1e-6, 1e6],
      [1e9, 1e-9, 7],
      [1, 9, 1 / 9],
    ] as const) {
      const { weights, lambdaMax } = priorityVector(reciprocalOf([[a, b], [c]]));
      const means = [Math.cbrt(a * b), Math.cbrt(c / a), Math.cbrt(1 / b / c)];
      const total = means.reduce((sum, mean) => sum + mean, 0);
      expectEachNear(
        weights,
        means.map((mean) => mean / total),
        1e-13,
      );
      const cycle = Math.cbrt((a * c) / b);
      expect(lambdaMax / (1 + cycle + 1 / cycle)).toBeCloseTo(1, 13);
    }
  });

  /* Figures: mpmath 1.3 at 60 digits, Noda iteration. */
  it('keeps 14 digits where power iteration crawls: judgements of 1e6 that contradict each other', () => {
    const big = 1e6;
    const small = 1e-6;
    const ordered = priorityVector(
      reciprocalOf([[big, big, big, big], [small, big, small], [big, small], [small]]),
    );
    expectEachNear(
      ordered.weights,
      [
        0.996018928295461, 6.284454580493121e-8, 1.5785836190178903e-5, 2.5018864315120817e-10,
        0.003965222773614326,
      ],
      1e-14,
    );
    expect(ordered.lambdaMax / 3997.983984382675).toBeCloseTo(1, 14);
    const cyclic = priorityVector(
      reciprocalOf([[big, small, small, big], [small, big, small], [big, big], [small]]),
    );
    expectEachNear(
      cyclic.weights,
      [
        0.18718521334355154, 0.09614203737463517, 0.4174777921887012, 0.13415054147194777,
        0.16504441562116434,
      ],
      1e-14,
    );
    expect(cyclic.lambdaMax / 1395337.9944717854).toBeCloseTo(1, 14);
  });

  it.each([
    [3, 0.58],
    [4, 0.9],
    [5, 1.12],
    [6, 1.24],
    [7, 1.32],
    [8, 1.41],
    [9, 1.45],
    [10, 1.49],
    [11, 1.51],
    [12, 1.48],
    [13, 1.56],
    [14, 1.57],
    [15, 1.59],
  ])("divides by Saaty's random index of 1980 for n = %i", (n, index) => {
    const weights = Array.from({ length: n }, (_, i) => i + 1);
    const matrix = consistentMatrix(weights);
    (matrix[0] ?? [])[1] = 4;
    (matrix[1] ?? [])[0] = 1 / 4;
    const { consistencyIndex, consistencyRatio } = priorityVector(matrix);
    expect(consistencyIndex).toBeGreaterThan(0.001);
    expect((consistencyIndex ?? 0) / (consistencyRatio ?? 1)).toBeCloseTo(index, 12);
  });

  it.each([
    [
      [[1]],
      { weights: [1], lambdaMax: 1, consistencyIndex: null, consistencyRatio: null },
      'one element',
    ],
    [
      [
        [1, 4],
        [0.25, 1],
      ],
      { weights: [0.8, 0.2], lambdaMax: 2, consistencyIndex: 0, consistencyRatio: null },
      'always consistent',
    ],
    [
      consistentMatrix(new Array(16).fill(1)),
      {
        weights: new Array(16).fill(1 / 16),
        lambdaMax: 16,
        consistencyIndex: 0,
        consistencyRatio: null,
      },
      'more than 15',
    ],
  ])('has no consistency ratio where there is none to have (case %#)', (matrix, figures, why) => {
    expect(runCalc('ahp', { matrix })).toEqual({
      ok: true,
      output: { ...figures, notes: [expect.stringContaining(why)] },
    });
  });

  it.each([
    [{}, 'calc.missingField', 'matrix'],
    [{ matrix: [] }, 'calc.emptySample', 'matrix'],
    [{ matrix: [[]] }, 'calc.emptySample', 'matrix[0]'],
    [{ matrix: [[1, 2]] }, 'calc.notSquare', 'matrix'],
    [{ matrix: [[1, 2], [0.5]] }, 'calc.raggedMatrix', 'matrix[1]'],
    [
      {
        matrix: [
          [1, 2],
          [0.4, 1],
        ],
      },
      'calc.notReciprocal',
      'matrix[0][1]',
    ],
    [
      {
        matrix: [
          [1, 1, 3],
          [1, 1, 1],
          [0.33, 1, 1],
        ],
      },
      'calc.notReciprocal',
      'matrix[0][2]',
    ],
    [
      {
        matrix: [
          [1, 2],
          [0.5, 2],
        ],
      },
      'calc.notReciprocal',
      'matrix[1][1]',
    ],
    [
      {
        matrix: [
          [1, -2],
          [-0.5, 1],
        ],
      },
      'calc.notReciprocal',
      'matrix[0][1]',
    ],
    [
      {
        matrix: [
          [1, 2],
          [0, 1],
        ],
      },
      'calc.notReciprocal',
      'matrix[1][0]',
    ],
    [
      {
        matrix: [
          [1, 1e12],
          [1e-12, 1],
        ],
      },
      'calc.outOfRange',
      'matrix[0][1]',
    ],
    [
      {
        matrix: [
          [1, Number.NaN],
          [1, 1],
        ],
      },
      'calc.notFinite',
      'matrix[0][1]',
    ],
    [
      {
        matrix: [
          [1, '2'],
          [0.5, 1],
        ],
      },
      'calc.wrongType',
      'matrix[0][1]',
    ],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('ahp', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('asks for another look at judgements that contradict each other, and names who made them', () => {
    const circle = [
      [1, 3, 1 / 3],
      [1 / 3, 1, 3],
      [3, 1 / 3, 1],
    ];
    const agreed = [
      [1, 2, 4],
      [1 / 2, 1, 2],
      [1 / 4, 1 / 2, 1],
    ];
    const sentence = expect.stringContaining('consistencyRatio is above 0.1');
    const group = { matrices: [agreed, circle, agreed], method: 'aip-arithmetic' };

    expect(runCalc('ahp', { matrix: circle })).toMatchObject({ output: { notes: [sentence] } });
    expect(runCalc('ahp', { matrix: agreed })).not.toHaveProperty('output.notes');
    expect(runCalc('ahp-group', group)).toMatchObject({
      output: { notes: [expect.stringContaining('above 0.1 for members[1]:')] },
    });
  });

  it('tells the writer of 0.33 what to write', () => {
    const result = runCalc('ahp', {
      matrix: [
        [1, 3],
        [0.33, 1],
      ],
    });
    expect(result).toMatchObject({
      error: { message: expect.stringContaining('write 1/3 as the full fraction') },
    });
  });

  it('takes fractions of seven digits as reciprocal', () => {
    const matrix = [
      [1, 3, 7],
      [0.3333333, 1, 2],
      [0.1428571, 0.5, 1],
    ];
    expect(runCalc('ahp', { matrix })).toMatchObject({ ok: true });
  });

  it('gives positive weights that sum to 1 and solve A·w = λmax·w, with λmax ≥ n', () => {
    fc.assert(
      fc.property(anyMatrix, (matrix) => {
        const { weights, lambdaMax, consistencyIndex } = priorityVector(matrix);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
        expect(Math.min(...weights)).toBeGreaterThan(0);
        const sums = matrix.map((row) =>
          row.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0),
        );
        expectEachNear(
          sums,
          weights.map((weight) => weight * lambdaMax),
          1e-12,
        );
        expect(lambdaMax).toBeGreaterThanOrEqual(matrix.length);
        expect(consistencyIndex ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('follows its elements through any change of order', () => {
    const shuffled = anyMatrix.chain((matrix) =>
      fc.record({
        matrix: fc.constant(matrix),
        order: fc.shuffledSubarray([...matrix.keys()], { minLength: matrix.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ matrix, order }) => {
        const plain = priorityVector(matrix);
        const moved = priorityVector(order.map((i) => order.map((j) => matrix[i]?.[j] ?? 1)));
        expectEachNear(
          moved.weights,
          order.map((i) => plain.weights[i] ?? 0),
          1e-13,
        );
        expect(moved.lambdaMax / plain.lambdaMax).toBeCloseTo(1, 13);
      }),
    );
  });

  it('gives back the weights behind consistent judgements, with CI and CR of 0', () => {
    const weight = fc.double({ min: -3, max: 3, noNaN: true }).map((e) => 10 ** e);
    fc.assert(
      fc.property(fc.array(weight, { minLength: 3, maxLength: 15 }), (weights) => {
        const result = priorityVector(consistentMatrix(weights));
        const total = weights.reduce((sum, one) => sum + one, 0);
        expectEachNear(
          result.weights,
          weights.map((one) => one / total),
          1e-13,
        );
        expect(result.consistencyIndex).toBeGreaterThanOrEqual(0);
        expect(result.consistencyRatio).toBeLessThanOrEqual(1e-12);
      }),
    );
  });
});
