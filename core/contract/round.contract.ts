import { z } from 'zod';
import { idSchema, nameSchema, noteSchema } from './common.schema.ts';
import type {
  HouseNormalization,
  HouseScale,
  HouseWeighting,
  HowDirection,
  ImportanceSource,
  RoofReading,
  RoofStrength,
} from './house.contract.ts';
import { edit, read } from './method.ts';
import type { KanoClass } from './requirement.contract.ts';

/** One side of a kept house: WHATs or HOWs and their groups, in display order. */
interface RoundNode {
  id: number;
  parentId: number | null;
  code: string;
  name: string;
  isGroup: boolean;
}

/** A house as a round keeps it: everything that was said in it, nothing that was computed. */
export interface RoundModel {
  name: string;
  scale: HouseScale;
  normalization: HouseNormalization;
  weighting: HouseWeighting;
  kanoAdjusted: boolean;
  roofReading: RoofReading;
  importanceSource: ImportanceSource;
  competitors: string[];
  whats: (RoundNode & {
    importance: number | null;
    importanceBySource: Partial<Record<ImportanceSource, number>>;
    current: number | null;
    target: number | null;
    salesPoint: number | null;
    kano: KanoClass | null;
    ratings: (number | null)[];
    requirementId: number | null;
    sourceHowId: number | null;
  })[];
  hows: (RoundNode & {
    unit: string;
    direction: HowDirection;
    targetValue: string;
    owner: string;
    difficulty: number | null;
    ownRating: number | null;
    ratings: (number | null)[];
  })[];
  relations: number[][];
  roof: { howId: number; otherHowId: number; strength: RoofStrength }[];
  notes: { whatId: number; howId: number; note: string }[];
}

export interface RoundHead {
  id: number;
  houseId: number;
  name: string;
  reason: string;
  author: string;
  /** ISO, UTC. */
  at: string;
}

export const roundContract = {
  /** Oldest first. */
  'round.list': read<RoundHead[]>()(z.object({ houseId: idSchema }), ['house']),
  'round.get': read<RoundHead & { model: RoundModel }>()(z.object({ id: idSchema }), ['house']),
  /** Keeps the house as it stands. */
  'round.save': edit<{ id: number }>()(
    z.object({
      houseId: idSchema,
      name: nameSchema,
      reason: noteSchema.default(''),
      author: z.string().trim().max(200).default(''),
    }),
  ),
  'round.remove': edit<void>()(z.object({ id: idSchema })),
  /** A new house with what the round kept; the house it was kept of stays as it is. */
  'round.restore': edit<{ id: number }>()(z.object({ id: idSchema, name: nameSchema })),
};
