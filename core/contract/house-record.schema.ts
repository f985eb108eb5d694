import { z } from 'zod';
import { idSchema, nameSchema, noteSchema } from './common.schema.ts';
import {
  houseNormalizations,
  houseWeightings,
  howDirections,
  importanceSources,
  maxCompetitors,
  maxHouseSide,
  ratingSchema,
  roofReadings,
} from './house.contract.ts';
import { kanoClasses } from './requirement.contract.ts';
import type { RoundModel } from './round.contract.ts';

/** Groups may be as many as the rows or columns. */
const mostNodes = 2 * maxHouseSide;
/** A sheet holds longer words than the forms take; they are kept whole. */
const words = z.string().max(1000);
/** Within the record: no ids of the workspace, and below 0 for what was added in a sheet. */
const nodeId = z.number().int();

const nodeFields = {
  id: nodeId,
  parentId: nodeId.nullable(),
  code: z.string().max(40),
  name: words,
  isGroup: z.boolean(),
};
const figure = z.number().positive().max(100).nullable();
const ratings = z.array(ratingSchema.nullable()).max(maxCompetitors);

const whatSchema = z.object({
  ...nodeFields,
  importance: figure,
  importanceBySource: z.partialRecord(z.enum(importanceSources), z.number().min(0)),
  current: figure,
  target: figure,
  salesPoint: z.number().positive().max(10).nullable(),
  kano: z.enum(kanoClasses).nullable(),
  ratings,
  requirementId: idSchema.nullable(),
  sourceHowId: idSchema.nullable(),
});

const howSchema = z.object({
  ...nodeFields,
  unit: words,
  direction: z.enum(howDirections),
  targetValue: words,
  owner: words,
  difficulty: ratingSchema.nullable(),
  ownRating: ratingSchema.nullable(),
  ratings,
});

/** A whole house from outside; `recordFault` says what of it does not fit together. */
export const houseRecordSchema = z.object({
  name: nameSchema,
  scale: z.object({
    levels: z.array(z.object({ value: z.number(), symbol: z.string().max(8) })).max(20),
  }),
  normalization: z.enum(houseNormalizations),
  weighting: z.enum(houseWeightings),
  kanoAdjusted: z.boolean(),
  roofReading: z.enum(roofReadings),
  importanceSource: z.enum(importanceSources),
  competitors: z.array(words).max(maxCompetitors),
  whats: z.array(whatSchema).max(mostNodes),
  hows: z.array(howSchema).max(mostNodes),
  relations: z.array(z.array(z.number().min(0)).max(maxHouseSide)).max(maxHouseSide),
  roof: z
    .array(
      z.object({
        howId: nodeId,
        otherHowId: nodeId,
        strength: z.union([z.literal(2), z.literal(1), z.literal(-1), z.literal(-2)]),
      }),
    )
    .max((maxHouseSide * maxHouseSide) / 2),
  notes: z
    .array(z.object({ whatId: nodeId, howId: nodeId, note: noteSchema }))
    .max(maxHouseSide * maxHouseSide),
}) satisfies z.ZodType<RoundModel>;
