/**
 * An amount shared out in proportion to weights, in steps of a hundredth: what people read and type. Largest
 * remainders, at least a hundredth each, so that the shares sum to the amount exactly and keep the order
 * of the weights. In the order of `weights`.
 *
 * `amount` is rounded to a hundredth first and is at least a hundredth for each; weights are finite and ≥ 0,
 * not all 0.
 *
 * Source: the method of Hamilton (largest remainder), Balinski & Young, "Fair Representation", 1982.
 */
export function sharedInHundredths(amount: number, weights: readonly number[]): number[] {
  const whole = Math.round(amount * 100);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (weight / total) * whole);
  const units = exact.map((value) => Math.max(1, Math.floor(value)));
  const heaviestFirst = exact
    .map((value, place) => ({ value, place }))
    .toSorted((a, b) => b.value - a.value || a.place - b.place)
    .map(({ place }) => place);
  const byRemainder = heaviestFirst.toSorted(
    (a, b) => (exact[b] ?? 0) - (units[b] ?? 0) - ((exact[a] ?? 0) - (units[a] ?? 0)),
  );
  let left = whole - units.reduce((sum, value) => sum + value, 0);
  for (const place of byRemainder) {
    if (left <= 0) break;
    units[place] = (units[place] ?? 0) + 1;
    left--;
  }
  for (; left < 0; left++) {
    const most = Math.max(...units);
    // The lightest of those that have most gives: the order of the weights stays.
    const giver = heaviestFirst.findLast((place) => units[place] === most) ?? 0;
    units[giver] = most - 1;
  }
  return units.map((value) => value / 100);
}
