import { AppError } from '../../contract/app-error.ts';
import { planMove } from './requirement-move.ts';
import type { RequirementPlace } from './requirement-outline.ts';

/**
 * Where everything stands when `ids` are about to be merged into `intoId`: what stood right below one
 * of them comes below the one that stays, last and in order. Only places that change are listed; the
 * merged ones themselves keep theirs until they are removed.
 *
 * @throws AppError `requirement.mergeWithItself` (nothing else to merge), `requirement.mergeIntoBelow`
 * (the one that stays stands below one that would go), `requirement.unknown`, `requirement.tooDeep`
 */
export function planMerge(
  places: readonly RequirementPlace[],
  ids: readonly number[],
  intoId: number,
): RequirementPlace[] {
  const known = new Map(places.map((place) => [place.id, place]));
  const merged = new Set(ids.filter((id) => id !== intoId));
  if (merged.size === 0) throw new AppError('requirement.mergeWithItself');
  for (const id of [intoId, ...merged]) {
    if (!known.has(id)) throw new AppError('requirement.unknown');
  }
  refuseAbove(known, merged, intoId);
  let now = [...places];
  for (const id of merged) {
    const children = now
      .filter((place) => place.parentId === id && !merged.has(place.id))
      .toSorted((a, b) => a.position - b.position || a.id - b.id);
    for (const child of children) {
      const move = { id: child.id, parentId: intoId, position: Number.MAX_SAFE_INTEGER };
      const changed = new Map(planMove(now, move).map((place) => [place.id, place]));
      now = now.map((place) => changed.get(place.id) ?? place);
    }
  }
  return now.filter((place) => {
    const before = known.get(place.id);
    return before?.parentId !== place.parentId || before.position !== place.position;
  });
}

function refuseAbove(
  known: ReadonlyMap<number, RequirementPlace>,
  merged: ReadonlySet<number>,
  intoId: number,
): void {
  let above = known.get(intoId)?.parentId ?? null;
  for (let steps = 0; above !== null && steps < known.size; steps++) {
    if (merged.has(above)) throw new AppError('requirement.mergeIntoBelow');
    above = known.get(above)?.parentId ?? null;
  }
}
