import { z } from 'zod';
import type { ExplanationStep } from '../../contract/explanation.ts';
import { computeHouse, type HouseNote, lymanRelations } from '../../domain/house/house.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { quantities, quantity, subscript, workedNumber, workedSum } from '../explanation.ts';
import { houseFields, refuseBadHouse } from '../house-fields.ts';
import { withNotes } from '../with-notes.ts';

const inputSchema = z
  .strictObject({
    ...houseFields,
    normalize: z
      .enum(['none', 'lyman'])
      .default('none')
      .describe('lyman divides each row by its sum first.'),
  })
  .superRefine((house, context) => refuseBadHouse(context, house));

const noteWords: Record<HouseNote, string> = {
  noRelations: 'relative is null: every absolute weight is 0, so there is nothing to share out.',
};

export const houseCalc = defineCalcMethod({
  name: 'house',
  description: 'House of Quality: absolute and relative weights and ranks of the HOWs.',
  handling: { missing: 'notASample', weights: 'notASample' },
  input: inputSchema,
  run(input) {
    const { notes, ...figures } = computeHouse(input);
    return withNotes(
      figures,
      notes.map((note) => noteWords[note]),
    );
  },
  explain(input, { absolute, relative, rank }) {
    const total = absolute.reduce((sum, weight) => sum + weight, 0);
    return {
      sources: [
        'Akao, Y. (ed.), Quality Function Deployment, Productivity Press, 1990',
        ...(input.normalize === 'lyman'
          ? [
              'Lyman, D., Deployment Normalization, Transactions of the 2nd Symposium on Quality Function Deployment, Novi, 1990, 307–315',
            ]
          : []),
      ],
      inputs: quantities({ w: input.weights, r: input.relations, normalize: input.normalize }),
      n: null,
      exclusions: [],
      steps: [
        ...(input.normalize === 'lyman' ? [lymanStep(input.relations)] : []),
        {
          id: 'absolute',
          formula: 'absoluteⱼ = Σᵢ wᵢ·rᵢⱼ',
          worked: absolute.slice(0, 3).map((value, j) => workedAbsolute(input, j, value)),
          results: [quantity('absolute', absolute)],
        },
        {
          id: 'relative',
          formula: 'relativeⱼ = absoluteⱼ ÷ Σⱼ absoluteⱼ',
          worked: relative
            .slice(0, 3)
            .map(
              (share, j) =>
                `relative${subscript(j)} = ${workedNumber(absolute[j] ?? null)} ÷ ${workedNumber(total)} = ${workedNumber(share)}`,
            ),
          results: [quantity('Σ absolute', total), quantity('relative', relative)],
        },
        {
          id: 'rank',
          formula: 'rankⱼ = 1 + #{k : absoluteₖ > absoluteⱼ}',
          results: [quantity('rank', rank)],
        },
      ],
    };
  },
});

type HouseJson = z.output<typeof inputSchema>;

function lymanStep(relations: HouseJson['relations']): ExplanationStep {
  return {
    id: 'lyman',
    formula: 'rᵢⱼ ← rᵢⱼ ÷ Σⱼ rᵢⱼ',
    results: [quantity('r', lymanRelations(relations))],
  };
}

/** Cells without a relation add nothing and are left out. */
function workedAbsolute(input: HouseJson, j: number, value: number): string {
  const relations = input.normalize === 'lyman' ? lymanRelations(input.relations) : input.relations;
  const terms = input.weights.flatMap((weight, i) => {
    const strength = relations[i]?.[j] ?? 0;
    return strength === 0 ? [] : [`${workedNumber(weight)}·${workedNumber(strength)}`];
  });
  return `absolute${subscript(j)} = ${terms.length === 0 ? '0' : workedSum(terms)} = ${workedNumber(value)}`;
}
