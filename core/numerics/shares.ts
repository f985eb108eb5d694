/**
 * Each value over the sum of all: fractions that sum to 1, in the order given; null throughout when the
 * sum is 0. For finite values ≥ 0; a sum too large for a double is no obstacle: everything is divided by
 * the largest value first.
 */
export function sharesOf(values: readonly number[]): (number | null)[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return values.map(() => null);
  if (Number.isFinite(total)) return values.map((value) => value / total);
  const largest = values.reduce((found, value) => Math.max(found, value), 0);
  const scaled = values.map((value) => value / largest);
  const scaledTotal = scaled.reduce((sum, value) => sum + value, 0);
  return scaled.map((value) => value / scaledTotal);
}

/** The same for values of which at least one is above 0, and whose sum is a double. */
export function summingToOne(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
