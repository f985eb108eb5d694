import { z } from 'zod';
import { vocFilterSchema } from '../../../core/contract/voc.contract.ts';

/*
 * What a link into a room may carry. Rooms link to each other through these and never import each
 * other. An address with nonsense in it opens the room as if it carried nothing.
 */

export const vocSearchSchema = z
  .object({
    filter: vocFilterSchema.optional(),
    open: z.number().int().optional(),
    /** Opens the form for a new VOC. */
    compose: z.boolean().optional(),
  })
  .catch({});

/** The affinity board, about the VOC of a filter. */
export const boardSearchSchema = z.object({ filter: vocFilterSchema.optional() }).catch({});

export const requirementSearchSchema = z.object({ id: z.number().int().optional() }).catch({});

/** The faces of a house: every one of them is about the house `id`. */
const houseId = z.number().int().optional();

export const houseSearchSchema = z
  .object({
    id: houseId,
    howId: z.number().int().optional(),
    /** With `howId`: the cell between the two; alone: the row. */
    whatId: z.number().int().optional(),
  })
  .catch({});

export const importanceViews = ['sources', 'pairs', 'panel', 'kano'] as const;
export const importanceSearchSchema = z
  .object({ id: houseId, view: z.enum(importanceViews).optional() })
  .catch({});

export const stabilitySearchSchema = z.object({ id: houseId }).catch({});

export const workshopSearchSchema = z
  .object({ id: houseId, workshopId: z.number().int().optional() })
  .catch({});

/** The big-type view for the room, in a window of its own. */
export const projectorSearchSchema = z
  .object({ workshopId: z.number().int().optional() })
  .catch({});

export const roundsViews = ['compare', 'chain'] as const;
export const roundsSearchSchema = z
  .object({
    id: houseId,
    view: z.enum(roundsViews).optional(),
    /** Rounds that are compared; 0 is the house as it stands, below 0 another house by its id. */
    from: z.number().int().optional(),
    to: z.number().int().optional(),
  })
  .catch({});

export const csfSearchSchema = z.object({ id: z.number().int().optional() }).catch({});

export const actionSearchSchema = z
  .object({
    id: z.number().int().optional(),
    csfId: z.number().int().optional(),
    overdueOnly: z.boolean().optional(),
    /** Opens the form for a new action, for the CSF named beside it. */
    create: z.boolean().optional(),
  })
  .catch({});

export const responseSearchSchema = z
  .object({
    waveId: z.number().int().optional(),
    branch: z.string().optional(),
    region: z.string().optional(),
    segmentId: z.number().int().optional(),
    segmentValue: z.string().optional(),
    itemId: z.number().int().optional(),
    answerFrom: z.number().optional(),
    answerTo: z.number().optional(),
    indexId: z.number().int().optional(),
    respondentId: z.number().int().optional(),
  })
  .catch({});

export const csiSearchSchema = z
  .object({ indexId: z.number().int().optional(), itemId: z.number().int().optional() })
  .catch({});

export const customerSearchSchema = z.object({ id: z.number().int().optional() }).catch({});

export const insightViews = ['keywords', 'trend', 'pairs', 'pareto', 'heat', 'weekly'] as const;

export const insightSearchSchema = z
  .object({ filter: vocFilterSchema.optional(), view: z.enum(insightViews).optional() })
  .catch({});
