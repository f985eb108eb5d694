import type { EojeolCounter } from './eojeol-counter.ts';
import type { WordRules } from './word-rules.ts';

/**
 * Texts as the chunks they are made of, in ascending order of their ids. Text d holds the chunks
 * `chunkIds[offsets[d]]` to `chunkIds[offsets[d + 1] − 1]`, as often as it has them.
 */
export interface ChunkedTexts {
  ids: Uint32Array;
  /** Day of receipt: days since 1970-01-01. */
  days: Int32Array;
  offsets: Uint32Array;
  chunkIds: Uint32Array;
}

export interface WordCount {
  word: string;
  count: number;
}

export interface WordSurface {
  text: string;
  /** Occurrences in all texts. */
  count: number;
}

const noWord = 0xffffffff;

/**
 * The keywords of every text, found through its chunks: rules and a new lexicon change what a chunk
 * means, and nothing is read again. Texts are named by their places, ascending. A million texts with
 * ten million chunks take about 60 MB, and a count over all of them about a tenth of a second.
 */
export class KeywordIndex {
  readonly texts: ChunkedTexts;
  readonly words: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** Words of chunk c: `#chunkWords[#chunkOffsets[c]]` and on. */
  readonly #chunkOffsets: Uint32Array;
  readonly #chunkWords: Uint32Array;
  readonly #counter: EojeolCounter;

  /** `found`: the words of every chunk of `counter`, before stop words and synonyms. */
  constructor(
    texts: ChunkedTexts,
    counter: EojeolCounter,
    found: readonly (readonly string[])[],
    rules: WordRules,
  ) {
    const numbers = new Map<string, number>();
    const offsets = new Uint32Array(counter.chunks.length + 1);
    const chunkWords: number[] = [];
    for (const [chunk, words] of found.entries()) {
      for (const foundWord of words) {
        const word = rules.apply(foundWord);
        if (word === null) continue;
        const number = numbers.get(word) ?? numbers.size;
        numbers.set(word, number);
        chunkWords.push(number);
      }
      offsets[chunk + 1] = chunkWords.length;
    }
    this.texts = texts;
    this.words = [...numbers.keys()];
    this.#numbers = numbers;
    this.#chunkOffsets = offsets;
    this.#chunkWords = Uint32Array.from(chunkWords);
    this.#counter = counter;
  }

  /** The places of texts by their ids (ascending); ids without a text are left out. */
  placesOf(ids: Uint32Array): Uint32Array {
    const known = this.texts.ids;
    const places = new Uint32Array(Math.min(ids.length, known.length));
    let length = 0;
    let place = 0;
    for (const id of ids) {
      while (place < known.length && (known[place] ?? 0) < id) place += 1;
      if (known[place] === id) places[length++] = place;
    }
    return places.slice(0, length);
  }

  /** In how many of the texts each word is; by the word's number. */
  documentCounts(places: Uint32Array): Uint32Array {
    const counts = new Uint32Array(this.words.length);
    this.#eachWord(places, (word) => {
      counts[word] = (counts[word] ?? 0) + 1;
    });
    return counts;
  }

  /** The most frequent words, most first; equal ones by their letters. */
  topWords(counts: Uint32Array, limit: number): WordCount[] {
    const found: WordCount[] = [];
    for (const [number, word] of this.words.entries()) {
      const count = counts[number] ?? 0;
      if (count > 0) found.push({ word, count });
    }
    found.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
    return found.slice(0, limit);
  }

  /** The texts, of those given, that hold the word; none when it is no word. */
  placesWith(word: string, places: Uint32Array): Uint32Array {
    const number = this.#numbers.get(word);
    if (number === undefined) return new Uint32Array();
    const holding = this.#chunksOf(number);
    const { offsets, chunkIds } = this.texts;
    return places.filter((place) => {
      const end = offsets[place + 1] ?? 0;
      for (let at = offsets[place] ?? 0; at < end; at++) {
        if (holding[chunkIds[at] ?? 0] === 1) return true;
      }
      return false;
    });
  }

  /** How many texts hold both of two words, for every two of `words`: [i][j], i < j. */
  pairCounts(words: readonly string[], places: Uint32Array): Uint32Array[] {
    const wanted = new Uint32Array(this.words.length).fill(noWord);
    for (const [i, word] of words.entries()) {
      const number = this.#numbers.get(word);
      if (number !== undefined) wanted[number] = i;
    }
    const counts = words.map(() => new Uint32Array(words.length));
    const here: number[] = [];
    let current = -1;
    const flush = () => {
      for (const [at, first] of here.entries()) {
        for (const second of here.slice(at + 1)) {
          const row = counts[Math.min(first, second)];
          const column = Math.max(first, second);
          if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
        }
      }
      here.length = 0;
    };
    this.#eachWord(places, (word, place) => {
      if (place !== current) flush();
      current = place;
      const i = wanted[word] ?? noWord;
      if (i !== noWord) here.push(i);
    });
    flush();
    return counts;
  }

  /**
   * How a word is written in the texts, most frequent first: only what is that word with an ending, not
   * what was typed together with others.
   */
  surfacesOf(words: readonly string[], limit: number): Map<string, WordSurface[]> {
    const surfaces = new Map<string, WordSurface[]>(words.map((word) => [word, []]));
    for (const [chunk, text] of this.#counter.chunks.entries()) {
      const at = this.#chunkOffsets[chunk] ?? 0;
      if ((this.#chunkOffsets[chunk + 1] ?? 0) === at + 1) {
        const word = this.words[this.#chunkWords[at] ?? 0] ?? '';
        const count = this.#counter.counts[chunk] ?? 0;
        if (count > 0) surfaces.get(word)?.push({ text: text.replace(' ', ''), count });
      }
    }
    for (const [word, list] of surfaces) {
      list.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
      surfaces.set(word, list.slice(0, limit));
    }
    return surfaces;
  }

  /** The first texts, at most `limit`, of each of the words, found in one walk over all. */
  firstPlacesWith(words: readonly string[], limit: number): Map<string, number[]> {
    const found = new Map<string, number[]>(words.map((word) => [word, []]));
    const lists = this.words.map((word) => found.get(word) ?? null);
    const all = this.texts.ids.map((_, place) => place);
    if (words.length === 0) return found;
    this.#eachWord(all, (word, place) => {
      const list = lists[word] ?? null;
      if (list !== null && list.length < limit) list.push(place);
    });
    return found;
  }

  #chunksOf(word: number): Uint8Array {
    const holding = new Uint8Array(this.#counter.chunks.length);
    for (let chunk = 0; chunk < holding.length; chunk++) {
      const end = this.#chunkOffsets[chunk + 1] ?? 0;
      for (let at = this.#chunkOffsets[chunk] ?? 0; at < end; at++) {
        if (this.#chunkWords[at] === word) holding[chunk] = 1;
      }
    }
    return holding;
  }

  /** Every word of every text, each once per text. */
  #eachWord(places: Uint32Array, visit: (word: number, place: number) => void): void {
    const { offsets, chunkIds } = this.texts;
    const seenAt = new Int32Array(this.words.length).fill(-1);
    for (const place of places) {
      const end = offsets[place + 1] ?? 0;
      for (let at = offsets[place] ?? 0; at < end; at++) {
        const chunk = chunkIds[at] ?? 0;
        const last = this.#chunkOffsets[chunk + 1] ?? 0;
        for (let i = this.#chunkOffsets[chunk] ?? 0; i < last; i++) {
          const word = this.#chunkWords[i] ?? 0;
          if (seenAt[word] === place) continue;
          seenAt[word] = place;
          visit(word, place);
        }
      }
    }
  }
}
