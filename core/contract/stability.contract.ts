import { z } from 'zod';
import type { HowStability } from '../domain/importance/csf-stability.ts';
import { idSchema, nothing } from './common.schema.ts';
import { houseNormalizations, maxHouseSide } from './house.contract.ts';
import { command, read } from './method.ts';

/** What is varied to see how firmly the ranks of a house stand. */
export const stabilityOptionsSchema = z.object({
  draws: z.number().int().min(100).max(100_000),
  /** The same seed gives the same figures. */
  seed: z.number().int().min(0).max(2_147_483_647),
  /** Each weight is off by up to this share of itself. */
  weightNoise: z.number().min(0).max(1),
  /** Values the signs might have been worth, beside those of the house's own scale. */
  otherScales: z.array(z.array(z.number().min(0)).max(20)).max(20),
  normalizations: z.array(z.enum(houseNormalizations)).min(1).max(2),
});
export type StabilityOptions = z.infer<typeof stabilityOptionsSchema>;

export type HowStanding = Omit<HowStability, 'how'> & { howId: number };

export interface HouseStability {
  houseId: number;
  options: StabilityOptions;
  /** How many count as the top; 1 to the number of HOWs. */
  topK: number;
  /** Nobody set `topK`: it is the number of CSFs that are not retired, or 5 while there are none. */
  topKFollowsCsfs: boolean;
  /** What the signs might be worth: the house's own values first, then the usual ones of as many levels. */
  scales: number[][];
  /** Multiplications that all variants take. */
  steps: number;
  /** In the order of the columns; null while the variants of the house as it now is are not counted. */
  hows: HowStanding[] | null;
  /** No HOW weighs anything: there are no ranks to vary. */
  weightless: boolean;
  /** Another for every other house and every other way to vary it. */
  fingerprint: string;
  /** The job that counts them. */
  jobId: string | null;
}

export interface CsfStability {
  csfId: number;
  houseId: number;
  /** null while not counted for the house as it now is, or where nothing has weight. */
  standing: HowStanding | null;
  weightless: boolean;
  steps: number;
  fingerprint: string;
  /** What the sentence rests on. */
  options: StabilityOptions;
}

export const stabilityContract = {
  'stability.get': read<HouseStability>()(z.object({ houseId: idSchema }), [
    'house',
    'requirement',
    'csf',
    'stability',
  ]),
  /** One per CSF of the list. */
  'stability.listForCsfs': read<CsfStability[]>()(nothing, [
    'house',
    'requirement',
    'csf',
    'stability',
  ]),
  /** Kept with the house, outside undo, for it changes nothing of the house; `topK` null follows the CSFs. */
  'stability.setOptions': command<void>()(
    z.object({
      houseId: idSchema,
      options: stabilityOptionsSchema.optional(),
      topK: z.number().int().min(1).max(maxHouseSide).nullable().optional(),
    }),
  ),
  /** Counts the variants as a job; null when they are known already or nothing has weight. */
  'stability.compute': command<{ jobId: string | null }>()(z.object({ houseId: idSchema })),
};
