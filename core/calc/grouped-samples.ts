import { z } from 'zod';
import type { ExplanationStep } from '../contract/explanation.ts';
import type { SampleFigures } from '../domain/statistics/t-test.ts';
import { addFault } from './calc-error.ts';
import { quantity } from './explanation.ts';

/** Groups of values: at least two, none empty. */
export const groupsSchema = z
  .strictObject({
    groups: z
      .array(z.array(z.number()).min(1))
      .min(1)
      .describe('groups[g]: the values of one group; two groups or more, in the same unit.'),
  })
  .superRefine(({ groups }, context) => {
    if (groups.length > 1) return;
    addFault(context, {
      code: 'calc.tooFewGroups',
      path: ['groups'],
      message: 'There is one group only; a comparison needs two or more.',
    });
  });

/** Size, mean and spread of each group. */
export function groupStep(groups: readonly SampleFigures[]): ExplanationStep {
  return {
    id: 'groups',
    formula: 'x̄ᵢ = Σⱼ xᵢⱼ ÷ nᵢ, sᵢ = √(Σⱼ (xᵢⱼ − x̄ᵢ)² ÷ (nᵢ − 1))',
    results: [
      quantity(
        'groups',
        groups.map((group) => ({ ...group })),
      ),
    ],
  };
}

export function sizeOfAll(groups: readonly SampleFigures[]): number {
  return groups.reduce((sum, { n }) => sum + n, 0);
}
