import type { CalcExamples } from '../calc-example.ts';

export const houseExamples: CalcExamples = {
  house: {
    weights: [5, 3, 4],
    relations: [
      [9, 0, 3],
      [0, 9, 0],
      [0, 3, 9],
    ],
  },
};
