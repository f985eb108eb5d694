import { describe, expect, it } from 'vitest';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';

const numbers = (seed: number, draw: number, count: number) => {
  const random = streamOfDraw(seed, draw);
  return Array.from({ length: count }, () => random.next());
};

/** Pearson's χ² of values in [0, 1) over equal bins. */
function chiSquareOfBins(values: Iterable<number>, bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  let n = 0;
  for (const value of values) {
    const bin = Math.floor(value * bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
    n += 1;
  }
  return counts.reduce((sum, count) => sum + (count - n / bins) ** 2 / (n / bins), 0);
}

describe('stream of a draw', () => {
  it('depends on seed and draw and on nothing else', () => {
    expect(numbers(42, 7, 50)).toEqual(numbers(42, 7, 50));
    expect(numbers(42, 7, 50)).not.toEqual(numbers(42, 8, 50));
    expect(numbers(42, 7, 50)).not.toEqual(numbers(43, 7, 50));
  });

  it('takes any safe integer as a seed and tells all of them apart', () => {
    const seeds = [
      0,
      1,
      -1,
      2 ** 32,
      2 ** 32 - 1,
      2 ** 33,
      2 ** 53 - 1,
      2 ** 53 - 2,
      2 ** 53 - 3,
      -(2 ** 53 - 1),
      1e15,
    ];
    const starts = seeds.map((seed) => numbers(seed, 0, 4).join());
    expect(new Set(starts).size).toBe(seeds.length);
  });

  it('gives no two of 200,000 consecutive draws the same start', () => {
    const starts = new Set<number>();
    for (let draw = 0; draw < 200_000; draw++) {
      const random = streamOfDraw(1, draw);
      starts.add(random.next() * 2 ** 20 + random.next());
    }
    expect(starts.size).toBe(200_000);
  });

  it.each([0, 1, 40, 249])(
    'is even across consecutive draws at place %i (χ², 99.99 %%)',
    (place) => {
      const values = Array.from(
        { length: 20_000 },
        (_, draw) => numbers(5, draw, place + 1)[place],
      );
      expect(chiSquareOfBins(values as number[], 100)).toBeLessThan(160.1);
    },
  );

  it('is even across consecutive seeds for the same draw (χ², 99.99 %)', () => {
    const values = Array.from({ length: 20_000 }, (_, seed) => numbers(seed, 3, 1)[0] as number);
    expect(chiSquareOfBins(values, 100)).toBeLessThan(160.1);
  });

  it('does not carry one draw over into the next: neighbours are uncorrelated', () => {
    const count = 20_000;
    let products = 0;
    let before = numbers(11, 0, 1)[0] as number;
    for (let draw = 1; draw <= count; draw++) {
      const now = numbers(11, draw, 1)[0] as number;
      products += (before - 0.5) * (now - 0.5);
      before = now;
    }
    const correlation = (products / count) * 12;
    expect(Math.abs(correlation) * Math.sqrt(count)).toBeLessThan(4);
  });
});
