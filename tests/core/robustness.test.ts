import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { computeHouse, rankDescending } from '../../core/domain/house/house.ts';
import { houseRobustness, type RobustnessInput } from '../../core/domain/house/robustness.ts';
import { quantileOfCounts } from '../../core/numerics/count-quantile.ts';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';
import { quantileOf } from '../../core/numerics/quantile.ts';
import { judgementExamples } from '../support/calc-examples/judgement.ts';

const example = judgementExamples.robustness as RobustnessInput;

/** The rule as one would write it down: a house and its ranks for every draw. */
function ranksByDraw({ weights, relations, scales, ...input }: RobustnessInput): number[][] {
  return Array.from({ length: input.draws }, (_, draw) => {
    const random = streamOfDraw(input.seed, draw);
    const scale = scales?.[random.integer(0, (scales?.length ?? 1) - 1)];
    if (scales === undefined) random.next();
    const noisy = weights.map((w) => w * (1 + input.weightNoise * (2 * random.next() - 1)));
    const strengthOf = (relation: number) => {
      const place = scales?.[0]?.indexOf(relation) ?? -1;
      return scale !== undefined && place >= 0 ? (scale[place] ?? 0) : relation;
    };
    const table = relations.map((row) => row.map(strengthOf));
    return rankDescending(computeHouse({ weights: noisy, relations: table }).absolute);
  });
}

const anyCase: fc.Arbitrary<RobustnessInput> = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 7 }), fc.boolean())
  .chain(([m, n, hasScales]) =>
    fc.record({
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: m, maxLength: m }),
      relations: fc.array(
        fc.array(fc.constantFrom(0, 0, 1, 3, 9), { minLength: n, maxLength: n }),
        { minLength: m, maxLength: m },
      ),
      draws: fc.integer({ min: 1, max: 25 }),
      seed: fc.integer(),
      weightNoise: fc.constantFrom(0, 0.1, 0.5, 1),
      topK: fc.integer({ min: 1, max: n }),
      ...(hasScales
        ? {
            scales: fc.constant([
              [9, 3, 1],
              [5, 3, 1],
              [4, 4, 2],
            ]),
          }
        : {}),
    }),
  );

describe('robustness of a house', () => {
  it('is what a house and its ranks for every single draw say', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const result = houseRobustness(input);
        const byDraw = ranksByDraw(input);
        for (const [j, share] of result.topKShare.entries()) {
          const ranks = byDraw.map((ranks) => ranks[j] ?? 0).sort((a, b) => a - b);
          expect(share).toBe(ranks.filter((rank) => rank <= input.topK).length / input.draws);
          expect(result.rankMedian[j]).toBe(quantileOf(ranks, 0.5));
          expect(result.rankP05[j]).toBe(quantileOf(ranks, 0.05));
          expect(result.rankP95[j]).toBe(quantileOf(ranks, 0.95));
        }
      }),
    );
  });

  it("keeps the house's own ranks when nothing is varied", () => {
    const { weights, relations } = example;
    const { rank } = computeHouse({ weights, relations });
    const still = houseRobustness({
      weights,
      relations,
      draws: 50,
      seed: 1,
      weightNoise: 0,
      topK: 2,
    });
    expect(still.rankMedian).toEqual(rank);
    expect(still.rankP05).toEqual(rank);
    expect(still.rankP95).toEqual(rank);
    expect(still.topKShare).toEqual(rank.map((one) => (one <= 2 ? 1 : 0)));
  });

  /*
   * Weights 10 and 11, each off by U(−0.2, 0.2), one HOW each: P(10·(1 + u) > 11·(1 + v)) is the area of
   * u − 1.1·v > 0.1 in the square, worked by hand: 16 ÷ 55.
   */
  it('finds a share that can be worked out: 16 ÷ 55', () => {
    const draws = 200_000;
    const { topKShare } = houseRobustness({
      weights: [10, 11],
      relations: [
        [1, 0],
        [0, 1],
      ],
      draws,
      seed: 3,
      weightNoise: 0.2,
      topK: 1,
    });
    const share = 16 / 55;
    const standardError = Math.sqrt((share * (1 - share)) / draws);
    expect(Math.abs((topKShare[0] ?? 0) - share)).toBeLessThan(4 * standardError);
  });

  it('picks each scale as often as the next', () => {
    const draws = 60_000;
    const { topKShare } = houseRobustness({
      weights: [1, 1],
      relations: [
        [9, 3],
        [0, 3],
      ],
      draws,
      seed: 8,
      weightNoise: 0,
      topK: 1,
      // 9 against 6, 5 against 6, 4 against 6: the first HOW leads in one scale of three.
      scales: [
        [9, 3],
        [5, 3],
        [4, 3],
      ],
    });
    expect(Math.abs((topKShare[0] ?? 0) - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / draws));
  });

  it('answers the same for the same seed and not for another', () => {
    expect(houseRobustness(example)).toEqual(houseRobustness(example));
    expect(houseRobustness(example)).not.toEqual(houseRobustness({ ...example, seed: 8 }));
  });

  it('shares out topK places in every draw when there are no ties', () => {
    const random = streamOfDraw(99, 0);
    const noTies = {
      weights: Array.from({ length: 8 }, () => random.next() + 0.1),
      relations: Array.from({ length: 8 }, () => Array.from({ length: 12 }, () => random.next())),
    };
    for (const topK of [1, 5, 12]) {
      const { topKShare } = houseRobustness({ ...example, ...noTies, scales: undefined, topK });
      expect(topKShare.reduce((sum, share) => sum + share, 0)).toBeCloseTo(topK, 12);
    }
  });

  it('lets equal HOWs share a rank in every draw', () => {
    const relations = [
      [9, 9, 1],
      [3, 3, 1],
    ];
    const result = houseRobustness({ ...example, weights: [0.1, 0.3], relations, topK: 1 });
    expect(result.topKShare).toEqual([1, 1, 0]);
    expect(result.rankMedian).toEqual([1, 1, 3]);
  });

  it('puts everything first when nothing has weight', () => {
    const result = houseRobustness({ ...example, weights: [0, 0, 0, 0] });
    expect(result.rankP95).toEqual([1, 1, 1, 1]);
  });

  it.each([2 ** 1000, 2 ** -1000])('does not care for the size of the numbers: × %d', (factor) => {
    const { weights, relations, scales: _, ...rest } = example;
    const plain = houseRobustness({ weights, relations, ...rest });
    const scaled = houseRobustness({
      weights: weights.map((weight) => weight * factor),
      relations: relations.map((row) => row.map((value) => value * factor)),
      ...rest,
    });
    expect(scaled).toEqual(plain);
  });

  it('takes a million WHATs', () => {
    const rows = 1_000_000;
    const result = runCalc('robustness', {
      weights: new Array(rows).fill(1),
      relations: Array.from({ length: rows }, (_, i) => (i % 3 === 0 ? [9, 0] : [0, 3])),
      draws: 10,
      seed: 1,
      weightNoise: 0.5,
      topK: 1,
    });
    expect(result).toMatchObject({ ok: true, output: { topKShare: [1, 0] } });
  });

  const { scales: _, ...plain } = example;
  const withRelation = (value: number) => [
    [9, 0, 3, 1],
    [0, value, 1, 3],
    ...example.relations.slice(2),
  ];
  it.each([
    [{}, 'calc.missingField', 'weights'],
    [{ ...plain, seed: undefined }, 'calc.missingField', 'seed'],
    [{ ...plain, weights: [] }, 'calc.emptySample', 'weights'],
    [{ ...plain, weights: [1, 2] }, 'calc.sizeMismatch', 'relations'],
    [
      { ...plain, relations: [...example.relations.slice(0, 3), [1]] },
      'calc.raggedMatrix',
      'relations[3]',
    ],
    [{ ...plain, weights: [1, 2, -3, 4] }, 'calc.outOfRange', 'weights[2]'],
    [{ ...plain, draws: 0 }, 'calc.outOfRange', 'draws'],
    [{ ...plain, draws: 1_000_001 }, 'calc.outOfRange', 'draws'],
    [{ ...plain, draws: 1.5 }, 'calc.wrongType', 'draws'],
    [{ ...plain, weightNoise: 1.1 }, 'calc.outOfRange', 'weightNoise'],
    [{ ...plain, weightNoise: Number.NaN }, 'calc.notFinite', 'weightNoise'],
    [{ ...plain, topK: 0 }, 'calc.outOfRange', 'topK'],
    [{ ...plain, topK: 5 }, 'calc.outOfRange', 'topK'],
    [{ ...example, scales: [] }, 'calc.emptySample', 'scales'],
    [
      {
        ...example,
        scales: [
          [9, 3, 1],
          [5, 3],
        ],
      },
      'calc.raggedMatrix',
      'scales[1]',
    ],
    [{ ...example, scales: [[9, 3, 3, 1]] }, 'calc.duplicate', 'scales[0][2]'],
    [
      {
        ...example,
        scales: [
          [9, 3, 1],
          [1, 3, 5],
        ],
      },
      'calc.badScale',
      'scales[1][1]',
    ],
    [
      {
        ...example,
        scales: [
          [9, 3, 1],
          [5, 3, -1],
        ],
      },
      'calc.outOfRange',
      'scales[1][2]',
    ],
    [{ ...example, relations: withRelation(5) }, 'calc.outOfScale', 'relations[1][1]'],
    [
      { ...plain, weights: [1], relations: [new Array(5000).fill(1)] },
      'calc.tooManyColumns',
      'relations[0]',
    ],
  ])('refuses bad input (case %#)', (json, code, path) => {
    expect(runCalc('robustness', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it.each([
    [{ topK: 9 }, 'outOfRange', 'topK'],
    [{ draws: 0.5 }, 'outOfRange', 'draws'],
    [{ seed: Number.NaN }, 'outOfRange', 'seed'],
    [{ weights: [1] }, 'sizeMismatch', 'relations'],
    [{ scales: [[9, 3]] }, 'outOfRange', 'relations[0][3]'],
  ])('refuses what its callers may not pass: %j', (change, reason, path) => {
    expect(() => houseRobustness({ ...example, ...change })).toThrow(
      expect.objectContaining({ code: `calculation.${reason}`, path }),
    );
  });
});

describe('quantile of counted numbers', () => {
  it('is the quantile of the numbers themselves', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 50 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const counts = new Uint32Array(13);
          for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
          const sorted = values.toSorted((a, b) => a - b);
          expect(quantileOfCounts(counts, p)).toBe(quantileOf(sorted, p));
        },
      ),
    );
  });

  it('has none of nothing', () => {
    expect(() => quantileOfCounts(new Uint32Array(3), 0.5)).toThrow(RangeError);
  });
});
