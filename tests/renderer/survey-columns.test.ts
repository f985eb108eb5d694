import { describe, expect, it } from 'vitest';
import {
  changeColumns,
  surveyColumnsOf,
  surveyMappingFrom,
} from '../../renderer/features/import/survey-columns.ts';

const headers = ['번호', '지점', '성별', '전반적 만족도', '이유', '비고'];
const mapping = {
  respondentId: '번호',
  branch: '지점',
  segments: ['성별'],
  items: { '전반적 만족도': { label: '전반', scaleMin: 1, scaleMax: 5, reversed: true } },
  openQuestions: ['이유'],
};

describe('columns of a survey file', () => {
  it('give back the mapping they were made from', () => {
    expect(surveyMappingFrom(surveyColumnsOf(headers, mapping))).toEqual(mapping);
  });

  it('keep what no role was given to as extra', () => {
    expect(surveyColumnsOf(headers, mapping).at(-1)).toMatchObject({
      header: '비고',
      role: 'extra',
    });
  });

  it('take one scale all at once', () => {
    const picked = new Set(['성별', '비고']);
    const change = { role: 'item', scaleMin: 1, scaleMax: 7 } as const;
    const { items, segments } = surveyMappingFrom(
      changeColumns(surveyColumnsOf(headers, mapping), picked, change),
    );
    expect(Object.keys(items)).toEqual(['성별', '전반적 만족도', '비고']);
    expect(items.비고).toEqual({ label: '비고', scaleMin: 1, scaleMax: 7, reversed: false });
    expect(segments).toEqual([]);
  });

  it('pass a role that only one can have to the first picked', () => {
    const picked = new Set(['성별', '비고']);
    const columns = changeColumns(surveyColumnsOf(headers, mapping), picked, { role: 'branch' });
    expect(surveyMappingFrom(columns).branch).toBe('성별');
    expect(columns.find(({ header }) => header === '지점')?.role).toBe('extra');
  });
});
