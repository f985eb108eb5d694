import type { HouseWhat } from '../../../../core/contract/house.contract.ts';
import { ratingTop } from './series.ts';

/** In px: the column where the lines of the customers' ratings are drawn. */
export const profileWidth = 168;
const padding = 12;

export function profileX(rating: number, top: number): number {
  return padding + ((Math.max(1, rating) - 1) / (top - 1)) * (profileWidth - 2 * padding);
}

/** The end of the customers' scale as it is used here. */
export function topOfWhats(whats: readonly HouseWhat[]): number {
  return ratingTop(whats.flatMap(({ current, target, ratings }) => [current, target, ...ratings]));
}
