const mostDigits = 4;

/**
 * With how many decimals (0 to 3) figures of one row are written, all of them with the same: none where
 * all are whole, as few as say all of them, and no more than the largest has room for in four digits, but
 * one at least, so that a small one beside a large one is not written as 0. Of no figures 0.
 *
 * Example: 12.5, 412 and 38.25 are written with one decimal each: 12.5, 412.0, 38.3.
 */
export function evenDecimals(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null).filter(Number.isFinite);
  const largest = known.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const whole = Math.max(1, Math.floor(Math.log10(Math.max(1, largest))) + 1);
  const most = Math.max(1, mostDigits - whole);
  for (let decimals = 0; decimals < most; decimals++) {
    // Sums leave noise in the last bits: 0.1 + 0.2 has one decimal.
    const isEnough = (value: number) =>
      Math.abs(value - Number(value.toFixed(decimals))) <= 1e-9 * Math.max(1, largest);
    if (known.every(isEnough)) return decimals;
  }
  return most;
}
