/**
 * A small deterministic source of randomness: the same seed gives the same sequence on every machine.
 * Not for secrets.
 *
 * Generator: sfc32 of Chris Doty-Humphrey's PractRand (public domain), 128 bits of state, in the
 * 32-bit JavaScript form. Seeding: one round of splitmix32 per state word, twelve warm-up draws.
 */
export class SeededRandom {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  /** Any number serves as a seed; it is taken modulo 2³². */
  constructor(seed: number) {
    let state = seed >>> 0;
    const word = () => {
      state = (state + 0x9e3779b9) | 0;
      return mixedWord(state);
    };
    this.#a = word();
    this.#b = word();
    this.#c = word();
    this.#counter = 1;
    for (let i = 0; i < 12; i++) this.next();
  }

  /**
   * The generator that starts from three 32-bit words, each scattered by a bijection, with the fifteen
   * warm-up draws that PractRand prescribes for them. Different words are different starts: the step of
   * sfc32 is a bijection and all starts share one counter, so that no two of them can ever be in the same
   * state at once.
   */
  static fromWords(first: number, second: number, third: number): SeededRandom {
    const random = new SeededRandom(0);
    random.#a = mixedWord(first);
    random.#b = mixedWord(second);
    random.#c = mixedWord(third);
    random.#counter = 1;
    for (let i = 0; i < 15; i++) random.next();
    return random;
  }

  /** Uniform in [0, 1), 32 bits of it. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** Whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with the given probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the values, each as likely. Throws RangeError when there is none. */
  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  /** One of the values with probability in proportion to its weight (≥ 0). */
  pickWeighted<T>(values: readonly T[], weightOf: (value: T) => number): T {
    let total = 0;
    for (const value of values) total += weightOf(value);
    let rest = this.next() * total;
    for (const value of values) {
      rest -= weightOf(value);
      if (rest < 0) return value;
    }
    return this.pick(values);
  }

  /** Normal deviate by the Box–Muller transform (G. E. P. Box, M. E. Muller, 1958). */
  normal(mean = 0, standardDeviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return mean + standardDeviation * radius * Math.cos(2 * Math.PI * this.next());
  }

  /** A shuffled copy (Fisher–Yates). */
  shuffle<T>(values: readonly T[]): T[] {
    const result = [...values];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.integer(0, i);
      const moved = result[i] as T;
      result[i] = result[j] as T;
      result[j] = moved;
    }
    return result;
  }

  /** A generator of its own, so that drawing more here does not shift what is drawn elsewhere. */
  fork(): SeededRandom {
    return new SeededRandom(Math.floor(this.next() * 4_294_967_296));
  }
}

/** One round of splitmix32 (C. Wellons' constants): a bijection of 32-bit words that scatters all bits. */
function mixedWord(word: number): number {
  let mixed = word ^ (word >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) | 0;
}
