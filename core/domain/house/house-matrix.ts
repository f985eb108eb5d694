import type { HouseView } from '../../contract/house.contract.ts';
import type { HouseInput } from './house.ts';
import { type HouseFigures, houseFigures } from './house-figures.ts';
import { figureOptionsOf, modelOfView } from './house-of-view.ts';

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

/** What each WHAT of a house weighs, in its order; see `houseFigures`. */
export function weightsOfWhats(house: HouseView): readonly number[] {
  return figuresOf(house).whats.absolute;
}

/** A house as `computeHouse` takes it. */
export function houseInputOf(house: HouseView): HouseInput {
  return {
    weights: weightsOfWhats(house),
    relations: house.relations,
    normalize: house.normalization,
  };
}

/** Scores of all HOWs of a house by `howId`; see `houseFigures` for the rules. */
export function scoreHows(house: HouseView): Map<number, HowScore> {
  const ids = house.hows.map(({ howId }) => howId);
  return howScores(ids, figuresOf(house));
}

/** The same, from figures that are there already; ids of the HOWs in display order. */
export function howScores(
  howIds: readonly number[],
  { hows }: Pick<HouseFigures, 'hows'>,
): Map<number, HowScore> {
  return new Map(
    howIds.map((id, j) => [
      id,
      {
        absolute: hows.absolute[j] ?? 0,
        relative: hows.relative[j] ?? null,
        rank: hows.rank[j] ?? 1,
      },
    ]),
  );
}

function figuresOf(house: HouseView): HouseFigures {
  return houseFigures(modelOfView(house), figureOptionsOf(house));
}

/** `list` with `item` taken out and put back at `position`; beyond the end means last. */
export function movedWithin<T>(list: readonly T[], item: T, position: number): T[] {
  return list.filter((other) => other !== item).toSpliced(position, 0, item);
}
