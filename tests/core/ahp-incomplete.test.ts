import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import {
  comparisonsToAsk,
  comparisonsToConnect,
} from '../../core/domain/ahp/comparisons-to-ask.ts';
import { readJudgementBlock } from '../../core/domain/ahp/judgement-block.ts';
import {
  comparedGroups,
  type JudgementTable,
  judgementTable,
} from '../../core/domain/ahp/judgement-table.ts';
import { judgementsToRevise, withJudgement } from '../../core/domain/ahp/judgements-to-revise.ts';
import { priorityVector } from '../../core/domain/ahp/priority-vector.ts';
import {
  judgementText,
  nearestSaatyValue,
  parseJudgement,
  saatyValues,
} from '../../core/domain/ahp/saaty-scale.ts';
import { randomIndexWithGaps, tablePriorities } from '../../core/domain/ahp/table-priorities.ts';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';
import { judgementMatrix } from '../support/calc-arbitraries/judgement.ts';
import { expectEachNear } from '../support/near.ts';

/** The priorities of a table that is known to be connected. */
function prioritiesOf(table: JudgementTable) {
  const result = tablePriorities(table);
  if (result.kind === 'apart') throw new Error('stands apart');
  return result;
}

const saatyTable = (n: number) =>
  fc
    .array(fc.constantFrom(...saatyValues), {
      minLength: (n * (n - 1)) / 2,
      maxLength: (n * (n - 1)) / 2,
    })
    .map((ratios) => {
      const pairs = Array.from({ length: n }, (_, i) => i).flatMap((row) =>
        Array.from({ length: n - row - 1 }, (_, d) => ({ row, column: row + d + 1 })),
      );
      return judgementTable(
        n,
        pairs.map((pair, p) => ({ ...pair, ratio: ratios[p] ?? 1 })),
      );
    });

/** Any table with some comparisons taken out, connected or not. */
const gappyTable = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc.tuple(saatyTable(n), fc.array(fc.nat(n * n - 1), { maxLength: n * 2 })).map(([table, gaps]) =>
    gaps.reduce<JudgementTable>((rest, gap) => {
      const [row, column] = [Math.floor(gap / n), gap % n];
      return row === column ? rest : withJudgement(rest, row, column, null);
    }, table),
  ),
);

describe('a table of comparisons', () => {
  it('holds each comparison on both sides, the later one of a pair', () => {
    const table = judgementTable(3, [
      { row: 0, column: 1, ratio: 2 },
      { row: 2, column: 0, ratio: 4 },
      { row: 0, column: 1, ratio: 3 },
      { row: 1, column: 1, ratio: 9 },
      { row: 0, column: 7, ratio: 9 },
    ]);
    expect(table).toEqual([
      [1, 3, 1 / 4],
      [1 / 3, 1, null],
      [4, null, 1],
    ]);
  });

  it('names the groups of elements that nothing connects', () => {
    const table = judgementTable(5, [
      { row: 0, column: 3, ratio: 2 },
      { row: 4, column: 2, ratio: 2 },
    ]);
    expect(comparedGroups(table)).toEqual([[0, 3], [1], [2, 4]]);
    expect(tablePriorities(table)).toEqual({ kind: 'apart', groups: [[0, 3], [1], [2, 4]] });
    expect(comparisonsToConnect(table)).toBe(2);
  });

  it.each([
    [[], 'calculation.tooFew', 'matrix'],
    [[[1, 2]], 'calculation.sizeMismatch', 'matrix[0]'],
    [
      [
        [1, null],
        [2, 1],
      ],
      'calculation.outOfRange',
      'matrix[0][1]',
    ],
    [
      [
        [1, 3],
        [2, 1],
      ],
      'calculation.outOfRange',
      'matrix[0][1]',
    ],
    [
      [
        [null, 2],
        [0.5, 1],
      ],
      'calculation.outOfRange',
      'matrix[0][0]',
    ],
    [
      [
        [1, -2],
        [-0.5, 1],
      ],
      'calculation.outOfRange',
      'matrix[0][1]',
    ],
  ])('refuses %j', (table, code, path) => {
    expect(() => tablePriorities(table)).toThrow(AppError);
    try {
      tablePriorities(table);
    } catch (error) {
      expect(error).toMatchObject({ code, path });
    }
  });
});

describe('priorities of comparisons with gaps', () => {
  it("is Harker's example worked by hand: a:b 2, b:c 2, a:c missing gives 4 : 2 : 1", () => {
    const table = judgementTable(3, [
      { row: 0, column: 1, ratio: 2 },
      { row: 1, column: 2, ratio: 2 },
    ]);
    const result = prioritiesOf(table);
    expectEachNear(result.weights, [4 / 7, 2 / 7, 1 / 7], 1e-13);
    expect(result).toMatchObject({
      missing: 1,
      consistencyRatio: null,
      notes: ['nothingToContradict'],
    });
    expect(result.lambdaMax).toBeCloseTo(3, 12);
  });

  it('is exactly what csm calc ahp says where nothing is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }).chain(judgementMatrix), (matrix) => {
        expect(tablePriorities(matrix)).toEqual({
          kind: 'priorities',
          missing: 0,
          ...priorityVector(matrix),
        });
      }),
    );
  });

  it('is what the whole table says once every gap holds the value the priorities give it', () => {
    fc.assert(
      fc.property(gappyTable, (table) => {
        const result = tablePriorities(table);
        if (result.kind === 'apart') return;
        const { weights } = result;
        const filled = table.map((row, i) =>
          row.map((value, j) => value ?? (weights[i] ?? 1) / (weights[j] ?? 1)),
        );
        const whole = priorityVector(filled);
        expectEachNear(weights, whole.weights, 1e-10);
        expect(result.lambdaMax / whole.lambdaMax).toBeCloseTo(1, 10);
      }),
    );
  });

  it('finds the weights behind consistent comparisons, however few, as long as they connect all', () => {
    const weight = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 3, maxLength: 9 }),
        fc.infiniteStream(fc.nat()),
        (weights, stream) => {
          const pick = stream[Symbol.iterator]();
          const tree = weights.slice(1).map((own, i) => {
            const column = Number(pick.next().value) % (i + 1);
            return { row: i + 1, column, ratio: own / (weights[column] ?? 1) };
          });
          const total = weights.reduce((sum, one) => sum + one, 0);
          const result = prioritiesOf(judgementTable(weights.length, tree));
          expectEachNear(
            result.weights,
            weights.map((one) => one / total),
            1e-10,
          );
          expect(result.consistencyIndex).toBeCloseTo(0, 10);
        },
      ),
    );
  });

  it('expects less contradiction of fewer comparisons, down to none, and Saaty’s index of all', () => {
    expect(randomIndexWithGaps(5, 0)).toBe(1.12);
    expect(randomIndexWithGaps(5, 3)).toBeCloseTo(0.56, 12);
    expect(randomIndexWithGaps(5, 6)).toBeNull();
    expect(randomIndexWithGaps(2, 0)).toBeNull();
    expect(randomIndexWithGaps(16, 1)).toBeNull();
  });

  it('expects about the contradiction that random comparisons show (4 elements, 1 and 2 gaps)', () => {
    const random = new SeededRandom(5);
    const gaps = [
      [{ row: 2, column: 3 }],
      [
        { row: 2, column: 3 },
        { row: 1, column: 3 },
      ],
    ];
    for (const missing of gaps) {
      let sum = 0;
      const draws = 4000;
      for (let draw = 0; draw < draws; draw++) {
        const judgements = [0, 1, 2].flatMap((row) =>
          [0, 1, 2, 3]
            .filter((column) => column > row)
            .filter((column) => !missing.some((gap) => gap.row === row && gap.column === column))
            .map((column) => ({ row, column, ratio: random.pick(saatyValues) })),
        );
        sum += prioritiesOf(judgementTable(4, judgements)).consistencyIndex ?? 0;
      }
      const expected = randomIndexWithGaps(4, missing.length) ?? 0;
      expect(Math.abs(sum / draws / expected - 1)).toBeLessThan(0.12);
    }
  });
});

describe('the comparison to ask next', () => {
  it('is one that joins groups, as long as elements stand apart', () => {
    const table = judgementTable(5, [
      { row: 0, column: 3, ratio: 2 },
      { row: 2, column: 4, ratio: 2 },
    ]);
    const asked = comparisonsToAsk(table);
    expect(asked[0]).toEqual({
      row: 0,
      column: 2,
      uncertainty: null,
      implied: null,
      suggested: null,
    });
    expect(asked.map(({ row, column }) => [row, column])).toHaveLength(8);
  });

  it('is the one about which the chain of the others says least: its ends', () => {
    const chain = judgementTable(4, [
      { row: 0, column: 1, ratio: 2 },
      { row: 1, column: 2, ratio: 2 },
      { row: 2, column: 3, ratio: 1 },
    ]);
    const [first, ...others] = comparisonsToAsk(chain);
    expect(first).toMatchObject({ row: 0, column: 3, suggested: 4 });
    expect(first?.uncertainty).toBeCloseTo(3, 12);
    expect(first?.implied).toBeCloseTo(4, 12);
    expect(others.map(({ row, column }) => [row, column])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(others.map(({ uncertainty }) => uncertainty?.toFixed(9))).toEqual([
      '2.000000000',
      '2.000000000',
    ]);
  });

  it('is nothing once everything is compared, and asking in turn ends there', () => {
    fc.assert(
      fc.property(gappyTable, (table) => {
        let rest: JudgementTable = table;
        for (let asked = 0; asked <= 21; asked++) {
          const next = comparisonsToAsk(rest)[0];
          if (next === undefined) break;
          expect(rest[next.row]?.[next.column]).toBeNull();
          const before = comparedGroups(rest).length;
          rest = withJudgement(rest, next.row, next.column, next.suggested ?? 1);
          expect(comparedGroups(rest).length).toBe(Math.max(1, before - 1));
        }
        expect(comparisonsToAsk(rest)).toEqual([]);
      }),
    );
  });
});

describe('the comparison to revise', () => {
  it('is the slip in comparisons that are consistent but for it, and goes back to what fits', () => {
    const weights = [8, 4, 2, 1];
    const consistent = weights.map((own) => weights.map((other) => own / other));
    const slipped = withJudgement(consistent, 1, 3, 1 / 4);
    const checks = judgementsToRevise(slipped);
    expect(checks[0]).toMatchObject({ row: 1, column: 3, ratio: 1 / 4, proposed: 4 });
    expect(checks[0]?.implied).toBeCloseTo(4, 12);
    expect(checks[0]?.ratioAfter).toBeCloseTo(0, 12);
    expect(prioritiesOf(slipped).consistencyRatio).toBeGreaterThan(0.1);
  });

  it('finds what Saaty looked at first in his purchase of a house (EJOR 145, 2003): row 3, column 7', () => {
    const upper = [
      [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
      [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
      [6, 3, 4, 6, 1 / 5],
      [1 / 3, 1 / 4, 1 / 7, 1 / 8],
      [1 / 2, 1 / 5, 1 / 6],
      [1 / 5, 1 / 6],
      [1 / 2],
    ];
    const table = judgementTable(
      8,
      upper.flatMap((row, i) => row.map((ratio, d) => ({ row: i, column: i + d + 1, ratio }))),
    );
    const [first] = judgementsToRevise(table);
    expect(first).toMatchObject({ row: 2, column: 6, ratio: 6 });
    expect(first?.deviation).toBeCloseTo(5.32, 1);
    expect(first?.implied).toBeCloseTo(1 / 2.2, 1);
    expect(first?.ratioAfter).toBeLessThan(0.17);
  });

  it('proposes only what makes the comparisons more consistent, and says by how much', () => {
    fc.assert(
      fc.property(gappyTable, (table) => {
        const result = tablePriorities(table);
        const checks = judgementsToRevise(table);
        if (result.kind === 'apart') {
          expect(checks).toEqual([]);
          return;
        }
        for (const [place, check] of checks.entries()) {
          expect(check.deviation).toBeGreaterThanOrEqual(1);
          expect(check.deviation).toBeLessThanOrEqual(
            (checks[place - 1]?.deviation ?? Number.POSITIVE_INFINITY) * (1 + 1e-8),
          );
          if (check.proposed === null) continue;
          const after = withJudgement(table, check.row, check.column, check.proposed);
          expect(prioritiesOf(after).consistencyRatio).toBe(check.ratioAfter);
          expect(check.ratioAfter).toBeLessThan(result.consistencyRatio ?? 0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('proposes nothing where nothing contradicts: two elements, a chain, consistent comparisons', () => {
    for (const table of [
      judgementTable(2, [{ row: 0, column: 1, ratio: 5 }]),
      judgementTable(3, [
        { row: 0, column: 1, ratio: 5 },
        { row: 1, column: 2, ratio: 5 },
      ]),
      [1, 2, 4].map((own) => [1, 2, 4].map((other) => own / other)),
    ]) {
      expect(judgementsToRevise(table).every(({ proposed }) => proposed === null)).toBe(true);
    }
  });
});

describe('an entry of a comparison', () => {
  it.each([
    ['3', 3],
    ['1/3', 1 / 3],
    [' 1 / 3 ', 1 / 3],
    ['⅓', 1 / 3],
    ['¼', 1 / 4],
    ['0.33', 1 / 3],
    ['0,333', 1 / 3],
    ['0.17', 1 / 6],
    ['0.16', 1 / 6],
    ['0.14', 1 / 7],
    ['0.11', 1 / 9],
    ['0.5', 1 / 2],
    ['2.5', 2.5],
    ['９', 9],
    ['3:1', 3],
    ['1:3', 1 / 3],
    ['0.7', 0.7],
    ['1.00', 1],
    ['', null],
    ['  ', null],
  ])('reads %j', (entry, ratio) => {
    expect(parseJudgement(entry)).toEqual({ ratio });
  });

  it.each(['10', '0', '1/10', '0.1', '-3', '1/0', '0/0', 'x', '3/', '1/3/5', '9e0', 'NaN'])(
    'refuses %j',
    (entry) => {
      expect(parseJudgement(entry)).toBeNull();
    },
  );

  it('reads back what it writes, over the whole scale', () => {
    for (const value of [...saatyValues, 2.5, 0.4]) {
      expect(parseJudgement(judgementText(value))).toEqual({ ratio: value });
    }
  });

  it('takes the nearest value of the scale in proportion', () => {
    expect([1.4, 1.42, 0.3, 40, 0.001, 6.4].map(nearestSaatyValue)).toEqual([
      1,
      2,
      1 / 3,
      9,
      1 / 9,
      6,
    ]);
  });
});

describe('a pasted table of comparisons', () => {
  it('takes both halves, or one, with fractions and decimals, and blanks as not made', () => {
    const third = 1 / 3;
    expect(
      readJudgementBlock(
        [
          ['1', '3', ''],
          ['', '1', '1/5'],
          ['2', '', '1'],
        ],
        3,
      ),
    ).toEqual({
      table: [
        [1, 3, 1 / 2],
        [third, 1, 1 / 5],
        [2, 5, 1],
      ],
      faults: [],
    });
    expect(
      readJudgementBlock(
        [
          ['1', '3'],
          ['0.33', '1'],
        ],
        2,
      ).table,
    ).toEqual([
      [1, 3],
      [third, 1],
    ]);
    expect(
      readJudgementBlock(
        [
          ['', '0.29'],
          ['3.5', ''],
        ],
        2,
      ),
    ).toEqual({
      table: [
        [1, 1 / 3.5],
        [3.5, 1],
      ],
      faults: [],
    });
    expect(readJudgementBlock([], 2)).toEqual({
      table: [
        [1, null],
        [null, 1],
      ],
      faults: [],
    });
  });

  it('names what cannot be: no comparison, a diagonal that is not 1, halves that disagree, too much', () => {
    const { table, faults } = readJudgementBlock(
      [
        ['2', '3', 'x'],
        ['3', '1', '5', '7'],
      ],
      3,
    );
    expect(table).toEqual([
      [1, null, null],
      [null, 1, 5],
      [null, 1 / 5, 1],
    ]);
    expect(faults).toEqual([
      { row: 0, column: 0, entry: '2', reason: 'notOne' },
      { row: 0, column: 1, entry: '3', reason: 'notReciprocal' },
      { row: 0, column: 2, entry: 'x', reason: 'notAJudgement' },
      { row: 1, column: 0, entry: '3', reason: 'notReciprocal' },
      { row: 1, column: 3, entry: '7', reason: 'outside' },
    ]);
  });

  it('reads back any table it is written from, from both halves', () => {
    fc.assert(
      fc.property(gappyTable, (table) => {
        const block = table.map((row) =>
          row.map((ratio) => (ratio === null ? '' : judgementText(ratio))),
        );
        expect(readJudgementBlock(block, table.length)).toEqual({ table, faults: [] });
      }),
    );
  });
});
