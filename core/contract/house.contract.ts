import { z } from 'zod';
import { idSchema, nameSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';

/** ↑ the more the better, ↓ the less the better, ◎ as close to the target as can be. */
export const howDirections = ['up', 'down', 'target'] as const;
export type HowDirection = (typeof howDirections)[number];

/** Relation strengths of the 9/3/1 scale: ◎ 9, ○ 3, △ 1, empty 0. */
export const relationStrengths = [0, 1, 3, 9] as const;
export const relationStrengthSchema = z.union([
  z.literal(0),
  z.literal(1),
  z.literal(3),
  z.literal(9),
]);
export type RelationStrength = (typeof relationStrengths)[number];

export const maxHouseSide = 300;

export interface HouseSummary {
  id: number;
  name: string;
  whatCount: number;
  howCount: number;
  csfCount: number;
}

export interface HouseWhat {
  requirementId: number;
  code: string;
  name: string;
  /** Weight of the WHAT in the house, above 0 up to 100 (users mostly take 1 to 5). */
  importance: number;
  vocCount: number;
}

export interface HouseHow {
  howId: number;
  name: string;
  unit: string;
  direction: HowDirection;
  targetValue: string;
  /** Set when this HOW has been chosen as a CSF. */
  csfId: number | null;
}

export interface HouseView {
  id: number;
  name: string;
  whats: HouseWhat[];
  hows: HouseHow[];
  /** relations[i][j] = strength between whats[i] and hows[j]. */
  relations: RelationStrength[][];
}

const howFieldsSchema = z.object({
  name: nameSchema,
  unit: z.string().trim().max(40).default(''),
  direction: z.enum(howDirections).default('up'),
  targetValue: z.string().trim().max(80).default(''),
});

export const houseContract = {
  'house.list': read<HouseSummary[]>()(nothing, ['house', 'csf']),
  'house.get': read<HouseView>()(z.object({ id: idSchema }), [
    'house',
    'requirement',
    'voc',
    'csf',
  ]),
  'house.create': edit<{ id: number }>()(
    z.object({ name: nameSchema, requirementIds: z.array(idSchema).max(maxHouseSide).default([]) }),
  ),
  'house.rename': edit<void>()(z.object({ id: idSchema, name: nameSchema })),
  'house.remove': edit<void>()(z.object({ id: idSchema })),
  'house.addWhats': edit<void>()(
    z.object({ houseId: idSchema, requirementIds: z.array(idSchema).min(1).max(maxHouseSide) }),
  ),
  'house.removeWhat': edit<void>()(z.object({ houseId: idSchema, requirementId: idSchema })),
  'house.setImportance': edit<void>()(
    z.object({
      houseId: idSchema,
      values: z
        .array(z.object({ requirementId: idSchema, importance: z.number().positive().max(100) }))
        .min(1)
        .max(maxHouseSide),
    }),
  ),
  'house.addHow': edit<{ howId: number }>()(howFieldsSchema.extend({ houseId: idSchema })),
  'house.updateHow': edit<void>()(
    z.object({
      howId: idSchema,
      name: nameSchema.optional(),
      unit: z.string().trim().max(40).optional(),
      direction: z.enum(howDirections).optional(),
      targetValue: z.string().trim().max(80).optional(),
    }),
  ),
  'house.removeHow': edit<void>()(z.object({ houseId: idSchema, howId: idSchema })),
  'house.moveWhat': edit<void>()(
    z.object({ houseId: idSchema, requirementId: idSchema, position: z.number().int().min(0) }),
  ),
  'house.moveHow': edit<void>()(
    z.object({ houseId: idSchema, howId: idSchema, position: z.number().int().min(0) }),
  ),
  /** One cell typed or one block pasted: one step to undo. */
  'house.setRelations': edit<void>()(
    z.object({
      houseId: idSchema,
      cells: z
        .array(
          z.object({
            requirementId: idSchema,
            howId: idSchema,
            strength: relationStrengthSchema,
          }),
        )
        .min(1)
        .max(maxHouseSide * maxHouseSide),
    }),
  ),
};
