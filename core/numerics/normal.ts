import erfc from '@stdlib/math-base-special-erfc';

/** Quantile of the standard normal at 0.975: half the width of a 95 % interval in standard errors. */
export const normalQuantile975 = 1.959963984540054;

/** Probability of a |Z| at least as large as |z| for a standard normal Z; keeps its digits in the tail. */
export function normalTwoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** estimate ± 1.959963984540054 · SE, in the units of the estimate; not cut at any bound. */
export function waldInterval(estimate: number, standardError: number): [number, number] {
  const reach = normalQuantile975 * standardError;
  return [estimate - reach, estimate + reach];
}
