import { z } from 'zod';
import { vocFilterSchema } from '../../../core/contract/voc.contract.ts';

/*
 * What a link into a room may carry. Rooms link to each other through these and never import each
 * other. What is nonsense in an address is as if it were not there: each field says so itself, because the
 * router hands on whatever its schema does not answer with.
 */

export const vocSearchSchema = z
  .object({
    filter: vocFilterSchema.optional().catch(undefined),
    open: z.number().int().optional().catch(undefined),
    /** Opens the form for a new VOC. */
    compose: z.boolean().optional().catch(undefined),
  })
  .catch({});

/** The affinity board, about the VOC of a filter. */
export const boardSearchSchema = z
  .object({ filter: vocFilterSchema.optional().catch(undefined) })
  .catch({});

export const requirementSearchSchema = z
  .object({ id: z.number().int().optional().catch(undefined) })
  .catch({});

/** The faces of a house: every one of them is about the house `id`. */
const houseId = z.number().int().optional().catch(undefined);

export const houseSearchSchema = z
  .object({
    id: houseId,
    howId: z.number().int().optional().catch(undefined),
    /** With `howId`: the cell between the two; alone: the row. */
    whatId: z.number().int().optional().catch(undefined),
  })
  .catch({});

export const importanceViews = ['sources', 'pairs', 'panel', 'kano'] as const;
export const importanceSearchSchema = z
  .object({ id: houseId, view: z.enum(importanceViews).optional().catch(undefined) })
  .catch({});

export const stabilitySearchSchema = z.object({ id: houseId }).catch({});

export const workshopSearchSchema = z
  .object({ id: houseId, workshopId: z.number().int().optional().catch(undefined) })
  .catch({});

/** The big-type view for the room, in a window of its own. */
export const projectorSearchSchema = z
  .object({ workshopId: z.number().int().optional().catch(undefined) })
  .catch({});

export const roundsViews = ['compare', 'chain'] as const;
export const roundsSearchSchema = z
  .object({
    id: houseId,
    view: z.enum(roundsViews).optional().catch(undefined),
    /** Rounds that are compared; 0 is the house as it stands, below 0 another house by its id. */
    from: z.number().int().optional().catch(undefined),
    to: z.number().int().optional().catch(undefined),
  })
  .catch({});

export const csfSearchSchema = z
  .object({ id: z.number().int().optional().catch(undefined) })
  .catch({});

export const actionSearchSchema = z
  .object({
    id: z.number().int().optional().catch(undefined),
    csfId: z.number().int().optional().catch(undefined),
    overdueOnly: z.boolean().optional().catch(undefined),
    /** Opens the form for a new action, for the CSF named beside it. */
    create: z.boolean().optional().catch(undefined),
  })
  .catch({});

export const responseSearchSchema = z
  .object({
    waveId: z.number().int().optional().catch(undefined),
    branch: z.string().optional().catch(undefined),
    region: z.string().optional().catch(undefined),
    segmentId: z.number().int().optional().catch(undefined),
    segmentValue: z.string().optional().catch(undefined),
    itemId: z.number().int().optional().catch(undefined),
    answerFrom: z.number().optional().catch(undefined),
    answerTo: z.number().optional().catch(undefined),
    indexId: z.number().int().optional().catch(undefined),
    respondentId: z.number().int().optional().catch(undefined),
  })
  .catch({});

export const csiSearchSchema = z
  .object({
    indexId: z.number().int().optional().catch(undefined),
    itemId: z.number().int().optional().catch(undefined),
  })
  .catch({});

export const customerSearchSchema = z
  .object({ id: z.number().int().optional().catch(undefined) })
  .catch({});

export const insightViews = ['keywords', 'trend', 'pairs', 'pareto', 'heat', 'weekly'] as const;

export const insightSearchSchema = z
  .object({
    filter: vocFilterSchema.optional().catch(undefined),
    view: z.enum(insightViews).optional().catch(undefined),
  })
  .catch({});
