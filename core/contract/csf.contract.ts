import { z } from 'zod';
import { idSchema, noteSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';

export const csfStatuses = ['proposed', 'agreed', 'retired'] as const;
export type CsfStatus = (typeof csfStatuses)[number];

export interface CsfRow {
  id: number;
  houseId: number;
  houseName: string;
  howId: number;
  howName: string;
  status: CsfStatus;
  reason: string;
  kpi: string;
  owner: string;
  targetValue: string;
  /** Relative weight (0–1) and rank when it was chosen, kept for the record. */
  chosenWeight: number;
  chosenRank: number;
  /** The same in the house as it stands now; null while no relation of the house weighs anything. */
  currentWeight: number | null;
  currentRank: number | null;
  chosenAt: string;
  actionCount: number;
  openActionCount: number;
  overdueActionCount: number;
  /** Distinct VOC behind the requirements this HOW serves. */
  vocCount: number;
  /** Survey items that show whether it gets better, in the order of the survey. */
  itemIds: number[];
}

/** A survey item that CSFs are measured by. */
export interface CsfItem {
  itemId: number;
  label: string;
  /** 0–100 scores of the waves that asked it, oldest first. */
  scores: { waveName: string; score: number | null; n: number }[];
}

/** What of a CSF people write. */
const csfPatchSchema = z.object({
  status: z.enum(csfStatuses).optional(),
  reason: noteSchema.optional(),
  kpi: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
  targetValue: z.string().max(80).optional(),
});
export type CsfPatch = z.infer<typeof csfPatchSchema>;

/** What made several change at once: the name of the step to undo says it. */
export const csfChangeCauses = ['status', 'paste'] as const;

export const csfContract = {
  'csf.list': read<CsfRow[]>()(nothing, ['csf', 'house', 'action', 'requirement', 'voc']),
  /** Every survey item that some CSF is linked to, in the order of the survey. */
  'csf.listItems': read<CsfItem[]>()(nothing, ['csf', 'survey']),
  /** Chooses HOWs of a house as CSFs with one reason; those already chosen are left as they are. */
  'csf.choose': edit<{ ids: number[] }>()(
    z.object({
      houseId: idSchema,
      howIds: z.array(idSchema).min(1).max(300),
      reason: noteSchema,
    }),
  ),
  'csf.update': edit<void>()(csfPatchSchema.extend({ id: idSchema })),
  /** Several as one step: a state for all that are marked, a block pasted onto the list. */
  'csf.change': edit<void>()(
    z.object({
      cause: z.enum(csfChangeCauses),
      changes: z
        .array(csfPatchSchema.extend({ id: idSchema }))
        .min(1)
        .max(2000),
    }),
  ),
  /** Replaces the survey items it is linked to. */
  'csf.setItems': edit<void>()(z.object({ id: idSchema, itemIds: z.array(idSchema).max(100) })),
  'csf.remove': edit<void>()(z.object({ id: idSchema })),
};
