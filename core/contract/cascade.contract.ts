import { z } from 'zod';
import { idSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';

/** A house among the others: what it was made of. */
export interface HouseLink {
  id: number;
  name: string;
  whatCount: number;
  howCount: number;
  csfCount: number;
  /** ISO, UTC. */
  createdAt: string;
  /** The house whose HOWs are WHATs here. */
  cascadedFrom: number | null;
  /** The house whose round it was restored from, and the name of that round while it is kept. */
  branchedFrom: number | null;
  branchedRound: string | null;
}

/** A WHAT that was a HOW of the house before. */
export interface CarriedLine {
  whatId: number;
  name: string;
  howId: number;
  howName: string;
  /** Set when that HOW has been chosen as a CSF. */
  csfId: number | null;
  importance: number;
  /** What carrying its weight again would make it. */
  now: number;
  /** The WHATs of the house before that the HOW serves, strongest first. */
  serves: { whatId: number; requirementId: number | null; name: string }[];
}

export interface Carried {
  /** null for a house that does not go on from another, or whose source is gone. */
  source: { id: number; name: string } | null;
  lines: CarriedLine[];
  /** WHATs that were carried over and whose HOW is gone since. */
  lost: { whatId: number; name: string }[];
}

export const cascadeContract = {
  /** All houses in the order in which they are listed. */
  'cascade.map': read<HouseLink[]>()(nothing, ['house', 'csf']),
  'cascade.carried': read<Carried>()(z.object({ houseId: idSchema }), [
    'house',
    'requirement',
    'csf',
  ]),
  /** Takes the weights of the source over anew, as one step. */
  'cascade.refresh': edit<{ changed: number }>()(z.object({ houseId: idSchema })),
};
