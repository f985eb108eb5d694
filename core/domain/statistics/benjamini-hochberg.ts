/**
 * q-values of many tests at once: the smallest false discovery rate at which each would be called a
 * discovery (Y. Benjamini and Y. Hochberg, "Controlling the False Discovery Rate", Journal of the Royal
 * Statistical Society B 57, 1995, 289–300): q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j, at most 1.
 *
 * `ps`: p-values 0–1, one per test. The answer has their order. Equal p have equal q. No test: no q.
 */
export function qValues(ps: readonly number[]): number[] {
  const order = ps.map((_, i) => i).sort((i, j) => (ps[j] ?? 0) - (ps[i] ?? 0));
  const qs = new Array<number>(ps.length).fill(1);
  let least = 1;
  for (const [place, i] of order.entries()) {
    const rank = ps.length - place;
    least = Math.min(least, ((ps[i] ?? 1) * ps.length) / rank);
    qs[i] = least;
  }
  return qs;
}
