import { expect, test } from 'vitest';
import { computeHouse, rankDescending } from '../../core/domain/house/house.ts';
import { houseRobustness } from '../../core/domain/house/robustness.ts';
import { streamOfDraw } from '../../core/numerics/draw-stream.ts';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';

const size = 40;
const draws = 10_000;
const seed = 7;
const weightNoise = 0.2;

/** Where a typical house has a relation, and how strong: most cells are empty. */
const symbols = [0, 0, 0, 1, 3, 9];

/** A house of its own and a ranking for every draw: the rule as one would write it down. */
function houseByHouse(weights: number[], relations: number[][]): number[] {
  const first = new Array<number>(size).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const random = streamOfDraw(seed, draw);
    random.next();
    const noisy = weights.map((w) => w * (1 + weightNoise * (2 * random.next() - 1)));
    const ranks = rankDescending(computeHouse({ weights: noisy, relations }).absolute);
    for (const [j, rank] of ranks.entries()) if (rank === 1) first[j] = (first[j] ?? 0) + 1;
  }
  return first.map((count) => count / draws);
}

test(`robustness of a ${size} × ${size} house, ${draws} draws, against a house per draw`, async ({
  bench,
}) => {
  const random = new SeededRandom(1);
  const weights = Array.from({ length: size }, () => random.integer(1, 9));
  const relations = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => random.pick(symbols)),
  );
  const input = { weights, relations, draws, seed, weightNoise, topK: 1 };
  expect(houseRobustness(input).topKShare).toEqual(houseByHouse(weights, relations));
  const result = await bench.compare(
    bench('a house per draw', () => {
      houseByHouse(weights, relations);
    }),
    bench('robustness', () => {
      houseRobustness(input);
    }),
    { iterations: 5, time: 500 },
  );
  const plainMs = result.get('a house per draw').latency.mean;
  const fastMs = result.get('robustness').latency.mean;
  console.info(
    `robustness ${size} × ${size}, ${draws} draws: ${fastMs.toFixed(0)} ms (aim: under 300 ms), ` +
      `a house per draw ${plainMs.toFixed(0)} ms, ${(plainMs / fastMs).toFixed(1)} × faster`,
  );
});
