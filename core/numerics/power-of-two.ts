/** The power of two at or just below a positive number; dividing by it rounds nothing. */
export function powerOfTwoNear(size: number): number {
  const power = 2 ** Math.floor(Math.log2(size));
  return power === 0 ? Number.MIN_VALUE : power;
}

/** x·2^exponent, in two steps where 2^exponent alone would not be a double. */
export function timesPowerOfTwo(x: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return x * 2 ** half * 2 ** (exponent - half);
}

/** The e with 2^(e−1) ≤ x < 2^e, for finite x > 0. */
export function binaryExponent(x: number): number {
  let exponent = Math.floor(Math.log2(x)) + 1;
  if (timesPowerOfTwo(x, -exponent) >= 1) exponent += 1;
  if (timesPowerOfTwo(x, -exponent) < 0.5) exponent -= 1;
  return exponent;
}
