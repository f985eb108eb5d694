import { z } from 'zod';
import type { ActionStatus } from './action.contract.ts';
import { idSchema } from './common.schema.ts';
import type { CsfStatus } from './csf.contract.ts';
import { read } from './method.ts';

export const trailKinds = ['voc', 'requirement', 'how', 'csf', 'action', 'item'] as const;
export type TrailKind = (typeof trailKinds)[number];

/** Everything one thing hangs together with, backward to the customers' words and forward to proof. */
export interface Trail {
  kind: TrailKind;
  id: number;
  title: string;
  voc: { total: number; sample: { id: number; text: string; receivedAt: string }[] };
  requirements: {
    id: number;
    /**
     * Its place in the outline of requirements. A trail that begins at a HOW, a CSF or an action, or is
     * read beside a house, has the number on the matrix of that house instead, and none for what the
     * house does not hold.
     */
    code: string;
    name: string;
    vocCount: number;
    /** What people chose to stand for its evidence, personal data hidden. */
    quote: { vocId: number; text: string } | null;
  }[];
  hows: {
    id: number;
    houseId: number;
    houseName: string;
    name: string;
    relativeWeight: number;
    rank: number;
  }[];
  csfs: { id: number; name: string; status: CsfStatus; reason: string }[];
  actions: {
    id: number;
    title: string;
    status: ActionStatus;
    dueDate: string | null;
    overdue: boolean;
  }[];
  items: {
    id: number;
    label: string;
    /** Linked to a CSF of the trail itself, not by way of a requirement. */
    byCsf: boolean;
    /** 0–100 score of the item wave by wave, oldest first. */
    scores: { waveName: string; score: number | null; n: number }[];
  }[];
}

export const trailContract = {
  'trail.get': read<Trail>()(
    z.object({
      kind: z.enum(trailKinds),
      id: idSchema,
      /** Whose matrix it is read beside: requirements are numbered as there. */
      houseId: idSchema.optional(),
    }),
    ['voc', 'requirement', 'house', 'csf', 'action', 'survey', 'csi'],
  ),
};
