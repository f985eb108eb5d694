import { describe, expect, it } from 'vitest';
import { plsCalc } from '../../core/calc/methods/pls.calc.ts';
import { AppError } from '../../core/contract/app-error.ts';
import { structuralModel, totalEffects } from '../../core/domain/pls/structural-model.ts';
import { faultOf } from '../support/pls-figures.ts';
import { serviceSurvey } from '../support/service-survey.ts';

describe('pls refuses', () => {
  const block = serviceSurvey.measurement;
  it.each([
    ['no respondent', { rows: [] }, 'calc.emptySample', 'rows'],
    ['a short row', { rows: [...serviceSurvey.rows, [1, 2]] }, 'calc.raggedMatrix', 'rows[12]'],
    [
      'a short first row',
      { rows: [[1, 2], ...serviceSurvey.rows] },
      'calc.raggedMatrix',
      'rows[0]',
    ],
    [
      'a column without values',
      { columns: [...serviceSurvey.columns, 'x'] },
      'calc.sizeMismatch',
      'rows',
    ],
    [
      'two columns of one name',
      { columns: ['q1', 'q1', 'v1', 'v2', 's1', 's2', 'l1'] },
      'calc.duplicate',
      'columns[1]',
    ],
    [
      'an unknown column',
      { measurement: { ...block, Value: ['v1', 'v9'] } },
      'calc.unknownColumn',
      'measurement.Value[1]',
    ],
    [
      'an item twice in a block',
      { measurement: { ...block, Value: ['v1', 'v1'] } },
      'calc.duplicate',
      'measurement.Value[1]',
    ],
    [
      'an empty block',
      { measurement: { ...block, Value: [] } },
      'calc.emptySample',
      'measurement.Value',
    ],
    ['no construct', { measurement: {} }, 'calc.emptySample', 'measurement'],
    [
      'a name that reads as a path',
      { measurement: { 'A->B': ['q1'] } },
      'calc.badName',
      'measurement.A->B',
    ],
    [
      'an unconnected construct',
      { measurement: { ...block, Trust: ['q1'] } },
      'calc.unconnected',
      'measurement.Trust',
    ],
    ['modes of nothing', { modes: { Trust: 'B' } }, 'calc.unknownName', 'modes.Trust'],
    ['an unknown mode', { modes: { Value: 'C' } }, 'calc.unknownValue', 'modes.Value'],
    ['an unknown scheme', { scheme: 'pca' }, 'calc.unknownValue', 'scheme'],
    ['no path', { structural: [] }, 'calc.emptySample', 'structural'],
    [
      'a path to nothing',
      { structural: [['Quality', 'Trust']] },
      'calc.unknownName',
      'structural[0][1]',
    ],
    [
      'a path to itself',
      { structural: [...serviceSurvey.structural, ['Value', 'Value']] },
      'calc.cyclicStructure',
      'structural[4]',
    ],
    [
      'a path twice',
      { structural: [...serviceSurvey.structural, ['Quality', 'Value']] },
      'calc.duplicate',
      'structural[4]',
    ],
    [
      'a circle',
      { structural: [...serviceSurvey.structural, ['Loyalty', 'Value']] },
      'calc.cyclicStructure',
      'structural',
    ],
    ['a scale upside down', { itemScale: [10, 1] }, 'calc.badScale', 'itemScale'],
    ['a scale that overflows', { itemScale: [-1e308, 1e308] }, 'calc.badScale', 'itemScale'],
    ['an answer off the scale', { itemScale: [1, 9] }, 'calc.outOfScale', 'rows[2][5]'],
    [
      'a gap',
      { rows: [...serviceSurvey.rows, [1, 2, 3, 4, 5, 6, null]] },
      'calc.missingValue',
      'rows[12][6]',
    ],
    [
      'nothing but gaps',
      { rows: [[null, 2, 3, 4, 5, 6, 7]], missing: 'complete-cases' },
      'calc.emptySample',
      'rows',
    ],
    ['no draw', { bootstrap: { draws: 0, seed: 1 } }, 'calc.outOfRange', 'bootstrap.draws'],
    ['half a seed', { bootstrap: { draws: 5, seed: 0.5 } }, expect.any(String), 'bootstrap.seed'],
    ['a forgotten scale', { itemScale: undefined }, 'calc.missingField', 'itemScale'],
  ])('%s', (_, change, code, path) => {
    expect(faultOf({ ...serviceSurvey, ...change })).toEqual({ code, path });
  });

  it('a circle by its names', () => {
    const structural = [...serviceSurvey.structural, ['Loyalty', 'Value']];
    expect(plsCalc.calculate({ ...serviceSurvey, structural })).toMatchObject({
      error: { message: expect.stringContaining('Value → Satisfaction → Loyalty → Value') },
    });
  });
});

describe('a structural model', () => {
  it('adds up the ways from one construct to another', () => {
    const model = structuralModel(
      ['D', 'A', 'B', 'C'],
      [
        ['A', 'B'],
        ['A', 'C'],
        ['B', 'C'],
        ['C', 'D'],
      ],
    );

    expect(model.order).toEqual([1, 2, 3, 0]);
    expect(totalEffects(model, [0.5, 0.25, 0.5, 2])).toEqual([
      { from: 1, to: 0, effect: 1 },
      { from: 1, to: 2, effect: 0.5 },
      { from: 1, to: 3, effect: 0.5 },
      { from: 2, to: 0, effect: 1 },
      { from: 2, to: 3, effect: 0.5 },
      { from: 3, to: 0, effect: 2 },
    ]);
  });

  it('refuses circles and strangers', () => {
    const refusal = (paths: [string, string][]) => {
      try {
        structuralModel(['A', 'B'], paths);
        return null;
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
    };

    expect(refusal([['A', 'B']])).toBeNull();
    expect(refusal([['A', 'C']])).toBe('calculation.outOfRange');
    expect(
      refusal([
        ['A', 'B'],
        ['B', 'A'],
      ]),
    ).toBe('calculation.cyclicStructure');
  });
});
