import { z } from 'zod';
import { idSchema, nameSchema } from './common.schema.ts';
import { howFields, importanceSources, maxHouseSide, ratingSchema } from './house.contract.ts';
import { edit } from './method.ts';
import { kanoClasses } from './requirement.contract.ts';

const roofStrengthSchema = z.union([
  z.literal(2),
  z.literal(1),
  z.literal(0),
  z.literal(-1),
  z.literal(-2),
]);

const kanoSchema = z.enum(kanoClasses).nullable();
/** null is ourselves. */
const ratedSchema = idSchema.nullable();
const mostCells = maxHouseSide * maxHouseSide;
/** A level on the customers' own scale: 5, 7 or 10 points, or a percentage. */
const levelSchema = z.number().positive().max(100);

/** What is typed or pasted into the cells of a house: each call is one step to undo, all or nothing. */
export const houseCellContract = {
  /** Values of the house's scale; 0 takes a relation away and leaves its note. */
  'house.setRelations': edit<void>()(
    z.object({
      houseId: idSchema,
      cells: z
        .array(
          z.object({ whatId: idSchema, howId: idSchema, strength: z.number().min(0).max(1000) }),
        )
        .min(1)
        .max(mostCells),
    }),
  ),
  /** '' takes it away. */
  'house.setCellNote': edit<void>()(
    z.object({
      houseId: idSchema,
      whatId: idSchema,
      howId: idSchema,
      note: z.string().trim().max(1000),
    }),
  ),
  /** Typed in, so `direct` is what the house's importance comes from then, unless `source` says more. */
  'house.setImportance': edit<void>()(
    z.object({
      houseId: idSchema,
      values: z
        .array(z.object({ whatId: idSchema, importance: z.number().positive().max(100) }))
        .min(1)
        .max(maxHouseSide),
      source: z.enum(importanceSources).default('direct'),
    }),
  ),
  /**
   * Keeps what one source says, in any unit from 0 up, beside the importance in use; `andUse` makes it
   * that too, as `house.useImportance` does, in the same step. What is used is all that the source says:
   * its earlier values of other WHATs go.
   */
  'house.storeImportance': edit<void>()(
    z.object({
      houseId: idSchema,
      source: z.enum(importanceSources),
      values: z
        .array(z.object({ whatId: idSchema, value: z.number().min(0).max(1e9) }))
        .min(1)
        .max(maxHouseSide),
      andUse: z.boolean().default(false),
    }),
  ),
  /**
   * Makes the kept values of a source the importance: `direct` as it was typed, others scaled so that
   * the weightiest is 5. A WHAT without a value keeps its importance.
   */
  'house.useImportance': edit<void>()(
    z.object({ houseId: idSchema, source: z.enum(importanceSources) }),
  ),
  /** A field left out stays as it is. */
  'house.setPlan': edit<void>()(
    z.object({
      houseId: idSchema,
      values: z
        .array(
          z.object({
            whatId: idSchema,
            current: levelSchema.nullable().optional(),
            target: levelSchema.nullable().optional(),
            salesPoint: z.number().positive().max(10).optional(),
            /** As `house.setKano` takes it. */
            kano: kanoSchema.optional(),
          }),
        )
        .min(1)
        .max(maxHouseSide),
    }),
  ),
  /** Of a WHAT that is a requirement the class is written there, for every house that has it. */
  'house.setKano': edit<void>()(
    z.object({
      houseId: idSchema,
      values: z
        .array(z.object({ whatId: idSchema, kano: kanoSchema }))
        .min(1)
        .max(maxHouseSide),
    }),
  ),
  /** What is told of HOWs beside their names. A field left out stays as it is. */
  'house.setHows': edit<void>()(
    z.object({
      houseId: idSchema,
      values: z
        .array(
          z.object({
            howId: idSchema,
            unit: howFields.unit.optional(),
            direction: howFields.direction.optional(),
            targetValue: howFields.targetValue.optional(),
            difficulty: howFields.difficulty.optional(),
          }),
        )
        .min(1)
        .max(maxHouseSide),
    }),
  ),
  'house.setRoof': edit<void>()(
    z.object({
      houseId: idSchema,
      cells: z
        .array(z.object({ howId: idSchema, otherHowId: idSchema, strength: roofStrengthSchema }))
        .min(1)
        .max(mostCells),
    }),
  ),
  'house.addCompetitor': edit<{ competitorId: number }>()(
    z.object({ houseId: idSchema, name: nameSchema }),
  ),
  'house.renameCompetitor': edit<void>()(
    z.object({ houseId: idSchema, competitorId: idSchema, name: nameSchema }),
  ),
  'house.removeCompetitor': edit<void>()(z.object({ houseId: idSchema, competitorId: idSchema })),
  'house.moveCompetitor': edit<void>()(
    z.object({ houseId: idSchema, competitorId: idSchema, position: z.number().int().min(0) }),
  ),
  /**
   * Ratings on both sides, of competitors and of ourselves (our current level with customers, our measured
   * level of a HOW); null takes one away.
   */
  'house.setRatings': edit<void>()(
    z
      .object({
        houseId: idSchema,
        whats: z
          .array(
            z.object({
              whatId: idSchema,
              competitorId: ratedSchema,
              value: ratingSchema.nullable(),
            }),
          )
          .max(mostCells)
          .default([]),
        hows: z
          .array(
            z.object({
              howId: idSchema,
              competitorId: ratedSchema,
              value: ratingSchema.nullable(),
            }),
          )
          .max(mostCells)
          .default([]),
      })
      .refine(({ whats, hows }) => whats.length + hows.length > 0),
  ),
};
