import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../core/domain/proportion/wilson.ts';

/** Computed with mpmath 1.3 at 50 digits from the formula of Wilson 1927. */
const rare: readonly (readonly [successes: number, n: number, lower: number, upper: number])[] = [
  [15, 148, 0.06238639953073628, 0.16048724172330803],
  [1, 1e6, 1.765245767453715e-7, 5.664911804311442e-6],
  [1, 1e9, 1.7652455495696316e-10, 5.6649342432974385e-9],
  [1, 1e12, 1.7652455493517475e-13, 5.664934265736511e-12],
  [3, 9007199254740991, 1.1327280539811476e-16, 9.793486124653807e-16],
  [0, 1e9, 0, 3.841458805937319e-9],
];

describe('Wilson’s interval of rare events keeps its digits', () => {
  it.each(rare)('%d of %d', (successes, n, lower, upper) => {
    const { ci95 } = wilsonInterval(successes / n, n);
    expect(Math.abs(ci95[0] - lower)).toBeLessThanOrEqual(1e-13 * lower);
    expect(Math.abs(ci95[1] - upper)).toBeLessThanOrEqual(1e-13 * upper);
  });

  it('lies within 0–1 and holds the share, and turns round with it', () => {
    for (const n of [1, 2, 7, 148, 1e9]) {
      for (const share of [0, 1 / n, 0.5, 1 - 1 / n, 1]) {
        const { ci95 } = wilsonInterval(share, n);
        const turned = wilsonInterval(1 - share, n).ci95;
        expect(ci95[0]).toBeGreaterThanOrEqual(0);
        expect(ci95[1]).toBeLessThanOrEqual(1);
        expect(share).toBeGreaterThanOrEqual(ci95[0]);
        expect(share).toBeLessThanOrEqual(ci95[1]);
        expect(Math.abs(ci95[0] - (1 - turned[1]))).toBeLessThanOrEqual(1e-15);
      }
    }
    expect(wilsonInterval(0, 5).ci95[0]).toBe(0);
    expect(wilsonInterval(1, 5).ci95[1]).toBe(1);
  });
});
