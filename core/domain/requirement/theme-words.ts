import type { KeywordCorpus } from './keyword-corpus.ts';

/** One or two keywords that a group of texts begins with. */
export interface Theme {
  /** Numbers of the keywords. */
  words: readonly number[];
  /** Information in them, in nats: Σ ln(N ÷ texts that hold the word). */
  weight: number;
}

/** A critical value of χ² with one degree of freedom: p < 0.001. */
const significant = 10.83;
/** A word alone means several things: half of its information counts, and pairs come first. */
const singleShare = 0.5;
/** Pairs are sought among the most frequent keywords only: rarer ones make no group. */
const mostPaired = 800;

/**
 * Which keywords groups may begin with: each that at least `minSize` texts hold and at most half of
 * them, and each pair of such that occurs together significantly more often than by chance
 * (log-likelihood ratio G², Dunning 1993, Computational Linguistics 19(1)) and at least `minSize` times.
 */
export function themesOf(corpus: KeywordCorpus, counts: Uint32Array, minSize: number): Theme[] {
  const { size, words } = corpus;
  const eligible = [...counts.keys()]
    .filter((id) => (counts[id] ?? 0) >= minSize && (counts[id] ?? 0) <= size / 2)
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || compare(words[a], words[b]))
    .slice(0, mostPaired);
  const information = (id: number) => Math.log(size / (counts[id] ?? size));
  const singles = eligible.map(
    (id): Theme => ({ words: [id], weight: information(id) * singleShare }),
  );
  const together = countPairs(corpus, eligible);
  const pairs: Theme[] = [];
  for (const [row, a] of eligible.entries()) {
    for (let column = 0; column < row; column++) {
      const both = together[row * eligible.length + column] ?? 0;
      const b = eligible[column];
      if (b === undefined || both < minSize) continue;
      if (logLikelihoodRatio(both, counts[a] ?? 0, counts[b] ?? 0, size) < significant) continue;
      pairs.push({ words: [b, a], weight: information(a) + information(b) });
    }
  }
  return [...singles, ...pairs];
}

/**
 * G² of two events that occur together `both` times, apart `a` and `b` times, in `n` trials; negative
 * when they occur together less often than by chance. 0 when one of them always or never occurs.
 */
export function logLikelihoodRatio(both: number, a: number, b: number, n: number): number {
  const cells = [
    [both, (a * b) / n],
    [a - both, (a * (n - b)) / n],
    [b - both, ((n - a) * b) / n],
    [n - a - b + both, ((n - a) * (n - b)) / n],
  ] as const;
  const sum = cells.reduce(
    (total, [seen, expected]) =>
      seen <= 0 || expected <= 0 ? total : total + seen * Math.log(seen / expected),
    0,
  );
  return both * n >= a * b ? 2 * sum : -2 * sum;
}

/** Texts that hold both keywords, as a square of `eligible.length`; only below the diagonal. */
function countPairs(corpus: KeywordCorpus, eligible: readonly number[]): Uint32Array {
  const places = new Int32Array(corpus.words.length).fill(-1);
  for (const [place, id] of eligible.entries()) places[id] = place;
  const together = new Uint32Array(eligible.length ** 2);
  const held: number[] = [];
  for (let text = 0; text < corpus.size; text++) {
    held.length = 0;
    const end = corpus.offsets[text + 1] ?? 0;
    for (let at = corpus.offsets[text] ?? 0; at < end; at++) {
      const place = places[corpus.wordIds[at] ?? 0] ?? -1;
      if (place >= 0) held.push(place);
    }
    for (let i = 1; i < held.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [held[i] ?? 0, held[j] ?? 0];
        const cell = Math.max(a, b) * eligible.length + Math.min(a, b);
        together[cell] = (together[cell] ?? 0) + 1;
      }
    }
  }
  return together;
}

/** By code unit, so that every computer sorts alike. */
function compare(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
