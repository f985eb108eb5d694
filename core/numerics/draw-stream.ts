import { mixedWord, SeededRandom } from './seeded-random.ts';

const wordRange = 2 ** 32;

/**
 * The random numbers of one draw (of a bootstrap, of a simulation). Every draw has a stream of its own,
 * made from nothing but (seed, draw), so that the draws come out the same in whatever order and in
 * however many workers they are computed.
 *
 * `seed` is any safe integer, `draw` a whole number from 0 to 2³² − 1. The two words of the seed and the
 * number of the draw are scattered by a bijection each and become the three words that sfc32 starts
 * from: no two pairs (seed, draw) share a stream.
 */
export function streamOfDraw(seed: number, draw: number): SeededRandom {
  return SeededRandom.fromWords(
    mixedWord((seed + 0x9e3779b9) | 0),
    mixedWord((Math.floor(seed / wordRange) + 0x3c6ef372) | 0),
    mixedWord((draw + 0xdaa66d2b) | 0),
  );
}
