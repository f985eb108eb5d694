import { GrowingNumbers } from '../words/growing-numbers.ts';

/** Texts as the keywords found in them, numbered; a million texts take some 40 MB. */
export interface KeywordCorpus {
  /** How many texts. */
  size: number;
  /** Keyword by number, in the order of their first text. */
  words: readonly string[];
  /** Text d holds `wordIds[offsets[d]]` to `wordIds[offsets[d + 1] − 1]`, ascending, each once. */
  offsets: Uint32Array;
  wordIds: Uint32Array;
}

/** Takes texts one by one, in the order in which they are numbered. */
export class KeywordCorpusBuilder {
  readonly #numbers = new Map<string, number>();
  readonly #offsets = new GrowingNumbers();
  readonly #wordIds = new GrowingNumbers();

  constructor() {
    this.#offsets.push(0);
  }

  add(keywords: readonly string[]): void {
    this.addNumbered(keywords.map((word) => this.numberOf(word)));
  }

  /** The same for those who asked `numberOf` before, once for many texts. */
  addNumbered(numbers: number[]): void {
    sortFew(numbers);
    for (let place = 0; place < numbers.length; place++) {
      const number = numbers[place] ?? 0;
      if (number !== numbers[place - 1]) this.#wordIds.push(number);
    }
    this.#offsets.push(this.#wordIds.length);
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  build(): KeywordCorpus {
    return {
      size: this.#offsets.length - 1,
      words: [...this.#numbers.keys()],
      offsets: this.#offsets.values(),
      wordIds: this.#wordIds.values(),
    };
  }
}

/** A text has a dozen keywords: so few are sorted soonest by putting each where it belongs. */
function sortFew(numbers: number[]): void {
  for (let place = 1; place < numbers.length; place++) {
    const number = numbers[place] ?? 0;
    let at = place;
    while (at > 0 && (numbers[at - 1] ?? 0) > number) {
      numbers[at] = numbers[at - 1] ?? 0;
      at -= 1;
    }
    numbers[at] = number;
  }
}

/** How many texts hold each keyword. */
export function textCounts({ words, wordIds }: KeywordCorpus): Uint32Array {
  const counts = new Uint32Array(words.length);
  for (const id of wordIds) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}
