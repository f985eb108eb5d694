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
}

export const csfContract = {
  'csf.list': read<CsfRow[]>()(nothing, ['csf', 'house', 'action', 'requirement', 'voc']),
  /** Chooses HOWs of a house as CSFs with one reason; those already chosen are left as they are. */
  'csf.choose': edit<{ ids: number[] }>()(
    z.object({
      houseId: idSchema,
      howIds: z.array(idSchema).min(1).max(300),
      reason: noteSchema,
    }),
  ),
  'csf.update': edit<void>()(
    z.object({
      id: idSchema,
      status: z.enum(csfStatuses).optional(),
      reason: noteSchema.optional(),
      kpi: z.string().max(200).optional(),
      owner: z.string().max(200).optional(),
      targetValue: z.string().max(80).optional(),
    }),
  ),
  'csf.remove': edit<void>()(z.object({ id: idSchema })),
};
