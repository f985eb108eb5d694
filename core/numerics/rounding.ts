/** Half a unit in the last place, as a share of the number. */
export const unitRoundoff = 2 ** -53;

/**
 * Whether numbers that come out of a subtraction or a sum could all be the same number, had nothing
 * been rounded: 1.1 − 1.0 and 3.3 − 3.2 differ in their last bits only, and a t of 1e15 made of those
 * bits would be a false discovery.
 *
 * Feed it every number with the bound of its own rounding error; the numbers agree when one value lies
 * within reach of all of them. Whole numbers that are exact differ as soon as they differ.
 */
export class Agreement {
  #highestLow = Number.NEGATIVE_INFINITY;
  #lowestHigh = Number.POSITIVE_INFINITY;

  add(value: number, error: number): void {
    this.#highestLow = Math.max(this.#highestLow, value - error);
    this.#lowestHigh = Math.min(this.#lowestHigh, value + error);
  }

  get holds(): boolean {
    return this.#highestLow <= this.#lowestHigh;
  }
}

/**
 * Whether a value lies above a line by more than four units in the last place. Figures that are equal
 * on paper may differ in less than that, and must fall on the same side.
 *
 * `size`: the largest of the numbers that value and line were computed from, in absolute value; theirs
 * by default. A line that is 0 on paper (a mean of 0.1, 0.2 and −0.3) is as wrong as they are large.
 */
export function clearlyAbove(
  value: number,
  line: number,
  size: number = Math.max(Math.abs(value), Math.abs(line)),
): boolean {
  return value - line > 4 * Number.EPSILON * size;
}

/** The largest absolute value of some numbers, nulls left out; 0 of none. */
export function largestSize(...lists: readonly (readonly (number | null)[])[]): number {
  let largest = 0;
  for (const list of lists) {
    for (const value of list) largest = Math.max(largest, Math.abs(value ?? 0));
  }
  return largest;
}
