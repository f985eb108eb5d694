import { z } from 'zod';
import { limitSchema, offsetSchema } from './common.schema.ts';
import type { VocSample } from './insight.contract.ts';
import { command, read } from './method.ts';
import { type VocChannel, type VocKind, vocFilterSchema } from './voc.contract.ts';

/** VOC that share keywords and may mean the same requirement. */
export interface AffinityGroup {
  /** Its number within the suggestion. */
  id: number;
  /** The keywords that hold it together, strongest first. */
  words: string[];
  /** Its VOC that are assigned to no requirement yet (or all, when the assigned were asked for). */
  size: number;
  /** Sum of the severities of `size` VOC, those nobody judged counting as `assumedSeverity`. */
  importance: number;
  meanSeverity: number;
  /** Mean cosine between its VOC's keywords and its own, 0 to 1. */
  similarity: number;
  /** The most typical first; at most `mostSampled` of `size`. */
  vocIds: number[];
}

export const mostSampled = 500;

export interface AffinityGroups {
  groups: AffinityGroup[];
  /** VOC whose keywords fit no group. */
  rest: { size: number; importance: number };
  /** VOC that were looked at. */
  total: number;
  /** How many of them are assigned by now. */
  assigned: number;
  /** What a VOC counts as whose severity nobody judged. */
  assumedSeverity: number;
  /** The suggestion is of an even sample of the VOC only; null: of all. */
  sample: VocSample | null;
}

export interface AffinityCard {
  id: number;
  /** Personal data hidden. */
  text: string;
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  branch: string | null;
  severity: number | null;
}

/** A group's number; null for the VOC that fit no group. */
const groupSchema = z.union([z.number().int().min(0), z.null(), z.literal('all')]);
export type AffinityGroupChoice = z.infer<typeof groupSchema>;
const cardsSchema = z.object({
  suggestionId: z.string().max(100),
  group: groupSchema,
  search: z.string().max(400).default(''),
});

export const affinityContract = {
  /**
   * Groups VOC by their keywords as a job; its id names the suggestion in the reads below. Of many VOC
   * a second, short job groups a sample, to begin with; its suggestion is gone once the other is read.
   */
  'affinity.suggest': command<{ jobId: string; earlyJobId: string | null }>()(
    z.object({
      filter: vocFilterSchema.default({}),
      maxGroups: z.number().int().min(2).max(100).default(24),
      includeAssigned: z.boolean().default(false),
      /** Keywords that shall hold no group together. */
      withoutWords: z.array(z.string().trim().min(1).max(100)).max(500).default([]),
    }),
  ),
  /** The last suggestion, counted as things are now: assigned VOC have left their groups. */
  'affinity.groups': read<AffinityGroups>()(z.object({ suggestionId: z.string().max(100) }), [
    'voc',
    'requirement',
  ]),
  /** The VOC of a group, the most typical first; of those in none and of all, the newest first. */
  'affinity.listCards': read<{ cards: AffinityCard[]; total: number }>()(
    cardsSchema.extend({ offset: offsetSchema.default(0), limit: limitSchema.default(100) }),
    ['voc', 'requirement'],
  ),
  /** All of them (at most 100,000), to assign them at once. */
  'affinity.listIds': read<{ ids: number[]; total: number }>()(cardsSchema, ['voc', 'requirement']),
};
