import type { InputOf } from '../../../../core/contract/contract.ts';
import type { HowLine } from '../matrix-lines.ts';
import type { BandWrite } from '../plan/band-field.ts';
import type { SurroundEdit } from '../plan/surround-edit.ts';
import type { RatingChange } from './competitor-fields.ts';

type HowValue = InputOf<'house.setHows'>['values'][number];
type RatedHow = NonNullable<InputOf<'house.setRatings'>['hows']>[number];

/** What a cell below the relations changes of its HOW. */
export type FootChange = { kind: 'facts'; patch: Omit<HowValue, 'howId'> } | RatingChange;

/** The writes of one zone as one edit, which is one step to undo; null when they are of no HOW. */
export function footEdit(
  houseId: number,
  writes: readonly BandWrite<HowLine, FootChange>[],
): SurroundEdit | null {
  const patches = new Map<number, HowValue>();
  const hows: RatedHow[] = [];
  for (const { line, change } of writes) {
    const howId = line.leaf?.howId;
    if (howId === undefined) continue;
    if (change.kind === 'facts') {
      patches.set(howId, { howId, ...patches.get(howId), ...change.patch });
    } else {
      hows.push({ howId, competitorId: change.competitorId, value: change.value });
    }
  }
  if (hows.length > 0) return { kind: 'ratings', input: { houseId, hows } };
  return patches.size === 0
    ? null
    : { kind: 'hows', input: { houseId, values: [...patches.values()] } };
}
