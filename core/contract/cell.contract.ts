import { z } from 'zod';
import { idSchema } from './common.schema.ts';
import { edit } from './method.ts';
import { vocPatchSchema } from './voc.contract.ts';

/** What made many cells change at once: the name of the step to undo says it. */
export const cellChangeCauses = ['paste', 'fill'] as const;

export const cellContract = {
  /** Different changes to different VOC as one step: a block pasted onto the list, a column filled down. */
  'cell.change': edit<{ changed: number }>()(
    z.object({
      cause: z.enum(cellChangeCauses),
      changes: z
        .array(
          z.object({
            ids: z.array(idSchema).min(1).max(100_000),
            // A customer's own number is no value for several, and the text no cell to paste over.
            patch: vocPatchSchema.omit({ externalId: true, text: true }),
          }),
        )
        .min(1)
        .max(10_000),
    }),
  ),
};
