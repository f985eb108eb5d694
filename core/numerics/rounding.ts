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
 */
export function clearlyAbove(value: number, line: number): boolean {
  return value - line > 4 * Number.EPSILON * Math.max(Math.abs(value), Math.abs(line));
}
