import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { groupMethods, groupPriorities } from '../../core/domain/ahp/group-priorities.ts';
import { priorityVector } from '../../core/domain/ahp/priority-vector.ts';
import { judgementMatrix } from '../support/calc-arbitraries/judgement.ts';
import { expectEachNear } from '../support/near.ts';

const anyMatrix = fc.integer({ min: 1, max: 9 }).chain(judgementMatrix);

describe('priorities of a group', () => {
  const pair = (ratio: number) => [
    [1, ratio],
    [1 / ratio, 1],
  ];

  it('aggregates two members as worked by hand', () => {
    const matrices = [pair(4), pair(1)];
    expectEachNear(groupPriorities(matrices, 'aij-geometric').weights, [2 / 3, 1 / 3], 1e-14);
    expectEachNear(groupPriorities(matrices, 'aip-arithmetic').weights, [0.65, 0.35], 1e-14);
    expectEachNear(groupPriorities(matrices, 'aip-geometric').weights, [2 / 3, 1 / 3], 1e-14);
  });

  it("joins judgements so that opposite ones cancel out (Aczél & Saaty's reciprocity)", () => {
    const { joint } = groupPriorities([pair(9), pair(1 / 9)], 'aij-geometric');
    expectEachNear(joint?.matrix.flat() ?? [], [1, 1, 1, 1], 1e-15);
  });

  it('answers in the shape of the method', () => {
    const matrices = [pair(4), pair(1)];
    expect(runCalc('ahp-group', { matrices, method: 'aij-geometric' })).toMatchObject({
      ok: true,
      output: {
        matrix: [
          [1, 2],
          [0.5, 1],
        ],
        lambdaMax: 2,
        consistencyIndex: 0,
        consistencyRatio: null,
        members: [
          { weights: [0.8, 0.2], consistencyRatio: null },
          { weights: [0.5, 0.5], consistencyRatio: null },
        ],
      },
    });
    const { output } = runCalc('ahp-group', { matrices, method: 'aip-geometric' }) as {
      output: object;
    };
    expect(Object.keys(output).sort()).toEqual(['members', 'notes', 'weights']);
  });

  it.each([
    [{ matrices: [], method: 'aij-geometric' }, 'calc.emptySample', 'matrices'],
    [{ matrices: [pair(2)] }, 'calc.missingField', 'method'],
    [{ matrices: [pair(2)], method: 'median' }, 'calc.unknownValue', 'method'],
    [{ matrices: [pair(2), [[1]]], method: 'aij-geometric' }, 'calc.sizeMismatch', 'matrices[1]'],
    [{ matrices: [pair(2), [[1, 2]]], method: 'aip-geometric' }, 'calc.notSquare', 'matrices[1]'],
    [
      {
        matrices: [
          pair(2),
          [
            [1, 2],
            [0.4, 1],
          ],
        ],
        method: 'aip-geometric',
      },
      'calc.notReciprocal',
      'matrices[1][0][1]',
    ],
    [
      { matrices: [pair(2), [[1, 2], [0.5]]], method: 'aip-arithmetic' },
      'calc.raggedMatrix',
      'matrices[1][1]',
    ],
  ])('refuses %j', (json, code, path) => {
    expect(runCalc('ahp-group', json)).toMatchObject({ ok: false, error: { code, path } });
  });

  it('leaves members who agree with what they said, whatever the method', () => {
    fc.assert(
      fc.property(
        anyMatrix,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(...groupMethods),
        (matrix, size, method) => {
          const own = priorityVector(matrix);
          const group = groupPriorities(new Array(size).fill(matrix), method);
          expectEachNear(group.weights, own.weights, 1e-13);
          if (group.joint !== null) expect(group.joint.matrix).toEqual(matrix);
        },
      ),
    );
  });

  it('hears every member alike', () => {
    const group = fc
      .integer({ min: 1, max: 6 })
      .chain((n) => fc.array(judgementMatrix(n), { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(group, fc.constantFrom(...groupMethods), (matrices, method) => {
        const forward = groupPriorities(matrices, method).weights;
        const backward = groupPriorities(matrices.toReversed(), method).weights;
        expect(forward.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 14);
        expectEachNear(backward, forward, 1e-11);
      }),
    );
  });
});
