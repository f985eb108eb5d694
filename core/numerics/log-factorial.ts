/** Factorials up to here are summed exactly enough; beyond, Stirling's series is as good. */
const tabled = 256;
const table = buildTable();

function buildTable(): Float64Array {
  const logs = new Float64Array(tabled);
  for (let n = 2; n < tabled; n++) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * ln n! for whole n ≥ 0: a table, then Stirling's series ln n! = (n + ½)·ln n − n + ½·ln 2π + 1/(12n)
 * − 1/(360n³) + 1/(1260n⁵) (Abramowitz and Stegun 6.1.41), exact to rounding from n = 256 on.
 */
export function logFactorial(n: number): number {
  const known = table[n];
  if (known !== undefined) return known;
  const inverse = 1 / n;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square / 1260));
  return (n + 0.5) * Math.log(n) - n + halfLogTwoPi + series;
}
