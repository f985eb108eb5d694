import { z } from 'zod';
import { idSchema, nameSchema, noteSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';

export const maxRequirementLevel = 3;

/** Kano class: must-be, one-dimensional, attractive, indifferent, reverse, questionable. */
export const kanoClasses = ['M', 'O', 'A', 'I', 'R', 'Q'] as const;
export type KanoClass = (typeof kanoClasses)[number];

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
};
