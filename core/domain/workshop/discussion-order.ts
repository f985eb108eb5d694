import type {
  ContestedCell,
  ContestedImportance,
  RankEffect,
} from '../../contract/workshop.contract.ts';
import { computeHouse, type HouseNormalization, lymanRelations } from '../house/house.ts';
import { type CellOutcome, figuresOf, proposedValues } from './ballot-outcomes.ts';
import { effectComparer } from './rank-effect.ts';

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

/** Told how many rows are done; throws to give it up. */
export type OnRowsDiscussed = (done: number, total: number) => void;

/**
 * The contested cells in the order to discuss them: first those that decide which HOWs are among the first
 * `topK`, then those that move HOWs furthest, then those that change weights most; last in display order. A
 * cell on which people differ but nothing depends comes last, however much they differ.
 *
 * All other cells stand at what the votes propose. Per cell two houses are compared, one with the lowest
 * vote in it and one with the highest; the sums of all other rows are added up once a row, and ranks are not
 * sorted anew (`effectComparer`), so that 90,000 cells take little more than a second.
 *
 * `outcomes` has the shape of `house.relations`. Throws as `computeHouse` does for the house.
 */
export function contestedCells(
  house: VotedHouse,
  outcomes: readonly (readonly CellOutcome[])[],
  onRows: OnRowsDiscussed = () => undefined,
): ContestedCell[] {
  const relations = proposedValues(outcomes, house.relations);
  const absoluteWith = cellChanger(house, relations);
  const count = relations[0]?.length ?? 0;
  const effectBetween = effectComparer(count, house.topK);
  const [low, high] = [new Float64Array(count), new Float64Array(count)];
  const cells: ContestedCell[] = [];
  for (const [row, outcomesOfRow] of outcomes.entries()) {
    onRows(row, outcomes.length);
    for (const [column, outcome] of outcomesOfRow.entries()) {
      const figures = outcome.status === 'contested' ? outcome.figures : null;
      if (figures === null || relations[row]?.[column] === undefined) continue;
      const { lowest, highest } = figures;
      absoluteWith(row, column, lowest, low);
      absoluteWith(row, column, highest, high);
      cells.push({ row, column, lowest, highest, ...effectBetween(low, high) });
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
  const { weights } = house;
  const strengths = strengthsOf(house, house.relations);
  const sumsWithout = sumsOfOthers(weights, strengths);
  const effectBetween = effectComparer(strengths[0]?.length ?? 0, house.topK);
  return outcomes
    .flatMap((outcome, row) => {
      const figures = outcome.status === 'contested' ? figuresOf(outcome) : null;
      if (figures === null) return [];
      const rest = sumsWithout(row);
      const absoluteAt = (value: number) => {
        const weight = ((weights[row] ?? 0) * value) / figures.proposed;
        return Float64Array.from(rest, (sum, j) => sum + weight * (strengths[row]?.[j] ?? 0));
      };
      const { lowest, highest } = figures;
      return [{ row, lowest, highest, ...effectBetween(absoluteAt(lowest), absoluteAt(highest)) }];
    })
    .sort(byEffect);
}

/**
 * Writes the absolute weights of the HOWs with one cell changed: what `computeHouse` gives, up to rounding
 * that no rank notices. Cells are best taken row by row.
 */
function cellChanger(
  house: VotedHouse,
  relations: readonly (readonly number[])[],
): (row: number, column: number, value: number, into: Float64Array) => void {
  const { weights, normalize } = house;
  const base = computeHouse({ weights, relations, normalize }).absolute;
  const sumsWithout = sumsOfOthers(weights, strengthsOf(house, relations));
  return (row, column, value, into) => {
    const rest = sumsWithout(row);
    const weight = weights[row] ?? 0;
    if (normalize === 'none') {
      into.set(base);
      into[column] = (rest[column] ?? 0) + weight * value;
      return;
    }
    into.set(relations[row] ?? []);
    into[column] = value;
    let total = 0;
    for (const strength of into) total += strength;
    const perStrength = total === 0 ? 0 : weight / total;
    for (let j = 0; j < into.length; j++) {
      into[j] = (rest[j] ?? 0) + perStrength * (into[j] ?? 0);
    }
  };
}

function strengthsOf(
  { normalize }: VotedHouse,
  relations: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return normalize === 'lyman' ? lymanRelations(relations) : relations;
}

/** What all rows but one add up to, by HOW; kept for the row asked about last. */
function sumsOfOthers(
  weights: readonly number[],
  strengths: readonly (readonly number[])[],
): (row: number) => readonly number[] {
  let others: { row: number; sums: number[] } = { row: -1, sums: [] };
  return (row) => {
    if (others.row === row) return others.sums;
    const sums = new Array<number>(strengths[0]?.length ?? 0).fill(0);
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
}

function byEffect(a: RankEffect, b: RankEffect): number {
  // Shares that are equal on paper must not be ordered by their rounding.
  const share = (effect: RankEffect) => Math.round(effect.shareSpan * 1e9);
  return b.topChanges - a.topChanges || b.furthestMove - a.furthestMove || share(b) - share(a);
}
