import type { InputOf } from '../../../../core/contract/contract.ts';
import type { WhatLine } from '../matrix-lines.ts';
import type { RatingChange } from '../ratings/competitor-fields.ts';
import type { BandWrite } from './band-field.ts';
import type { SurroundEdit } from './surround-edit.ts';

type PlanValue = InputOf<'house.setPlan'>['values'][number];
type RatedWhat = NonNullable<InputOf<'house.setRatings'>['whats']>[number];

/** What a cell at the right of the relations changes of its WHAT. */
export type SideChange = { kind: 'plan'; patch: Omit<PlanValue, 'whatId'> } | RatingChange;

/** The writes of one zone as one edit, which is one step to undo; null when they are of no WHAT. */
export function sideEdit(
  houseId: number,
  writes: readonly BandWrite<WhatLine, SideChange>[],
): SurroundEdit | null {
  const patches = new Map<number, PlanValue>();
  const whats: RatedWhat[] = [];
  for (const { line, change } of writes) {
    const whatId = line.leaf?.whatId;
    if (whatId === undefined) continue;
    if (change.kind === 'plan') {
      patches.set(whatId, { whatId, ...patches.get(whatId), ...change.patch });
    } else {
      whats.push({ whatId, competitorId: change.competitorId, value: change.value });
    }
  }
  if (whats.length > 0) return { kind: 'ratings', input: { houseId, whats } };
  return patches.size === 0
    ? null
    : { kind: 'plan', input: { houseId, values: [...patches.values()] } };
}
