import { describe, expect, it } from 'vitest';
import { rangeConstants } from '../../core/numerics/range-constants.ts';

const step = 1 / 32;
const grid = Array.from({ length: 2 * 9 * 32 + 1 }, (_, i) => -9 + i * step);

const density = (x: number) => Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Φ(x) from the Taylor series about the origin (Marsaglia, 2004): full precision for |x| < 9. */
function cumulative(x: number): number {
  if (x < -9) return 0;
  if (x > 9) return 1;
  let sum = Math.abs(x);
  let term = sum;
  for (let k = 3; term > 1e-17 * sum; k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  const half = sum * density(x);
  return 0.5 + Math.sign(x) * half;
}

/** By the trapezoid rule, which converges faster than any power of the step on such an integrand. */
function meanRange(n: number): number {
  const terms = grid.map((x) => 1 - cumulative(x) ** n - (1 - cumulative(x)) ** n);
  return step * terms.reduce((sum, term) => sum + term, 0);
}

/** E(W²) = 2·∫ w·(1 − F(w)) dw, with w = eˢ so that the trapezoid rule converges at both ends. */
function meanSquaredRange(n: number): number {
  const below = grid.map((x) => ({ at: x, density: density(x), cumulative: cumulative(x) }));
  let total = 0;
  const stride = 1 / 16;
  for (let s = -22; s < 3; s += stride) {
    const width = Math.exp(s);
    let stays = 0;
    for (const point of below) {
      const gap = cumulative(point.at + width) - point.cumulative;
      stays += point.density * gap ** (n - 1);
    }
    total += 2 * width * width * (1 - n * step * stays) * stride;
  }
  return total;
}

describe('range constants', () => {
  it('are exact for two values: d₂ = 2/√π, d₃ = √(2 − 4/π)', () => {
    const { d2, d3 } = rangeConstants(2);
    expect(d2).toBeCloseTo(2 / Math.sqrt(Math.PI), 15);
    expect(d3).toBeCloseTo(Math.sqrt(2 - 4 / Math.PI), 15);
  });

  it.each(Array.from({ length: 24 }, (_, i) => i + 2))(
    "come out of Tippett's integrals for groups of %d",
    (n) => {
      const { d2, d3 } = rangeConstants(n);
      expect(d2).toBeCloseTo(meanRange(n), 12);
      expect(d3).toBeCloseTo(Math.sqrt(meanSquaredRange(n) - d2 * d2), 11);
    },
  );

  it.each([
    [3, 1.693, 0.888],
    [4, 2.059, 0.88],
    [5, 2.326, 0.864],
    [10, 3.078, 0.797],
    [25, 3.931, 0.708],
  ])('round to the printed table for groups of %d', (n, d2, d3) => {
    expect(rangeConstants(n).d2).toBeCloseTo(d2, 3);
    expect(rangeConstants(n).d3).toBeCloseTo(d3, 3);
  });

  it.each([0, 1, 26, 2.5])('do not exist for groups of %d', (n) => {
    expect(() => rangeConstants(n)).toThrow(RangeError);
  });
});
