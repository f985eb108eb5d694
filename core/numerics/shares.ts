/**
 * Each value over the sum of all: fractions that sum to 1, in the order given; null throughout when the
 * sum is 0. For values ≥ 0; the shares of an infinite one are not finite either. A sum too large for a double is no obstacle: everything is divided by
 * the largest value first.
 */
export function sharesOf(values: readonly number[]): (number | null)[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return values.map(() => null);
  const largest = values.reduce((found, value) => Math.max(found, value), 0);
  const scaled = total === Number.POSITIVE_INFINITY && largest < total;
  if (!scaled) return values.map((value) => value / total);
  return sharesOf(values.map((value) => value / largest));
}

/** Σ of the values, to be shown; null where it is too large for a double. */
export function representableSum(values: readonly number[]): number | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  return Number.isFinite(total) ? total : null;
}
