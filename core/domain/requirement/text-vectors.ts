import type { KeywordCorpus } from './keyword-corpus.ts';

/** tf-idf over keywords that occur or not: each text a vector of unit length. */
export class TextVectors {
  readonly corpus: KeywordCorpus;
  /** ln(N ÷ texts with the word); 0 for words in a single text, which say nothing of others. */
  readonly weights: Float64Array;
  /** Length of each text's vector before it is made 1; 0 for a text that says nothing. */
  readonly lengths: Float64Array;

  /** `counts`: how many texts hold each keyword. */
  constructor(corpus: KeywordCorpus, counts: Uint32Array) {
    this.corpus = corpus;
    this.weights = Float64Array.from(counts, (count) =>
      count < 2 ? 0 : Math.log(corpus.size / count),
    );
    this.lengths = new Float64Array(corpus.size);
    const { offsets, wordIds } = corpus;
    for (let text = 0; text < corpus.size; text++) {
      const end = offsets[text + 1] ?? 0;
      let squares = 0;
      for (let at = offsets[text] ?? 0; at < end; at++) {
        squares += (this.weights[wordIds[at] ?? 0] ?? 0) ** 2;
      }
      this.lengths[text] = Math.sqrt(squares);
    }
  }
}
