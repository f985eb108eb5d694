import { describe, expect, it } from 'vitest';
import { isSameFormula, refuseBadIndex } from '../../core/domain/index/index-definition.ts';
import { rowsByGroup, rowsIn, type SurveyColumns } from '../../core/domain/index/survey-columns.ts';

const element = { name: '요소', weight: 0.4, score: 'mean-0-100' as const, itemIds: [1, 2] };
const overall = { name: '전반', weight: 0.6, score: 'top-2' as const, itemIds: [3] };
const scale = { scaleMin: 1, scaleMax: 7 };
const scales = new Map([1, 2, 3].map((id) => [id, { ...scale, label: `문항 ${id}` }]));

describe('index formula', () => {
  it('is the same under other names and in another order', () => {
    expect(
      isSameFormula(
        [element, overall],
        [
          { ...overall, name: '전반적 만족' },
          { ...element, itemIds: [2, 1] },
        ],
      ),
    ).toBe(true);
  });

  it.each([
    [
      'share',
      [
        { ...element, weight: 0.5 },
        { ...overall, weight: 0.5 },
      ],
    ],
    ['score', [element, { ...overall, score: 'top-1' as const }]],
    ['items', [{ ...element, itemIds: [1] }, overall]],
    ['components', [element]],
  ])('is another one with other %s', (_, components) => {
    expect(isSameFormula([element, overall], components)).toBe(false);
  });

  it.each([
    ['csi.weightsNotOne', [element]],
    ['csi.itemTwice', [{ ...element, weight: 1, itemIds: [1, 1] }]],
    ['csi.itemUnknown', [{ ...element, weight: 1, itemIds: [9] }]],
  ])('is refused with %s', (code, components) => {
    expect(() => refuseBadIndex(components, scales)).toThrow(code);
  });

  it('takes shares that sum to 1 up to rounding', () => {
    const thirds = [1, 2, 3].map((id) => ({ ...element, weight: 1 / 3, itemIds: [id] }));
    expect(() => refuseBadIndex(thirds, scales)).not.toThrow();
  });

  it('is refused when it counts every box of a scale', () => {
    const yesNo = new Map([[3, { label: '예/아니요', scaleMin: 0, scaleMax: 1 }]]);
    expect(() => refuseBadIndex([{ ...overall, weight: 1 }], yesNo)).toThrow('csi.scaleTooShort');
    expect(() => refuseBadIndex([{ ...overall, weight: 1, score: 'top-1' }], yesNo)).not.toThrow();
  });
});

describe('cut of a survey', () => {
  const survey: SurveyColumns = {
    weights: Float64Array.from([1, 1, 1, 1]),
    branches: ['강남', '부산', null, '강남'],
    regions: ['서울', '', '', '서울'],
    segments: new Map([[5, ['A/S', null, 'A/S', '설치']]]),
    answers: new Map(),
  };

  it('keeps who fits every condition, and takes an empty value as none', () => {
    expect([...rowsIn(survey, {})]).toEqual([0, 1, 2, 3]);
    expect([...rowsIn(survey, { branch: '강남' })]).toEqual([0, 3]);
    expect([...rowsIn(survey, { branch: '' })]).toEqual([2]);
    expect([...rowsIn(survey, { region: '' })]).toEqual([1, 2]);
    expect([...rowsIn(survey, { branch: '강남', segmentId: 5, segmentValue: '설치' })]).toEqual([
      3,
    ]);
    expect([...rowsIn(survey, { segmentId: 5, segmentValue: '' })]).toEqual([1]);
    expect([...rowsIn(survey, { segmentId: 99, segmentValue: 'A/S' })]).toEqual([]);
  });

  it('puts everybody in exactly one group', () => {
    const groups = rowsByGroup(survey, { by: 'segment', segmentId: 5 });
    expect([...groups].map(([group, rows]) => [group, [...rows]])).toEqual([
      ['A/S', [0, 2]],
      ['', [1]],
      ['설치', [3]],
    ]);
    expect([...rowsByGroup(survey, { by: 'segment', segmentId: 6 }).keys()]).toEqual(['']);
  });
});
