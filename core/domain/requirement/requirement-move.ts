import { AppError } from '../../contract/app-error.ts';
import { maxRequirementLevel } from '../../contract/requirement.contract.ts';
import type { RequirementPlace } from './requirement-outline.ts';

/**
 * Where every sibling stands after `id` (with all below it) moved under `parentId`, as its child
 * number `position` (0 first; beyond the last means last). Only places that change are listed.
 *
 * @throws AppError `requirement.unknown`, `requirement.parentUnknown`, `requirement.cycle` (under
 * itself or its own descendant), `requirement.tooDeep`
 */
export function planMove(
  places: readonly RequirementPlace[],
  move: { id: number; parentId: number | null; position: number },
): RequirementPlace[] {
  const tree = new Map(places.map((place) => [place.id, place]));
  if (!tree.has(move.id)) throw new AppError('requirement.unknown');
  const ancestors = ancestorsOf(tree, move.parentId);
  if (ancestors.includes(move.id)) throw new AppError('requirement.cycle');
  if (ancestors.length + heightOf(places, move.id) > maxRequirementLevel) {
    throw new AppError('requirement.tooDeep', { levels: maxRequirementLevel });
  }
  const siblings = places
    .filter((place) => place.parentId === move.parentId && place.id !== move.id)
    .toSorted((a, b) => a.position - b.position || a.id - b.id)
    .map((place) => place.id);
  siblings.splice(move.position, 0, move.id);
  return siblings
    .map((id, position) => ({ id, parentId: move.parentId, position }))
    .filter(({ id, parentId, position }) => {
      const before = tree.get(id);
      return before?.parentId !== parentId || before.position !== position;
    });
}

/**
 * The position of a new last child of `parentId`.
 *
 * @throws AppError `requirement.parentUnknown`, `requirement.tooDeep`
 */
export function placeForNew(places: readonly RequirementPlace[], parentId: number | null): number {
  const tree = new Map(places.map((place) => [place.id, place]));
  if (ancestorsOf(tree, parentId).length >= maxRequirementLevel) {
    throw new AppError('requirement.tooDeep', { levels: maxRequirementLevel });
  }
  const siblings = places.filter((place) => place.parentId === parentId);
  return Math.max(-1, ...siblings.map((place) => place.position)) + 1;
}

/** `from` and everything above it, nearest first; nothing for the root. */
function ancestorsOf(tree: ReadonlyMap<number, RequirementPlace>, from: number | null): number[] {
  const ancestors: number[] = [];
  let id = from;
  while (id !== null && !ancestors.includes(id)) {
    const place = tree.get(id);
    if (place === undefined) throw new AppError('requirement.parentUnknown');
    ancestors.push(id);
    id = place.parentId;
  }
  return ancestors;
}

/** Levels from `id` to its deepest descendant: 1 when nothing is below it. */
function heightOf(places: readonly RequirementPlace[], id: number): number {
  let level = [id];
  let height = 0;
  while (level.length > 0 && height <= maxRequirementLevel) {
    height++;
    const parents = new Set(level);
    level = places
      .filter(({ parentId }) => parentId !== null && parents.has(parentId))
      .map((place) => place.id);
  }
  return height;
}
