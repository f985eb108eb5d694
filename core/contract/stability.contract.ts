import { z } from 'zod';
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

/** How sure it is that a HOW belongs to the first k. */
export type StabilityGrade = 'firm' | 'likely' | 'open' | 'unlikely';

/** What a CSF list says about one HOW: "top 5 in 94 % of 10,000 variants, rank 2 to 6 (median 3)". */
export interface HowStanding {
  howId: number;
  topK: number;
  variants: number;
  /** Share of the variants in which it ranks `topK` or better, a fraction. */
  topShare: number;
  /** Whole percent for the sentence: 100 and 0 only where it is all or none of the variants. */
  topPercent: number;
  rankMedian: number;
  /** 5 % and 95 % quantile: nine variants in ten rank it between the two. */
  rankLow: number;
  rankHigh: number;
  grade: StabilityGrade;
}

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
