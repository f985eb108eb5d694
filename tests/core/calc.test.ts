import { describe, expect, it } from 'vitest';
import { calcInputSchema, calcMethods, runCalc } from '../../core/calc/run-calc.ts';

const house = {
  weights: [5, 3],
  relations: [
    [9, 0],
    [0, 9],
  ],
};
const component = {
  name: '전반',
  weight: 1,
  score: 'mean-0-100',
  scaleMin: 1,
  scaleMax: 5,
  items: [
    [4, 5],
    [3, 3],
  ],
};
const index = { components: [component] };

function faultOf(method: string, json: unknown) {
  const result = runCalc(method, json);
  return result.ok ? null : { code: result.error.code, path: result.error.path };
}

describe('calc', () => {
  it('lists each method once, with one line of description', () => {
    const names = calcMethods.map((method) => method.name);
    expect(new Set(names).size).toBe(names.length);
    for (const method of calcMethods) {
      expect(method.description.length).toBeGreaterThan(10);
      expect(method.description).not.toContain('\n');
    }
  });

  it('makes a JSON Schema out of every input schema', () => {
    for (const { name, description } of calcMethods) {
      const schema = calcInputSchema(name);
      expect(schema).toMatchObject({
        ok: true,
        output: { title: name, description, type: 'object' },
      });
    }
    expect(calcInputSchema('house')).toMatchObject({
      output: { required: ['weights', 'relations'] },
    });
  });

  it('computes a house', () => {
    expect(runCalc('house', house)).toEqual({
      ok: true,
      output: { absolute: [45, 27], relative: [0.625, 0.375], rank: [1, 2] },
    });
  });

  it('computes a composite index with its uncertainty', () => {
    const result = runCalc('composite-index', index);
    expect(result).toMatchObject({
      ok: true,
      output: { components: [{ name: '전반', score: 68.75 }], index: 68.75, n: 2 },
    });
  });

  it('explains a null in words', () => {
    expect(runCalc('house', { weights: [1], relations: [[0, 0]] })).toMatchObject({
      ok: true,
      output: { relative: [null, null], notes: [expect.stringContaining('relative is null')] },
    });
    expect(
      runCalc('composite-index', { components: [{ ...component, items: [[4, 5]] }] }),
    ).toMatchObject({
      ok: true,
      output: { index: 87.5, ci95: null, notes: [expect.stringContaining('one respondent')] },
    });
  });

  it('takes null as "not answered"', () => {
    expect(
      runCalc('composite-index', {
        components: [
          {
            ...component,
            items: [
              [5, null],
              [null, null],
              [1, 3],
            ],
          },
        ],
      }),
    ).toMatchObject({ ok: true, output: { index: 62.5, n: 2 } });
  });

  it('gives components with other respondents their own sample', () => {
    const components = [
      { ...component, weight: 0.5 },
      { ...component, weight: 0.5, name: '사회', items: [[5], [5], [5]] },
    ];
    expect(runCalc('composite-index', { components })).toMatchObject({
      ok: true,
      output: { index: (68.75 + 100) / 2, n: 3 },
    });
  });

  it.each([
    ['nothing', {}, 'calc.unknownMethod', ''],
    ['house', 5, 'calc.wrongType', ''],
    ['house', { weights: [1] }, 'calc.missingField', 'relations'],
    ['house', { ...house, weights: [5, '3'] }, 'calc.wrongType', 'weights[1]'],
    ['house', { ...house, weights: [5, null] }, 'calc.wrongType', 'weights[1]'],
    ['house', { ...house, weights: [5, -3] }, 'calc.outOfRange', 'weights[1]'],
    ['house', { ...house, weights: [] }, 'calc.emptySample', 'weights'],
    ['house', { ...house, weights: [5] }, 'calc.sizeMismatch', 'relations'],
    ['house', { ...house, relations: [[9, 0], [0]] }, 'calc.raggedMatrix', 'relations[1]'],
    [
      'house',
      {
        ...house,
        relations: [
          [9, 0],
          [0, 1 / 0],
        ],
      },
      'calc.notFinite',
      'relations[1][1]',
    ],
    ['house', { ...house, normalize: 'rows' }, 'calc.unknownValue', 'normalize'],
    ['house', { ...house, normalise: 'lyman' }, 'calc.unknownField', 'normalise'],
    ['house', { weights: [1e308], relations: [[9]] }, 'calc.tooLarge', ''],
    ['composite-index', { components: [] }, 'calc.emptySample', 'components'],
    [
      'composite-index',
      { components: [{ ...component, weight: 0.9 }] },
      'calc.weightsNotOne',
      'components',
    ],
    [
      'composite-index',
      { components: [{ ...component, items: [[4, 5], [3]] }] },
      'calc.raggedMatrix',
      'components[0].items[1]',
    ],
    [
      'composite-index',
      {
        components: [
          {
            ...component,
            items: [
              [4, 5],
              [3, 6],
            ],
          },
        ],
      },
      'calc.outOfScale',
      'components[0].items[1][1]',
    ],
    [
      'composite-index',
      { components: [{ ...component, scaleMax: 1 }] },
      'calc.badScale',
      'components[0].scaleMax',
    ],
    [
      'composite-index',
      { components: [{ ...component, scaleMin: -1e308, scaleMax: 1e308 }] },
      'calc.badScale',
      'components[0].scaleMax',
    ],
    [
      'composite-index',
      { components: [{ ...component, score: 'top-3' }] },
      'calc.unknownValue',
      'components[0].score',
    ],
    [
      'composite-index',
      { ...index, respondentWeights: [1] },
      'calc.sizeMismatch',
      'components[0].items',
    ],
    [
      'composite-index',
      { ...index, respondentWeights: index.components[0]?.items.map(() => 0) },
      'calc.emptySample',
      'respondentWeights',
    ],
  ])('%s refuses %j', (method, json, code, path) => {
    expect(faultOf(method, json)).toEqual({ code, path });
  });

  it('says what is wrong in one plain sentence', () => {
    const result = runCalc('house', { ...house, relations: [[9, 0], [0]] });
    expect(result).toMatchObject({
      ok: false,
      error: { message: 'Row 1 has 1 values where the first row has 2.' },
    });
  });
});
