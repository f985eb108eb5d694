import { z } from 'zod';
import { idSchema, offsetSchema } from './common.schema.ts';
import { command, edit, read } from './method.ts';
import { type VocChannel, type VocKind, type VocStatus, vocFilterSchema } from './voc.contract.ts';

/** When two VOC are taken for the same said twice; the defaults are this program's definition. */
export const duplicateCriteriaSchema = z.object({
  /** Least share of common shingles (Jaccard) of near-duplicates; null: only the same text counts. */
  threshold: z.number().min(0.5).max(1).nullable().default(0.8),
  /** Received at most so many days apart (0: on the same day); null: whenever. */
  withinDays: z.number().int().min(0).max(3650).nullable().default(0),
  sameChannel: z.boolean().default(true),
  sameBranch: z.boolean().default(true),
  /** Texts of fewer letters and digits never count: many different customers say 감사합니다. */
  minLetters: z.number().int().min(1).max(200).default(10),
});
export type DuplicateCriteria = z.infer<typeof duplicateCriteriaSchema>;

export const duplicateKinds = ['all', 'exact', 'near'] as const;
export type DuplicateKind = (typeof duplicateKinds)[number];

export interface DuplicateMember {
  id: number;
  /** Masked. */
  text: string;
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  status: VocStatus;
  branch: string | null;
  product: string | null;
  owner: string | null;
  externalId: string | null;
  /** To the first of the group, when they were looked for. 1 for the same letters. */
  similarity: number;
  requirementCount: number;
  mergedCount: number;
}

export interface DuplicateGroup {
  /** Of the search, from 0; stays with the group. */
  place: number;
  kind: 'exact' | 'near';
  /** At most 50, the first in the workspace first: it would be the survivor. */
  members: DuplicateMember[];
  memberCount: number;
  /** The least of its members'. */
  similarity: number;
}

export interface DuplicatePage {
  groups: DuplicateGroup[];
  /** Where the next page begins; null at the end. */
  nextOffset: number | null;
}

/** What the last search found. Groups merged or parted since then are not listed any more. */
export interface DuplicateFindings {
  criteria: DuplicateCriteria;
  foundAt: string;
  /** VOC that were compared. */
  compared: number;
  exactGroups: number;
  nearGroups: number;
  /** VOC that repeat another one: so many a merge of all would set aside. */
  exactVoc: number;
  nearVoc: number;
  seconds: number;
}

export interface MergedVoc {
  id: number;
  /** Masked, as in every list. */
  text: string;
  receivedAt: string;
  channel: VocChannel;
  branch: string | null;
  externalId: string | null;
  similarity: number;
  mergedAt: string;
}

const manyIds = z.array(idSchema).min(1).max(2000);

export const duplicateContract = {
  /** A job; what it finds is kept for `duplicate.list` until the next one or another workspace. */
  'duplicate.find': command<{ jobId: string }>()(
    z.object({
      filter: vocFilterSchema.default({}),
      criteria: duplicateCriteriaSchema.prefault({}),
    }),
  ),
  /** null: nobody looked yet. */
  'duplicate.findings': read<DuplicateFindings | null>()(z.object({}), ['voc']),
  'duplicate.list': read<DuplicatePage>()(
    z.object({
      kind: z.enum(duplicateKinds).default('all'),
      offset: offsetSchema.default(0),
      limit: z.number().int().min(1).max(100).default(20),
    }),
    ['voc'],
  ),
  /** What was merged into one VOC. */
  'duplicate.listMerged': read<MergedVoc[]>()(z.object({ survivorId: idSchema }), ['voc']),
  'duplicate.merge': edit<void>()(z.object({ survivorId: idSchema, ids: manyIds })),
  /** Merges all groups found of a kind, as one step. */
  'duplicate.mergeAll': edit<{ merged: number }>()(
    z.object({ kind: z.enum(duplicateKinds).default('exact') }),
  ),
  /** Merged VOC by their ids, or all that were merged into one. */
  'duplicate.unmerge': edit<{ count: number }>()(
    z.union([z.strictObject({ ids: manyIds }), z.strictObject({ survivorId: idSchema })]),
  ),
  /** Found to be different: never suggested together again. */
  'duplicate.markDistinct': edit<void>()(z.object({ ids: z.array(idSchema).min(2).max(50) })),
};
