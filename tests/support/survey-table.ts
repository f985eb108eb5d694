import type { SurveyMapping } from '../../core/contract/import.contract.ts';

/** Columns of a survey file as a shop would have them, and what they mean. */
export const surveyHeaders = [
  '응답자',
  '매장',
  '성별',
  '가중치',
  '친절',
  '대기불편',
  '의견',
  '메모',
];
export const surveyMapping: SurveyMapping = {
  respondentId: '응답자',
  branch: '매장',
  weight: '가중치',
  segments: ['성별'],
  openQuestions: ['의견'],
  items: {
    친절: { label: '직원이 친절하다', scaleMin: 1, scaleMax: 7, reversed: false },
    대기불편: { label: '기다림이 불편하다', scaleMin: 1, scaleMax: 7, reversed: true },
  },
};
