import type { CalcExamples } from '../calc-example.ts';

const first = [
  [1, 3, 5, 2],
  [1 / 3, 1, 2, 1 / 2],
  [1 / 5, 1 / 2, 1, 1 / 3],
  [1 / 2, 2, 3, 1],
];
const second = [
  [1, 1 / 2, 4, 1],
  [2, 1, 7, 3],
  [1 / 4, 1 / 7, 1, 1 / 3],
  [1, 1 / 3, 3, 1],
];

export const judgementExamples: CalcExamples = {
  planning: {
    rows: [
      { importance: 5, current: 3, target: 4, salesPoint: 1.5 },
      { importance: 4, current: 4, target: 4, salesPoint: 1.2 },
      { importance: 3, current: 2, target: 5, salesPoint: 1 },
    ],
  },
  ahp: { matrix: first },
  'ahp-group': { matrices: [first, second], method: 'aij-geometric' },
  kano: {
    responses: [
      { functional: 1, dysfunctional: 5 },
      { functional: 1, dysfunctional: 3 },
      { functional: 2, dysfunctional: 5 },
      { functional: 3, dysfunctional: 5 },
      { functional: 3, dysfunctional: 3 },
      { functional: 5, dysfunctional: 1 },
      { functional: 1, dysfunctional: 1 },
      { functional: 4, dysfunctional: 5 },
    ],
  },
  robustness: {
    weights: [4, 4, 4, 3],
    relations: [
      [9, 0, 3, 1],
      [0, 9, 1, 3],
      [1, 3, 9, 0],
      [3, 0, 0, 9],
    ],
    draws: 500,
    seed: 7,
    weightNoise: 0.3,
    topK: 2,
    scales: [
      [9, 3, 1],
      [5, 3, 1],
      [4, 2, 1],
    ],
  },
};
