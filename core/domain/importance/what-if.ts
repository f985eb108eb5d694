import { computeHouse, type HouseInput } from '../house/house.ts';

/** What becomes of one HOW under other weights. */
export interface HowMove {
  /** Place of the HOW among the columns. */
  how: number;
  rankBefore: number;
  rankAfter: number;
  /** Places gained: above 0 moves up. */
  gain: number;
  /** Relative weights, fractions; null where no HOW has any. */
  shareBefore: number | null;
  shareAfter: number | null;
}

/**
 * What the ranks of the HOWs would be if the WHATs weighed something else: nothing is recorded, the house
 * stays as it is. In the order of the columns. `weights[i]`: the weight of WHAT i to try, null for as it
 * is. Throws as `computeHouse` does.
 *
 * Two houses are computed: half a millisecond at 100 × 100, five at 300 × 300. A slider may ask at every step.
 */
export function whatIfMoves(house: HouseInput, weights: readonly (number | null)[]): HowMove[] {
  const before = computeHouse(house);
  const tried = house.weights.map((weight, i) => weights[i] ?? weight);
  const after = computeHouse({ ...house, weights: tried });
  return before.rank.map((rankBefore, how) => {
    const rankAfter = after.rank[how] ?? rankBefore;
    return {
      how,
      rankBefore,
      rankAfter,
      gain: rankBefore - rankAfter,
      shareBefore: before.relative[how] ?? null,
      shareAfter: after.relative[how] ?? null,
    };
  });
}

/**
 * Weights with that of one WHAT moved so that it makes up `share` of the whole, 0 to 1; the others keep
 * their proportions and the sum stays what it was. Where the others weigh nothing they get equal parts of
 * the rest. A single WHAT is all there is and stays. Without any weight the sum is taken for 1.
 */
export function weightsWithShare(
  weights: readonly number[],
  what: number,
  share: number,
): number[] {
  if (weights.length < 2 || weights[what] === undefined) return weights.slice();
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const total = sum === 0 ? 1 : sum;
  const others = sum - (weights[what] ?? 0);
  const rest = total * (1 - share);
  return weights.map((weight, i) => {
    if (i === what) return total * share;
    return others === 0 ? rest / (weights.length - 1) : (weight * rest) / others;
  });
}
