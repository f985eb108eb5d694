import { SeededRandom } from './seeded-random.ts';

const wordRange = 2 ** 32;

/**
 * The random numbers of one draw (of a bootstrap, of a simulation). Every draw has a stream of its own,
 * made from nothing but (seed, draw), so that the draws come out the same in whatever order and in
 * however many workers they are computed.
 *
 * `seed` is any safe integer, `draw` a whole number from 0 to 2³² − 1. The two words of the seed and the
 * number of the draw are the three words that the generator starts from, moved off 0, which scattering
 * would leave at 0: no two pairs (seed, draw) share a stream.
 */
export function streamOfDraw(seed: number, draw: number): SeededRandom {
  return SeededRandom.fromWords(
    ((seed | 0) + 0x9e3779b9) | 0,
    (Math.floor(seed / wordRange) + 0x3c6ef372) | 0,
    (draw + 0xdaa66d2b) | 0,
  );
}
