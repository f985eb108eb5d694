/**
 * Quantile by linear interpolation between order statistics (type 7 of R. J. Hyndman & Y. Fan, "Sample
 * Quantiles in Statistical Packages", The American Statistician 50(4), 1996, 361–365): the default of
 * Excel's PERCENTILE.INC and of R.
 *
 * `sorted` ascending and not empty; `p` in 0–1. Throws RangeError for an empty list.
 */
export function quantileOf(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new RangeError('no quantile of nothing');
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}
