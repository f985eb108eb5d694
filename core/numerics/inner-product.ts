/** Σ aᵢ·bᵢ of two lists of the same length. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Σ aᵢ². */
export function squaredLength(a: ArrayLike<number>): number {
  return dot(a, a);
}
