import type { RankEffect } from '../../contract/workshop.contract.ts';
import { tieTolerance } from '../house/house.ts';

/** What lies between two houses that differ in one value. */
export type EffectBetween = Omit<RankEffect, 'lowest' | 'highest'>;

/**
 * Compares the absolute weights of `count` HOWs in two houses, and in two others, again and again: what moves
 * in their ranks (as `rankDescending` gives them) and how far shares lie apart. Houses asked about one after
 * the other are best alike: HOWs stay sorted as they were for the last, so that each takes one pass and a step
 * for each place that a HOW has moved, instead of a sorting of all of them.
 */
export function effectComparer(
  count: number,
  topK: number,
): (low: Float64Array, high: Float64Array) => EffectBetween {
  const rank = rankerOfAlike(count);
  const [before, after] = [new Int32Array(count), new Int32Array(count)];
  return (low, high) => {
    rank(low, before);
    rank(high, after);
    const [perLow, perHigh] = [shareOfOne(low), shareOfOne(high)];
    let [topChanges, furthestMove, movedHows, shareSpan] = [0, 0, 0, 0];
    for (let j = 0; j < count; j++) {
      const [was, is] = [before[j] ?? 0, after[j] ?? 0];
      const move = Math.abs(was - is);
      if (move > 0) movedHows++;
      if (move > furthestMove) furthestMove = move;
      if (was <= topK !== is <= topK) topChanges++;
      const span = Math.abs((low[j] ?? 0) * perLow - (high[j] ?? 0) * perHigh);
      if (span > shareSpan) shareSpan = span;
    }
    return { topChanges, furthestMove, movedHows, shareSpan };
  };
}

/** Writes the ranks of `values` into `ranks`. */
function rankerOfAlike(count: number): (values: Float64Array, ranks: Int32Array) => void {
  /** Places of values from the largest to the smallest, of the list before. */
  const order = Int32Array.from({ length: count }, (_, place) => place);
  return (values, ranks) => {
    let smallest = Number.POSITIVE_INFINITY;
    for (let sorted = 0; sorted < count; sorted++) {
      const index = order[sorted] ?? 0;
      const value = values[index] ?? 0;
      if (value <= smallest) {
        smallest = value;
        continue;
      }
      let place = sorted;
      while (place > 0 && (values[order[place - 1] ?? 0] ?? 0) < value) {
        order[place] = order[place - 1] ?? 0;
        place--;
      }
      order[place] = index;
    }
    // Weights are never negative: the first is the one that is largest.
    const tolerance = tieTolerance * (values[order[0] ?? 0] ?? 0);
    let groupValue = 0;
    let groupRank = 0;
    for (let place = 0; place < count; place++) {
      const index = order[place] ?? 0;
      const value = values[index] ?? 0;
      if (groupRank === 0 || groupValue - value > tolerance) {
        groupValue = value;
        groupRank = place + 1;
      }
      ranks[index] = groupRank;
    }
  };
}

/** Of the whole, what a weight of 1 has; nothing where there is no weight at all. */
function shareOfOne(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum === 0 ? 0 : 1 / sum;
}
