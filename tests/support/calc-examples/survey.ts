import type { CalcExamples } from '../calc-example.ts';

export const surveyExamples: CalcExamples = {
  ipa: {
    attributes: [
      { id: '접근성', importance: [5, 4, 5, null], performance: [3, 2, 3, 4] },
      { id: '친절', importance: [5, 5, 4, 4], performance: [5, 4, 5, 4] },
      { id: '가격', importance: [3, 2, 3, 3], performance: [2, 3, null, 2] },
      { id: '주차', importance: 2.5, performance: 4.5 },
    ],
    cut: 'means',
    respondentWeights: [1, 0.5, 1.5, 2],
  },
  nps: {
    scores: [10, 9, 8, 7, 6, 0, null, 10, 3],
    respondentWeights: [1, 2, 1, 0.5, 1.5, 1, 1, 0, 1],
  },
  'nps-compare': { a: [10, 9, 9, 8, 7, 5, null], b: [10, 8, 7, 6, 4, 3] },
  box: {
    scores: [7, 6, 5, 7, null, 4, 2, 6],
    scaleMin: 1,
    scaleMax: 7,
    top: 2,
    respondentWeights: [1, 2, 1, 0.5, 1, 1.5, 1, 0],
  },
  wilson: { successes: 81, n: 263 },
  'composite-index': {
    components: [
      {
        name: '전반',
        weight: 0.5,
        score: 'mean-0-100',
        scaleMin: 1,
        scaleMax: 7,
        items: [[6], [5], [null], [7], [4]],
      },
      {
        name: '요소',
        weight: 0.3,
        score: 'top-2',
        scaleMin: 1,
        scaleMax: 7,
        items: [
          [6, 7],
          [5, null],
          [3, 6],
          [7, 7],
          [null, null],
        ],
      },
      {
        name: '충성도',
        weight: 0.2,
        score: 'mean-0-100',
        scaleMin: 0,
        scaleMax: 10,
        items: [
          [8.5, 9],
          [7, 6],
          [5, 5.5],
          [10, 9],
          [4, null],
        ],
      },
    ],
    respondentWeights: [1, 1.5, 0.8, 1.2, 0],
  },
};
