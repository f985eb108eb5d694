import { z } from 'zod';
import { addFault } from './calc-error.ts';
import { refuseRaggedMatrix } from './matrix-fault.ts';

/** The fields of a method that looks at a house: m weights, m × n relations. */
export const houseFields = {
  weights: z.array(z.number().min(0)).min(1).describe('Importance of each WHAT.'),
  relations: z
    .array(z.array(z.number().min(0)).min(1))
    .min(1)
    .describe('One row per WHAT, one column per HOW.'),
};

/** Every row of relations is as long as the first, and there is one for each weight. */
export function refuseBadHouse(
  context: z.RefinementCtx,
  { weights, relations }: { weights: readonly number[]; relations: readonly number[][] },
): void {
  refuseRaggedMatrix(context, relations, ['relations']);
  if (relations.length === weights.length) return;
  addFault(context, {
    code: 'calc.sizeMismatch',
    path: ['relations'],
    message: `There are ${weights.length} weights but ${relations.length} rows of relations.`,
  });
}
