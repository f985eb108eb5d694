import { z } from 'zod';
import { computeHouse, type HouseNote } from '../../domain/house/house.ts';
import { addFault } from '../calc-error.ts';
import { defineCalcMethod } from '../calc-method.ts';
import { refuseRaggedMatrix } from '../matrix-fault.ts';

const inputSchema = z
  .strictObject({
    weights: z.array(z.number().min(0)).min(1).describe('Importance of each WHAT.'),
    relations: z
      .array(z.array(z.number().min(0)).min(1))
      .min(1)
      .describe('One row per WHAT, one column per HOW.'),
    normalize: z
      .enum(['none', 'lyman'])
      .default('none')
      .describe('lyman divides each row by its sum first.'),
  })
  .superRefine((house, context) => {
    refuseRaggedMatrix(context, house.relations, ['relations']);
    if (house.relations.length === house.weights.length) return;
    addFault(context, {
      code: 'calc.sizeMismatch',
      path: ['relations'],
      message: `There are ${house.weights.length} weights but ${house.relations.length} rows of relations.`,
    });
  });

const noteWords: Record<HouseNote, string> = {
  noRelations: 'relative is null: every absolute weight is 0, so there is nothing to share out.',
};

export const houseCalc = defineCalcMethod({
  name: 'house',
  description: 'House of Quality: absolute and relative weights and ranks of the HOWs.',
  input: inputSchema,
  run(input) {
    const { notes, ...figures } = computeHouse(input);
    return notes.length === 0
      ? figures
      : { ...figures, notes: notes.map((note) => noteWords[note]) };
  },
});
