import { z } from 'zod';
import { idSchema, nameSchema, noteSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';

export const maxRequirementLevel = 3;

/** Kano class: must-be, one-dimensional, attractive, indifferent, reverse, questionable. */
export const kanoClasses = ['M', 'O', 'A', 'I', 'R', 'Q'] as const;
export type KanoClass = (typeof kanoClasses)[number];

/** How much weight the evidence carries: frequency × severity (`evidence-importance.ts`). */
export interface RequirementImportance {
  /** Sum of the severities of `vocCount` VOC, which is `vocCount` × `meanSeverity`. */
  value: number;
  /** 1 to 5; null without evidence. */
  meanSeverity: number | null;
  /** How many of the VOC somebody judged. */
  judged: number;
  /** What a VOC nobody judged counts as: the same for every requirement. */
  assumedSeverity: number;
  /** Of the severities of all evidence together, 0 to 1; null when there is no evidence at all. */
  share: number | null;
  /** Of its own and its siblings' importance, 0 to 1; null when none of them has evidence. */
  siblingShare: number | null;
}

/** A customer's words that stand for the requirement, personal data hidden. */
export interface RequirementQuote {
  vocId: number;
  text: string;
}

export interface RequirementRow {
  id: number;
  parentId: number | null;
  /** 1 to 3 in the CS요소 전개표. */
  level: number;
  /** Outline number from the place in the tree, e.g. `2.1.3`. */
  code: string;
  name: string;
  description: string;
  position: number;
  /** VOC marked as evidence for this requirement itself. */
  ownVocCount: number;
  /** Distinct VOC for this requirement or any below it. */
  vocCount: number;
  /** Survey items that measure it. */
  itemIds: number[];
  kano: KanoClass | null;
  /** Given directly; null when only the evidence says how important it is. */
  weight: number | null;
  quote: RequirementQuote | null;
  importance: RequirementImportance;
}

/** What came of merging, for the words that tell it. */
export interface MergedRequirements {
  /** VOC that the one which stays did not have before. */
  added: number;
  /** Houses in which both stood: their relations became one row, the stronger one winning. */
  combinedHouses: number;
  /** Houses in which only the merged one stood: its row is now the other's. */
  takenHouses: number;
}

export const requirementContract = {
  /** The whole tree in outline order. */
  'requirement.list': read<RequirementRow[]>()(nothing, ['requirement', 'voc', 'survey']),
  'requirement.create': edit<{ id: number }>()(
    z.object({
      name: nameSchema,
      description: noteSchema.default(''),
      parentId: idSchema.nullable().default(null),
      /** Place among its siblings, from 0; the last when left out. */
      position: z.number().int().min(0).optional(),
      /** VOC that become its first evidence. */
      vocIds: z.array(idSchema).max(100_000).default([]),
    }),
  ),
  'requirement.update': edit<void>()(
    z.object({ id: idSchema, name: nameSchema.optional(), description: noteSchema.optional() }),
  ),
  /** Moves a requirement with all below it; refuses a move that makes more than three levels. */
  'requirement.move': edit<void>()(
    z.object({
      id: idSchema,
      parentId: idSchema.nullable(),
      /** Place among its new siblings, itself not counted. */
      position: z.number().int().min(0),
    }),
  ),
  /** Removes it and all below it; its VOC stay. */
  'requirement.remove': edit<void>()(z.object({ id: idSchema })),
  'requirement.addEvidence': edit<{ added: number }>()(
    z.object({ requirementId: idSchema, vocIds: z.array(idSchema).min(1).max(100_000) }),
  ),
  'requirement.removeEvidence': edit<{ removed: number }>()(
    z.object({ requirementId: idSchema, vocIds: z.array(idSchema).min(1).max(100_000) }),
  ),
  /** Says which survey items measure the requirement. */
  'requirement.setItems': edit<void>()(
    z.object({ requirementId: idSchema, itemIds: z.array(idSchema).max(500) }),
  ),
  'requirement.setKano': edit<void>()(
    z.object({ id: idSchema, kano: z.enum(kanoClasses).nullable() }),
  ),
  'requirement.setWeight': edit<void>()(
    z.object({ id: idSchema, weight: z.number().positive().max(1000).nullable() }),
  ),
  /**
   * Takes a quote from a VOC that is evidence for the requirement or for one below it. `passage` is
   * part of the text as it is shown; left out, the first sentence. null: no quote.
   */
  'requirement.setQuote': edit<void>()(
    z.object({
      id: idSchema,
      vocId: idSchema.nullable(),
      passage: z.string().trim().min(1).max(500).optional(),
    }),
  ),
  /** Takes VOC from one requirement to another as one step. */
  'requirement.moveEvidence': edit<{ moved: number }>()(
    z.object({
      fromId: idSchema,
      toId: idSchema,
      vocIds: z.array(idSchema).min(1).max(100_000),
    }),
  ),
  /**
   * Makes a new requirement right below this one, on its level, of some of its own VOC. Survey items
   * and places in houses stay with the original, for nobody said which of the two they mean; a quote
   * goes with its VOC.
   */
  'requirement.split': edit<{ id: number; moved: number }>()(
    z.object({ id: idSchema, vocIds: z.array(idSchema).min(1).max(100_000), name: nameSchema }),
  ),
  /**
   * Makes one requirement of several. The one that stays keeps its name, place, importance in a house,
   * and what it has of Kano class, weight and quote, and takes over all evidence, survey items,
   * descriptions and what stood below the others. In a house that holds both, each relation is the
   * stronger of the two; in one that holds only another, its row is taken over.
   */
  'requirement.merge': edit<MergedRequirements>()(
    z.object({ ids: z.array(idSchema).min(1).max(200), intoId: idSchema }),
  ),
};
