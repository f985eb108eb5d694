/**
 * Ranks from the largest (1) to the smallest; equal values share the mean of the ranks they take up:
 * 9, 4, 4, 1 rank 1, 2.5, 2.5, 4. Values equal within 1e-12 of the largest count as equal, as in the ranks
 * of a house. For finite values.
 */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const largest = values.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  const ranks = new Array<number>(values.length).fill(0);
  let start = 0;
  while (start < order.length) {
    const head = values[order[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < order.length && head - (values[order[end] ?? 0] ?? 0) <= 1e-12 * largest) end++;
    for (const i of order.slice(start, end)) ranks[i] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
