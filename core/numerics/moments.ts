/**
 * Means and sums of squares that keep their digits under a large offset: the mean first, then the
 * deviations from it (two passes, with the correction of Chan, Golub & LeVeque, "Algorithms for
 * Computing the Sample Variance", The American Statistician 37(3), 1983, 242–247).
 *
 * All take finite numbers of any unit. An empty list has mean NaN and sum of squares 0: callers refuse
 * empty samples before they come here.
 */

/** The mean; of values that are all the same, that value to the last bit. */
export function meanOf(values: ArrayLike<number>): number {
  const n = values.length;
  if (n > 0 && isConstant(values)) return values[0] as number;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] as number;
  const rough = sum / n;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (values[i] as number) - rough;
  return rough + rest / n;
}

/** Σ (x − mean)²; exactly 0 when all values are the same, whatever their size. */
export function sumOfSquares(values: ArrayLike<number>, mean: number = meanOf(values)): number {
  if (isConstant(values)) return 0;
  const n = values.length;
  let squares = 0;
  let rest = 0;
  for (let i = 0; i < n; i++) {
    const deviation = (values[i] as number) - mean;
    squares += deviation * deviation;
    rest += deviation;
  }
  return squares - (rest * rest) / n;
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let i = 1; i < values.length; i++) {
    if (values[i] !== values[0]) return false;
  }
  return true;
}
