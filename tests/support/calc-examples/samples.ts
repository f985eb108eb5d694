import type { CalcExamples } from '../calc-example.ts';

/** Additional hours of sleep under two drugs (Student 1908), the data set `sleep` of R. */
const sleep = {
  a: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  b: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

/** Dried weight of plants (Dobson 1983), the data set `PlantGrowth` of R. */
const plants = [
  [4.17, 5.58, 5.18, 6.11, 4.5, 4.61, 5.17, 4.53, 5.33, 5.14],
  [4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69],
  [6.31, 5.12, 5.54, 5.5, 5.37, 5.29, 4.92, 6.15, 5.8, 5.26],
];

export const sampleExamples: CalcExamples = {
  servqual: {
    expectation: [
      [7, 6, 7],
      [6, 6, 5],
      [7, 5, 6],
      [5, null, 6],
    ],
    perception: [
      [5, 6, 4],
      [6, 4, 5],
      [5, 5, 6],
      [5, 6, 6],
    ],
    dimensions: { reliability: [0, 1], empathy: [2] },
    dimensionWeights: { reliability: 70, empathy: 30 },
    missing: 'complete-cases',
  },
  alpha: {
    items: [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
      [6, null, 4, 7],
    ],
    respondentWeights: [1, 2, 1, 1.5, 1, 0, 1],
  },
  welch: sleep,
  'paired-t': sleep,
  'student-t': sleep,
  anova: { groups: plants },
  'welch-anova': { groups: plants },
  'chi-square': {
    table: [
      [762, 327, 468],
      [484, 239, 477],
    ],
  },
};
