import { z } from 'zod';
import { idSchema, nameSchema } from './common.schema.ts';
import { edit, read } from './method.ts';

export const maxParticipants = 100;

export interface ParticipantRow {
  id: number;
  name: string;
  team: string;
  /** How much this judgement counts beside the others', above 0. */
  weight: number;
}

/** How many times one WHAT matters as much as another. */
export interface ComparisonRow {
  /** null: the judgement of the house itself. */
  participantId: number | null;
  /** The smaller id. */
  whatId: number;
  otherWhatId: number;
  /** Above 1 where `whatId` matters more. */
  ratio: number;
}

export const teamSchema = z.string().trim().max(200);
const weightSchema = z.number().positive().max(100);

/** Who judges in a house, and how they compare its WHATs in pairs. */
export const judgementContract = {
  'judgement.listParticipants': read<ParticipantRow[]>()(z.object({ houseId: idSchema }), [
    'house',
  ]),
  'judgement.addParticipant': edit<{ id: number }>()(
    z.object({
      houseId: idSchema,
      name: nameSchema,
      team: teamSchema.default(''),
      weight: weightSchema.default(1),
    }),
  ),
  'judgement.updateParticipant': edit<void>()(
    z.object({
      id: idSchema,
      name: nameSchema.optional(),
      team: teamSchema.optional(),
      weight: weightSchema.optional(),
    }),
  ),
  /** The participant's comparisons and votes go too. */
  'judgement.removeParticipant': edit<void>()(z.object({ id: idSchema })),
  'judgement.listComparisons': read<ComparisonRow[]>()(z.object({ houseId: idSchema }), ['house']),
  /** Pairs in either order; a ratio of null takes one away. */
  'judgement.setComparisons': edit<void>()(
    z.object({
      houseId: idSchema,
      participantId: idSchema.nullable().default(null),
      values: z
        .array(
          z.object({
            whatId: idSchema,
            otherWhatId: idSchema,
            ratio: z.number().min(0.01).max(100).nullable(),
          }),
        )
        .min(1)
        .max(45_000),
    }),
  ),
  /** All of one participant, or those of the house itself. */
  'judgement.clearComparisons': edit<void>()(
    z.object({ houseId: idSchema, participantId: idSchema.nullable().default(null) }),
  ),
};
