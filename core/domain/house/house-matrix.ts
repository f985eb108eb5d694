import type { HouseNormalization, HouseWeighting } from '../../contract/house.contract.ts';
import { computeHouse, type HouseInput } from './house.ts';
import { computePlanning } from './planning.ts';

export interface RelationCell {
  whatId: number;
  howId: number;
  /** A value of the house's scale. */
  strength: number;
}

/** What a HOW weighs in its house. */
export interface HowScore {
  absolute: number;
  /** Fraction of the house's total; null while no relation is set. */
  relative: number | null;
  rank: number;
}

/** What the plan says of one WHAT. */
export interface WeighedWhat {
  readonly importance: number;
  /** null when not rated. */
  readonly current: number | null;
  readonly target: number | null;
  readonly salesPoint: number;
}

/** What of a house its weights come from. */
export interface WeighedHouse {
  readonly normalization: HouseNormalization;
  readonly weighting: HouseWeighting;
  readonly whats: readonly WeighedWhat[];
  readonly relations: readonly (readonly number[])[];
}

/**
 * Lays relation cells out as rows of WHATs and columns of HOWs; empty cells are 0. Cells of a WHAT or
 * HOW that is not in the lists are left out.
 */
export function relationMatrix(
  whatIds: readonly number[],
  howIds: readonly number[],
  cells: readonly RelationCell[],
): number[][] {
  const rowOf = new Map(whatIds.map((id, i) => [id, i]));
  const columnOf = new Map(howIds.map((id, j) => [id, j]));
  const matrix = whatIds.map(() => new Array<number>(howIds.length).fill(0));
  for (const cell of cells) {
    const row = matrix[rowOf.get(cell.whatId) ?? -1];
    const column = columnOf.get(cell.howId);
    if (row !== undefined && column !== undefined) row[column] = cell.strength;
  }
  return matrix;
}

/**
 * What each WHAT weighs: its importance, or the absolute weight of the planning table when the house is
 * weighed by its plan. A WHAT that is not rated on both sides has no ratio yet, and counts as 1.
 */
export function weightsOfWhats({
  whats,
  weighting,
}: Pick<WeighedHouse, 'weighting' | 'whats'>): number[] {
  if (weighting === 'importance') return whats.map((what) => what.importance);
  const rows = whats.map(({ importance, current, target, salesPoint }) =>
    current === null || target === null
      ? { importance, current: 1, target: 1, salesPoint }
      : { importance, current, target, salesPoint },
  );
  return computePlanning(rows).absoluteWeight;
}

/** A house as `computeHouse` takes it. */
export function houseInputOf(house: WeighedHouse): HouseInput {
  return {
    weights: weightsOfWhats(house),
    relations: house.relations,
    normalize: house.normalization,
  };
}

/** Scores of all HOWs of a house by `howId`; see `computeHouse` for the rules. */
export function scoreHows(
  house: WeighedHouse & { readonly hows: readonly { readonly howId: number }[] },
): Map<number, HowScore> {
  const { absolute, relative, rank } = computeHouse(houseInputOf(house));
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
