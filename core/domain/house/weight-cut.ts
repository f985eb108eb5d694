import { rankDescending } from './house.ts';

/** Lines of a house by weight, heaviest first, as a Pareto chart shows them. */
export interface WeightOrder {
  /** Places among the leaves; equal weights in display order. */
  readonly places: readonly number[];
  /** Share of the whole up to and with each; null throughout when nothing has weight. */
  readonly cumulative: readonly (number | null)[];
}

export function weightOrder(weights: readonly number[]): WeightOrder {
  const ranks = rankDescending(weights);
  const places = weights
    .map((_, place) => place)
    .toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  const total = places.reduce((sum, place) => sum + (weights[place] ?? 0), 0);
  let sum = 0;
  const cumulative = places.map((place) => {
    sum += weights[place] ?? 0;
    return total > 0 ? sum / total : null;
  });
  return { places, cumulative };
}

/** Where to cut: so many, or as few as together weigh this share (0 to 1) of the whole. */
export type WeightCut =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'share'; readonly share: number };

/**
 * Places of the lines above the cut, heaviest first. Lines that weigh the same as the last one above it
 * are above it too: no cut goes through a tie. None weighs nothing: where nothing has weight there are
 * none.
 */
export function placesAboveCut(weights: readonly number[], cut: WeightCut): number[] {
  const { places, cumulative } = weightOrder(weights);
  const weighty = places.filter((place) => (weights[place] ?? 0) > 0);
  const wanted = cut.kind === 'count' ? cut.count : countToShare(cumulative, cut.share);
  const last = weighty[Math.min(wanted, weighty.length) - 1];
  if (last === undefined) return [];
  const ranks = rankDescending(weights);
  return weighty.filter((place) => (ranks[place] ?? 0) <= (ranks[last] ?? 0));
}

/**
 * The last rank that is among the first `most` with all who share it; 0 where more than that share the
 * first. Ranks as `rankDescending` gives them (1, 1, 3), null for a line that has none. Ranks after it up to
 * `most` are a tie that `most` would cut through.
 *
 * Example: of 1, 2, 2, 2, 5 the last rank among the first three is 1.
 */
export function lastLeadingRank(ranks: readonly (number | null)[], most: number): number {
  const sorted = ranks.filter((rank) => rank !== null).toSorted((a, b) => a - b);
  const firstLeftOut = sorted[most] ?? Number.POSITIVE_INFINITY;
  return sorted.findLast((rank) => rank < firstLeftOut) ?? 0;
}

/**
 * How many lines stand above the cut after moving it by at least `step` lines, down when above 0: a tie is
 * passed over as a whole. From 0 to the number of lines that weigh anything.
 */
export function cutMoved(weights: readonly number[], from: number, step: number): number {
  const weighty = weights.filter((weight) => weight > 0).length;
  const wanted = Math.max(0, Math.min(weighty, from + step));
  const reached = placesAboveCut(weights, { kind: 'count', count: wanted }).length;
  if (step >= 0 || reached < from || wanted === 0) return reached;
  return cutMoved(weights, from, step - 1);
}

/** Shares that reach the wanted one but for their last bits have reached it. */
function countToShare(cumulative: readonly (number | null)[], share: number): number {
  if (share <= 0) return 0;
  return cumulative.findIndex((reached) => reached !== null && reached >= share - 1e-12) + 1;
}
