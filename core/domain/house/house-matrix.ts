import type { HouseView, RelationStrength } from '../../contract/house.contract.ts';
import { computeHouse } from './house.ts';

export interface RelationCell {
  requirementId: number;
  howId: number;
  strength: RelationStrength;
}

/** What a HOW weighs in its house. */
export interface HowScore {
  absolute: number;
  /** Fraction of the house's total; null while no relation is set. */
  relative: number | null;
  rank: number;
}

/**
 * Lays relation cells out as rows of WHATs and columns of HOWs; empty cells are 0. Cells of a WHAT or
 * HOW that is not in the lists are left out.
 */
export function relationMatrix(
  requirementIds: readonly number[],
  howIds: readonly number[],
  cells: readonly RelationCell[],
): RelationStrength[][] {
  const rowOf = new Map(requirementIds.map((id, i) => [id, i]));
  const columnOf = new Map(howIds.map((id, j) => [id, j]));
  const matrix = requirementIds.map(() => new Array<RelationStrength>(howIds.length).fill(0));
  for (const cell of cells) {
    const row = matrix[rowOf.get(cell.requirementId) ?? -1];
    const column = columnOf.get(cell.howId);
    if (row !== undefined && column !== undefined) row[column] = cell.strength;
  }
  return matrix;
}

/** Scores of all HOWs of a house by `howId`; see `computeHouse` for the rules. */
export function scoreHows(
  house: Pick<HouseView, 'relations'> & {
    whats: readonly { importance: number }[];
    hows: readonly { howId: number }[];
  },
): Map<number, HowScore> {
  const { absolute, relative, rank } = computeHouse({
    weights: house.whats.map((what) => what.importance),
    relations: house.relations,
  });
  return new Map(
    house.hows.map((how, j) => [
      how.howId,
      // A house without WHATs has no rows to take a width from: its HOWs weigh nothing.
      { absolute: absolute[j] ?? 0, relative: relative[j] ?? null, rank: rank[j] ?? 1 },
    ]),
  );
}

/** `list` with `item` taken out and put back at `position`; beyond the end means last. */
export function movedWithin<T>(list: readonly T[], item: T, position: number): T[] {
  return list.filter((other) => other !== item).toSpliced(position, 0, item);
}
