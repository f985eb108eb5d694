import type {
  ContestedCell,
  ContestedImportance,
  RankEffect,
} from '../../contract/workshop.contract.ts';
import {
  computeHouse,
  type HouseNormalization,
  lymanRelations,
  rankDescending,
} from '../house/house.ts';
import { type CellOutcome, figuresOf, proposedValues } from './ballot-outcomes.ts';

/** What the ranks of the HOWs are computed from. */
export interface VotedHouse {
  /** By WHAT: what multiplies its relations, ≥ 0. */
  weights: readonly number[];
  /** Relations as recorded, by WHAT and HOW: where votes propose nothing they stay. */
  relations: readonly (readonly number[])[];
  normalize: HouseNormalization;
  /** The HOWs that would become CSFs: rank `topK` or better. */
  topK: number;
}

/**
 * The contested cells in the order to discuss them: first those that decide which HOWs are among the first
 * `topK`, then those that move HOWs furthest, then those that change weights most; last in display order. A
 * cell on which people differ but nothing depends comes last, however much they differ.
 *
 * All other cells stand at what the votes propose. Per cell two houses are compared, one with the lowest
 * vote in it and one with the highest; the sums of all other rows are added up once a row.
 *
 * `outcomes` has the shape of `house.relations`. Throws as `computeHouse` does for the house.
 */
export function contestedCells(
  house: VotedHouse,
  outcomes: readonly (readonly CellOutcome[])[],
): ContestedCell[] {
  const relations = proposedValues(outcomes, house.relations);
  const absoluteWith = cellChanger(house, relations);
  const cells: ContestedCell[] = [];
  for (const [row, outcomesOfRow] of outcomes.entries()) {
    for (const [column, outcome] of outcomesOfRow.entries()) {
      const figures = outcome.status === 'contested' ? outcome.figures : null;
      if (figures === null || relations[row]?.[column] === undefined) continue;
      const { lowest, highest } = figures;
      const [low, high] = [absoluteWith(row, column, lowest), absoluteWith(row, column, highest)];
      cells.push({ row, column, lowest, highest, ...effectBetween(low, high, house.topK) });
    }
  }
  return cells.sort(byEffect);
}

/**
 * The same for contested importances of WHATs: `outcomes[i]` are the votes on WHAT i, and `house.weights`
 * are those with the proposed importances, so that a vote changes weight i in its proportion to the
 * proposal. Levels must be above 0.
 */
export function contestedImportances(
  house: VotedHouse,
  outcomes: readonly CellOutcome[],
): ContestedImportance[] {
  const { relations, normalize, topK } = house;
  return outcomes
    .flatMap((outcome, row) => {
      const figures = outcome.status === 'contested' ? figuresOf(outcome) : null;
      if (figures === null) return [];
      const absoluteAt = (value: number) => {
        const weights = house.weights.with(
          row,
          ((house.weights[row] ?? 0) * value) / figures.proposed,
        );
        return computeHouse({ weights, relations, normalize }).absolute;
      };
      const { lowest, highest } = figures;
      const effect = effectBetween(absoluteAt(lowest), absoluteAt(highest), topK);
      return [{ row, lowest, highest, ...effect }];
    })
    .sort(byEffect);
}

/**
 * Absolute weights of the HOWs with one cell changed: what `computeHouse` gives, up to rounding that no rank
 * notices. What the other rows add up to is kept for the last row asked about, so that cells are best taken
 * row by row.
 */
function cellChanger(
  { weights, normalize }: VotedHouse,
  relations: readonly (readonly number[])[],
): (row: number, column: number, value: number) => number[] {
  const base = computeHouse({ weights, relations, normalize }).absolute;
  const strengths = normalize === 'lyman' ? lymanRelations(relations) : relations;
  let others: { row: number; sums: number[] } = { row: -1, sums: [] };
  const sumsWithout = (row: number) => {
    if (others.row === row) return others.sums;
    const sums = new Array<number>(base.length).fill(0);
    for (const [i, strengthsOfRow] of strengths.entries()) {
      if (i === row) continue;
      const weight = weights[i] ?? 0;
      for (const [j, strength] of strengthsOfRow.entries()) {
        sums[j] = (sums[j] ?? 0) + weight * strength;
      }
    }
    others = { row, sums };
    return sums;
  };
  return (row, column, value) => {
    const rest = sumsWithout(row);
    const weight = weights[row] ?? 0;
    if (normalize === 'none') return base.with(column, (rest[column] ?? 0) + weight * value);
    const shares = lymanRelations([(relations[row] ?? []).with(column, value)])[0] ?? [];
    return rest.map((sum, j) => sum + weight * (shares[j] ?? 0));
  };
}

function effectBetween(
  low: readonly number[],
  high: readonly number[],
  topK: number,
): Omit<RankEffect, 'lowest' | 'highest'> {
  const [before, after] = [rankDescending(low), rankDescending(high)];
  const moves = before.map((rank, j) => Math.abs(rank - (after[j] ?? rank)));
  const [sharesBefore, sharesAfter] = [sharesOrZero(low), sharesOrZero(high)];
  return {
    topChanges: before.filter((rank, j) => rank <= topK !== (after[j] ?? rank) <= topK).length,
    furthestMove: Math.max(0, ...moves),
    movedHows: moves.filter((move) => move > 0).length,
    shareSpan: sharesBefore.reduce(
      (span, share, j) => Math.max(span, Math.abs(share - (sharesAfter[j] ?? 0))),
      0,
    ),
  };
}

function sharesOrZero(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => (total === 0 ? 0 : value / total));
}

function byEffect(a: RankEffect, b: RankEffect): number {
  // Shares that are equal on paper must not be ordered by their rounding.
  const share = (effect: RankEffect) => Math.round(effect.shareSpan * 1e9);
  return b.topChanges - a.topChanges || b.furthestMove - a.furthestMove || share(b) - share(a);
}
