import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupMethods, groupPriorities } from '../../core/domain/ahp/group-priorities.ts';
import { type JudgementTable, judgementTable } from '../../core/domain/ahp/judgement-table.ts';
import { withJudgement } from '../../core/domain/ahp/judgements-to-revise.ts';
import {
  consensusGrade,
  outlyingDistances,
  sharedConsensus,
} from '../../core/domain/ahp/panel-agreement.ts';
import { panelPriorities } from '../../core/domain/ahp/panel-priorities.ts';
import { judgementMatrix } from '../support/calc-arbitraries/judgement.ts';
import { expectEachNear } from '../support/near.ts';

const member = (id: number, table: JudgementTable, voice = 1) => ({ id, voice, table });
const pair = (ratio: number) => judgementTable(2, [{ row: 0, column: 1, ratio }]);
const knowing = (weights: readonly number[]) =>
  weights.map((own) => weights.map((other) => own / other));

describe('priorities of a panel', () => {
  it('are exactly those of csm calc ahp-group where all voices are equal and nothing is missing', () => {
    const group = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.array(judgementMatrix(n), { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(group, fc.constantFrom(...groupMethods), (matrices, method) => {
        const panel = panelPriorities(
          matrices.map((matrix, k) => member(k, matrix)),
          method,
        );
        const plain = groupPriorities(matrices, method);
        expect(panel.weights).toEqual(plain.weights);
        expect(panel.joint?.table ?? null).toEqual(plain.joint?.matrix ?? null);
        expect(panel.members.map(({ priorities }) => priorities)).toEqual(
          plain.members.map((own) => ({ kind: 'priorities', missing: 0, ...own })),
        );
      }),
    );
  });

  it('count a voice of two as two members who said the same', () => {
    const group = fc
      .integer({ min: 2, max: 5 })
      .chain((n) => fc.tuple(judgementMatrix(n), judgementMatrix(n)));
    fc.assert(
      fc.property(group, fc.constantFrom(...groupMethods), ([a, b], method) => {
        const weighted = panelPriorities([member(1, a, 2), member(2, b)], method);
        const repeated = groupPriorities([a, a, b], method);
        expectEachNear(weighted.weights ?? [], repeated.weights, 1e-9);
      }),
    );
  });

  it('hear a member without a voice no more than one who is not there', () => {
    const panel = panelPriorities(
      [member(1, pair(4)), member(2, pair(1 / 9), 0)],
      'aip-arithmetic',
    );
    expectEachNear(panel.weights ?? [], [0.8, 0.2], 1e-14);
    expect(panel.members.map(({ voice }) => voice)).toEqual([1, 0]);
  });

  it('put together what each member alone could not weigh, by joint comparisons', () => {
    const first = judgementTable(3, [{ row: 0, column: 1, ratio: 2 }]);
    const second = judgementTable(3, [{ row: 1, column: 2, ratio: 2 }]);
    const joint = panelPriorities([member(1, first), member(2, second)], 'aij-geometric');
    expectEachNear(joint.weights ?? [], [4 / 7, 2 / 7, 1 / 7], 1e-12);
    expect(joint.members.map(({ priorities }) => priorities.kind)).toEqual(['apart', 'apart']);
    expect(joint.similarities).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(joint.consensus).toBeNull();
    const single = panelPriorities([member(1, first), member(2, second)], 'aip-geometric');
    expect(single.weights).toBeNull();
  });

  it('leave out of mean priorities who has none, and count the others alone', () => {
    const whole = knowing([4, 2, 1]);
    const apart = withJudgement(withJudgement(whole, 0, 1, null), 0, 2, null);
    const panel = panelPriorities([member(1, whole), member(2, apart)], 'aip-arithmetic');
    expectEachNear(panel.weights ?? [], [4 / 7, 2 / 7, 1 / 7], 1e-12);
    expect(panel.members[1]?.similarity).toBeNull();
  });

  it('say who stands apart: six of one mind and one who turns everything round', () => {
    const minds = [
      [5, 3, 1],
      [5, 2.8, 1],
      [4.8, 3, 1],
      [5, 3.2, 1.1],
      [5.2, 3, 1],
      [5, 3, 0.9],
      [1, 3, 5],
    ];
    const panel = panelPriorities(
      minds.map((weights, k) => member(k, knowing(weights))),
      'aip-geometric',
    );
    expect(panel.members.map(({ outlier }) => outlier)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
    expect(panel.members[6]?.similarity).toBeLessThan(panel.members[0]?.similarity ?? 0);
    expect(panel.members[6]?.typicalFactor).toBeGreaterThan(2);
  });

  it.each([
    [[], 'calculation.tooFew', 'members'],
    [[member(1, pair(2), -1)], 'calculation.outOfRange', 'members[0].voice'],
    [[member(1, pair(2), 0)], 'calculation.outOfRange', 'members'],
    [[member(1, pair(2)), member(2, [[1]])], 'calculation.sizeMismatch', 'members[1].table'],
    [
      [
        member(1, [
          [1, 2],
          [2, 1],
        ]),
      ],
      'calculation.outOfRange',
      'members[0].table[0][1]',
    ],
  ])('refuse what is no panel (case %#)', (members, code, path) => {
    expect(() => panelPriorities(members, 'aij-geometric')).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
});

describe('consensus of a panel', () => {
  const voices = (...lists: number[][]) => lists.map((weights) => ({ weights, voice: 1 }));

  it('is 1 for members of one mind and 0 for each with a criterion of their own, nine times the rest', () => {
    const only = (place: number) => [0, 1, 2].map((i) => (i === place ? 9 / 11 : 1 / 11));
    expect(sharedConsensus(voices([0.5, 0.3, 0.2], [0.5, 0.3, 0.2]))).toBeCloseTo(1, 12);
    expect(sharedConsensus(voices(only(0), only(1), only(2)))).toBeCloseTo(0, 12);
  });

  it('is Goepel’s S* of two members and two criteria, worked by hand', () => {
    // Hα = ln 5 − 0.8·ln 4 each, Hγ = ln 2; Dα,min = exp of the entropy of 0.9 and 0.1.
    const alpha = Math.log(5) - 0.8 * Math.log(4);
    const floor = Math.exp(-0.9 * Math.log(0.9) - 0.1 * Math.log(0.1)) / 2;
    const wanted = (Math.exp(alpha) / 2 - floor) / (1 - floor);
    expect(sharedConsensus(voices([0.8, 0.2], [0.2, 0.8]))).toBeCloseTo(wanted, 12);
  });

  it('stays between 0 and 1 whatever the weights, and needs two voices', () => {
    const weights = fc
      .array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
      .map((list) => {
        const total = list.reduce((sum, one) => sum + one, 0);
        return list.map((one) => one / total);
      });
    fc.assert(
      fc.property(fc.array(weights, { minLength: 2, maxLength: 6 }), (lists) => {
        const consensus = sharedConsensus(voices(...lists));
        expect(consensus).toBeGreaterThanOrEqual(0);
        expect(consensus).toBeLessThanOrEqual(1);
      }),
    );
    expect(sharedConsensus(voices([0.5, 0.5]))).toBeNull();
    expect(sharedConsensus(voices([1], [1]))).toBeNull();
  });

  it('has Goepel’s words', () => {
    expect([0.2, 0.5, 0.7, 0.8, 0.9].map(consensusGrade)).toEqual([
      'veryLow',
      'low',
      'moderate',
      'high',
      'veryHigh',
    ]);
  });

  it('calls nobody out of line in a small group, nor for a hair’s breadth', () => {
    expect(outlyingDistances([0, 0, 0, 5])).toEqual([false, false, false, false]);
    expect(outlyingDistances([0.01, 0.01, 0.01, 0.01, 0.1])).toEqual(new Array(5).fill(false));
    expect(outlyingDistances([0.1, 0.1, null, 0.1, 0.1, 0.9])).toEqual([
      ...new Array(5).fill(false),
      true,
    ]);
  });
});
