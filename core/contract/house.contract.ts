import { z } from 'zod';
import { idSchema, nameSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';
import type { KanoClass } from './requirement.contract.ts';

/** ↑ the more the better, ↓ the less the better, ◎ as close to the target as can be. */
export const howDirections = ['up', 'down', 'target'] as const;
export type HowDirection = (typeof howDirections)[number];

/** `lyman` divides each row by its sum, so that a WHAT counts for no more than its importance. */
export const houseNormalizations = ['none', 'lyman'] as const;
export type HouseNormalization = (typeof houseNormalizations)[number];

/** What a WHAT weighs: its importance alone, or importance × improvement ratio × sales point. */
export const houseWeightings = ['importance', 'plan'] as const;
export type HouseWeighting = (typeof houseWeightings)[number];

/** Where importance comes from: typed in, VOC, pairwise comparison, a survey, the house before. */
export const importanceSources = [
  'direct',
  'evidence',
  'ahp',
  'groupAhp',
  'survey',
  'cascade',
] as const;
export type ImportanceSource = (typeof importanceSources)[number];

/**
 * What a sign in the roof says of two HOWs: `values`, that the one's value rises with the other's;
 * `improvement`, that improving the one helps the other.
 */
export const roofReadings = ['values', 'improvement'] as const;
export type RoofReading = (typeof roofReadings)[number];

/** ++ 2, + 1, − −1, −− −2; 0 is not kept. */
export type RoofStrength = 2 | 1 | -1 | -2;

/** WHATs or HOWs of a house, not counting groups; groups may be as many again. */
export const maxHouseSide = 300;
export const maxCompetitors = 12;

export interface HouseSummary {
  id: number;
  name: string;
  /** Without groups. */
  whatCount: number;
  howCount: number;
  csfCount: number;
}

/** A place in the tree of WHATs or HOWs. */
interface HousePlace {
  /** The group it is in; null at the first level. */
  parentId: number | null;
  /** Grows along the rows or columns as they are shown, groups and what is in them together. */
  position: number;
  /** Its number in the house as on paper: 1, 1.2, 1.2.3. */
  number: string;
}

export interface HouseWhatGroup extends HousePlace {
  whatId: number;
  name: string;
}

export interface HouseWhat extends HousePlace {
  whatId: number;
  /** The requirement it is; null for one of the house's own, whose name may be changed here. */
  requirementId: number | null;
  /** The HOW of the house before that it was; null for others and when that HOW is gone. */
  sourceHowId: number | null;
  /** The requirement's place in the outline of all requirements; '' without a requirement. */
  code: string;
  name: string;
  /** Weight of the WHAT in the house, above 0 up to 100 (users mostly take 1 to 5). */
  importance: number;
  /** Values kept of each source, in that source's own unit. */
  importanceBySource: Partial<Record<ImportanceSource, number>>;
  /** How well we do and mean to do, above 0; null when not rated. */
  current: number | null;
  target: number | null;
  /** Usually 1, 1.2 or 1.5. */
  salesPoint: number;
  /** The requirement's Kano class, or that of the house's own WHAT. */
  kano: KanoClass | null;
  /** Customers' ratings of the competitors, 1 to 5, in their order. */
  ratings: (number | null)[];
  vocCount: number;
}

export interface HouseHowGroup extends HousePlace {
  howId: number;
  name: string;
}

export interface HouseHow extends HousePlace {
  howId: number;
  name: string;
  unit: string;
  direction: HowDirection;
  targetValue: string;
  owner: string;
  /** Technical difficulty, 1 (easy) to 5; null when not judged. */
  difficulty: number | null;
  /** Our own measured level and each competitor's, 1 to 5. */
  ownRating: number | null;
  ratings: (number | null)[];
  /** Set when this HOW has been chosen as a CSF. */
  csfId: number | null;
}

export interface HouseScaleLevel {
  value: number;
  symbol: string;
}

/** What the cells of a house may hold beside nothing (0): strongest first. */
export interface HouseScale {
  levels: HouseScaleLevel[];
}

export interface HouseView {
  id: number;
  name: string;
  scale: HouseScale;
  normalization: HouseNormalization;
  weighting: HouseWeighting;
  kanoAdjusted: boolean;
  roofReading: RoofReading;
  importanceSource: ImportanceSource;
  /** The house whose HOWs are WHATs here. */
  cascadedFrom: { id: number; name: string } | null;
  branchedFrom: { id: number; name: string } | null;
  competitors: { competitorId: number; name: string }[];
  whatGroups: HouseWhatGroup[];
  /** Without groups, in display order; so are `hows`. */
  whats: HouseWhat[];
  howGroups: HouseHowGroup[];
  hows: HouseHow[];
  /** relations[i][j] = value of the scale between whats[i] and hows[j]; 0 for none. */
  relations: number[][];
  /** Each pair once, the smaller id first. */
  roof: { howId: number; otherHowId: number; strength: RoofStrength }[];
  notes: { whatId: number; howId: number; note: string }[];
}

/** 1 to 5, as competitors are rated and difficulty is judged. */
export const ratingSchema = z.number().min(1).max(5);

/** The host says what of a scale cannot be used. */
const scaleSchema = z.object({
  levels: z.array(z.object({ value: z.number(), symbol: z.string().trim().max(8) })).max(20),
});

export const howFields = {
  name: nameSchema,
  unit: z.string().trim().max(40),
  direction: z.enum(howDirections),
  targetValue: z.string().trim().max(80),
  owner: z.string().trim().max(200),
  difficulty: ratingSchema.nullable(),
  ownRating: ratingSchema.nullable(),
};

const newHowSchema = z.object({
  houseId: idSchema,
  name: nameSchema,
  unit: howFields.unit.default(''),
  direction: howFields.direction.default('up'),
  targetValue: howFields.targetValue.default(''),
  owner: howFields.owner.default(''),
  difficulty: howFields.difficulty.default(null),
  ownRating: howFields.ownRating.default(null),
  parentId: idSchema.nullable().default(null),
});

const newGroupFields = {
  houseId: idSchema,
  name: nameSchema,
  parentId: idSchema.nullable().default(null),
};

const newNamesSchema = z.object({
  houseId: idSchema,
  names: z.array(nameSchema).min(1).max(maxHouseSide),
});

/** Among what is in the same group, groups counted; a `parentId` left out stays as it is. */
const moveFields = {
  houseId: idSchema,
  position: z.number().int().min(0),
  parentId: idSchema.nullable().optional(),
};

const idsSchema = z.array(idSchema).max(maxHouseSide);

export const houseContract = {
  'house.list': read<HouseSummary[]>()(nothing, ['house', 'csf']),
  'house.get': read<HouseView>()(z.object({ id: idSchema }), [
    'house',
    'requirement',
    'voc',
    'csf',
  ]),
  'house.create': edit<{ id: number }>()(
    z.object({ name: nameSchema, requirementIds: idsSchema.default([]) }),
  ),
  'house.rename': edit<void>()(z.object({ id: idSchema, name: nameSchema })),
  'house.remove': edit<void>()(z.object({ id: idSchema })),
  /** Every relation goes to the level of the new scale that stands where its own stood: `levelPlaces`. */
  'house.setScale': edit<void>()(z.object({ houseId: idSchema, scale: scaleSchema })),
  'house.setOptions': edit<void>()(
    z.object({
      houseId: idSchema,
      normalization: z.enum(houseNormalizations).optional(),
      weighting: z.enum(houseWeightings).optional(),
      kanoAdjusted: z.boolean().optional(),
      roofReading: z.enum(roofReadings).optional(),
    }),
  ),
  /** The next house: chosen HOWs become its WHATs, with what they weigh here as importance. */
  'house.cascade': edit<{ id: number }>()(
    z.object({ houseId: idSchema, howIds: idsSchema.min(1), name: nameSchema }),
  ),

  'house.addWhats': edit<void>()(
    z.object({
      houseId: idSchema,
      requirementIds: idsSchema.min(1),
      parentId: idSchema.nullable().default(null),
    }),
  ),
  'house.addOwnWhat': edit<{ whatId: number }>()(z.object(newGroupFields)),
  /** A column of them, as pasted, in one step. */
  'house.addOwnWhats': edit<{ whatIds: number[] }>()(newNamesSchema),
  /** `whatIds` move into the new group, which stands where the first of them stood. */
  'house.addWhatGroup': edit<{ whatId: number }>()(
    z.object({ ...newGroupFields, whatIds: idsSchema.default([]) }),
  ),
  /** Of a group or a WHAT of the house's own; a requirement is renamed among the requirements. */
  'house.renameWhat': edit<void>()(
    z.object({ houseId: idSchema, whatId: idSchema, name: nameSchema }),
  ),
  /** What is in a group moves up a level; it does not go with it. */
  'house.removeWhat': edit<void>()(z.object({ houseId: idSchema, whatId: idSchema })),
  'house.moveWhat': edit<void>()(z.object({ ...moveFields, whatId: idSchema })),

  'house.addHow': edit<{ howId: number }>()(newHowSchema),
  'house.addHows': edit<{ howIds: number[] }>()(newNamesSchema),
  'house.addHowGroup': edit<{ howId: number }>()(
    z.object({ ...newGroupFields, howIds: idsSchema.default([]) }),
  ),
  /** Of a group only the name. */
  'house.updateHow': edit<void>()(
    z.object({ ...howFields, howId: idSchema }).partial({
      name: true,
      unit: true,
      direction: true,
      targetValue: true,
      owner: true,
      difficulty: true,
      ownRating: true,
    }),
  ),
  'house.removeHow': edit<void>()(z.object({ houseId: idSchema, howId: idSchema })),
  'house.moveHow': edit<void>()(z.object({ ...moveFields, howId: idSchema })),
};
