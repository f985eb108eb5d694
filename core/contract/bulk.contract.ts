import { z } from 'zod';
import { idSchema } from './common.schema.ts';
import { command } from './method.ts';
import { vocPatchSchema, vocSelectionSchema } from './voc.contract.ts';

/** What is done to every VOC of a selection. */
export const bulkOperationSchema = z.discriminatedUnion('kind', [
  /** What `voc.update` does; an external id is one VOC's own and cannot be given to many. */
  z.strictObject({ kind: z.literal('update'), patch: vocPatchSchema.omit({ externalId: true }) }),
  z.strictObject({ kind: z.literal('remove') }),
  z.strictObject({ kind: z.literal('addEvidence'), requirementId: idSchema }),
  z.strictObject({ kind: z.literal('removeEvidence'), requirementId: idSchema }),
]);
export type BulkOperationInput = z.infer<typeof bulkOperationSchema>;

export const bulkContract = {
  /**
   * Edits as many VOC as a filter selects in a worker: one step that can be undone, a job (`voc.bulk`)
   * with progress meanwhile, and nothing changed when it is cancelled. `done` of the ended job is the
   * number of VOC it was about.
   */
  'bulk.start': command<{ jobId: string }>()(
    z.object({ operation: bulkOperationSchema, selection: vocSelectionSchema }),
  ),
};
