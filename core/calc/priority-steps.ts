import type { ExplanationStep } from '../contract/explanation.ts';
import { type PriorityResult, randomIndexOf, weightedSums } from '../domain/ahp/priority-vector.ts';
import { quantity, subscript, workedNumber, workedSum } from './explanation.ts';
import { workedDifference } from './worked-difference.ts';

export const prioritySource =
  'Saaty, T. L., The Analytic Hierarchy Process, McGraw-Hill, 1980 (random indices of that edition)';

/** From judgements to priorities and their consistency; the same for one person and for a group. */
export function prioritySteps(
  matrix: readonly (readonly number[])[],
  figures: Omit<PriorityResult, 'notes'>,
): ExplanationStep[] {
  const { weights, lambdaMax, consistencyIndex, consistencyRatio } = figures;
  const n = matrix.length;
  const sums = weightedSums(matrix, weights);
  const randomIndex = randomIndexOf(n);
  return [
    {
      id: 'weights',
      formula: 'A·w = λmax·w; wᵢ > 0; Σᵢ wᵢ = 1',
      results: [quantity('weights', weights)],
    },
    {
      id: 'lambdaMax',
      formula: 'λmax = (1 ÷ n)·Σᵢ (A·w)ᵢ ÷ wᵢ',
      worked: [
        ...sums
          .slice(0, 3)
          .map((sum, i) => `(A·w)${subscript(i)} = ${workedRow(matrix[i], weights, sum)}`),
        `λmax = (${workedSum(sums.map((sum, i) => `${workedNumber(sum)}÷${workedNumber(weights[i] ?? null)}`))}) ÷ ${n} = ${workedNumber(lambdaMax)}`,
      ],
      results: [quantity('A·w', sums), quantity('lambdaMax', lambdaMax)],
    },
    {
      id: 'consistencyIndex',
      formula: 'CI = (λmax − n) ÷ (n − 1)',
      worked:
        consistencyIndex === null
          ? []
          : [
              `CI = (${workedDifference(lambdaMax, n)}) ÷ ${n - 1} = ${workedNumber(consistencyIndex)}`,
            ],
      results: [quantity('n', n), quantity('consistencyIndex', consistencyIndex)],
    },
    {
      id: 'consistencyRatio',
      formula: 'CR = CI ÷ RI(n)',
      worked:
        consistencyRatio === null
          ? []
          : [
              `CR = ${workedNumber(consistencyIndex)} ÷ ${workedNumber(randomIndex)} = ${workedNumber(consistencyRatio)}`,
            ],
      results: [quantity('RI', randomIndex), quantity('consistencyRatio', consistencyRatio)],
    },
  ];
}

function workedRow(
  row: readonly number[] | undefined,
  weights: readonly number[],
  sum: number,
): string {
  const terms = (row ?? []).map(
    (value, j) => `${workedNumber(value)}·${workedNumber(weights[j] ?? null)}`,
  );
  return `${workedSum(terms)} = ${workedNumber(sum)}`;
}
