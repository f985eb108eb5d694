import type { WordPairLine } from '../../contract/insight.contract.ts';

const matrixWords = 11;

export interface PairMatrix {
  words: string[];
  /** In either order; undefined where chance explains how often they meet. */
  pairOf(one: string, other: string): WordPairLine | undefined;
  /** 0 to 1: √(G² ÷ the largest G²). */
  shadeOf(pair: WordPairLine): number;
}

/** The words that hang together most, to be set against each other. Without pairs there are none. */
export function pairMatrix(pairs: readonly WordPairLine[]): PairMatrix {
  const byPair = new Map(
    pairs.flatMap((pair) => [
      [`${pair.first} ${pair.second}`, pair],
      [`${pair.second} ${pair.first}`, pair],
    ]),
  );
  const strongest = pairs.reduce((most, pair) => Math.max(most, pair.logLikelihood), 0);
  return {
    words: strongestWords(pairs),
    pairOf: (one, other) => byPair.get(`${one} ${other}`),
    shadeOf: ({ logLikelihood }) => (strongest === 0 ? 0 : Math.sqrt(logLikelihood / strongest)),
  };
}

/** From the strongest pair on, always the word that hangs together most with those chosen. */
function strongestWords(pairs: readonly WordPairLine[]): string[] {
  const chosen = new Set<string>();
  while (chosen.size < matrixWords) {
    const sums = new Map<string, number>();
    for (const { first, second, logLikelihood } of pairs) {
      for (const [word, other] of [
        [first, second],
        [second, first],
      ] as const) {
        if (chosen.has(word) || (chosen.size > 0 && !chosen.has(other))) continue;
        sums.set(word, (sums.get(word) ?? 0) + logLikelihood);
      }
    }
    const [next] = [...sums].sort(([, one], [, other]) => other - one);
    if (next === undefined) break;
    chosen.add(next[0]);
  }
  return [...chosen];
}
