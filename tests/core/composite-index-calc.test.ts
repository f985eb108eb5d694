import { describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';

describe('calc composite-index', () => {
  const component = {
    name: '전반',
    weight: 0.5,
    score: 'mean-0-100',
    scaleMin: 1,
    scaleMax: 5,
    items: [[5], [3], [null], [2]],
  };
  const other = { ...component, name: '요소', score: 'top-2', items: [[4], [null], [null], [1]] };

  it('derives the points, the own scores, the index and its uncertainty', () => {
    const respondentWeights = [1, 2, 1, 0];
    const result = runCalc(
      'composite-index',
      { components: [component, other], respondentWeights },
      { explain: true },
    );
    expect(result).toMatchObject({
      ok: true,
      output: {
        components: [
          { name: '전반', score: expect.closeTo(200 / 3, 12) },
          { name: '요소', score: 100 },
        ],
        n: 2,
        effectiveN: 9 / 5,
        explanation: {
          n: 2,
          effectiveN: 9 / 5,
          exclusions: [
            { reason: 'noAnswer', count: 1 },
            { reason: 'noWeight', count: 1 },
          ],
          steps: [
            {
              id: 'points',
              results: [
                { symbol: 'x̄ⱼ (전반)', value: [expect.closeTo(11 / 3, 12)] },
                { symbol: 'p̄ⱼ (전반)', value: [expect.closeTo(200 / 3, 12)] },
                { symbol: 'nⱼ (전반)', value: [2] },
                { symbol: 'x̄ⱼ (요소)', value: [4] },
                { symbol: 'p̄ⱼ (요소)', value: [100] },
                { symbol: 'nⱼ (요소)', value: [1] },
              ],
            },
            {
              id: 'respondents',
              results: [{ value: [100, 50, null, 25] }, { value: [100, null, null, 0] }],
            },
            { id: 'components' },
            { id: 'index', worked: ['index = 0.5·66.6667 + 0.5·100 = 83.3333'] },
            { id: 'sample' },
            { id: 'standardError' },
            { id: 'interval' },
          ],
        },
      },
    });
  });

  it('says that components of other lengths are taken row by row', () => {
    const components = [component, { ...other, items: [[4]] }];
    expect(runCalc('composite-index', { components })).toMatchObject({
      ok: true,
      output: { n: 3, notes: [expect.stringContaining('different numbers of rows')] },
    });
  });

  it('says which component nobody answered, even when it has no share', () => {
    const components = [
      { ...component, weight: 1 },
      { ...other, weight: 0, items: [[null], [null], [null], [null]] },
    ];
    expect(runCalc('composite-index', { components })).toMatchObject({
      ok: true,
      output: {
        components: [{}, { score: null }],
        notes: [expect.stringContaining('"요소" is null')],
      },
    });
  });

  it('takes many components and many rows', () => {
    const share = 1 / 4096;
    const components = Array.from({ length: 4096 }, () => ({ ...component, weight: share }));
    expect(runCalc('composite-index', { components }, { explain: true }).ok).toBe(true);
    const items = Array.from({ length: 1_000_000 }, (_, r) => [1 + (r % 5)]);
    const long = runCalc(
      'composite-index',
      { components: [{ ...component, weight: 1, items }] },
      { explain: true },
    );
    expect(long).toMatchObject({ ok: true, output: { n: 1_000_000, index: 50 } });
  });
});
