/**
 * How much a beginning of eojeols holds together, and how freely it goes on, from counts alone.
 *
 * - Cohesion: (Π P(c₁…cᵢ₊₁ | c₁…cᵢ))^(1/(n−1)) over the beginnings of a word of n syllables, after
 *   Kim Hyunjoong's soynlp (github.com/lovit/soynlp, "cohesion probability").
 * - Branching entropy: −Σ P(x | w)·ln P(x | w) over what follows w in an eojeol, the end of the eojeol
 *   counted as one more thing that may follow (Z. Jin and K. Tanaka-Ishii, "Unsupervised Segmentation
 *   of Chinese Text by Use of Branching Entropy", COLING/ACL 2006, 428–435). High where a word ends.
 */
export interface BoundaryScore {
  cohesion: number;
  /** In nats; 0 when only one thing ever follows. */
  branching: number;
}

/** Counts of beginnings of up to so many syllables; words are hardly longer. */
const longestBeginning = 8;

export class Beginnings {
  readonly #counts = new Map<string, number>();
  readonly #followers = new Map<string, Map<string, number>>();

  /** `watched`: the beginnings whose followers are of interest; the others are only counted. */
  constructor(
    eojeols: Iterable<readonly [text: string, count: number]>,
    watched: ReadonlySet<string>,
  ) {
    for (const [text, count] of eojeols) {
      const reach = Math.min(text.length, longestBeginning);
      for (let length = 1; length <= reach; length++) {
        const beginning = text.slice(0, length);
        this.#counts.set(beginning, (this.#counts.get(beginning) ?? 0) + count);
        if (watched.has(beginning)) this.#follow(beginning, text.charAt(length), count);
      }
    }
  }

  scoreOf(word: string): BoundaryScore {
    return { cohesion: this.#cohesion(word), branching: this.#branching(word) };
  }

  #follow(beginning: string, next: string, count: number): void {
    let followers = this.#followers.get(beginning);
    if (followers === undefined) {
      followers = new Map();
      this.#followers.set(beginning, followers);
    }
    followers.set(next, (followers.get(next) ?? 0) + count);
  }

  /** The conditional probabilities telescope: count(word) ÷ count(first syllable). */
  #cohesion(word: string): number {
    const first = this.#counts.get(word.slice(0, 1)) ?? 0;
    const whole = this.#counts.get(word.slice(0, longestBeginning)) ?? 0;
    if (first === 0) return 0;
    return word.length === 1 ? 1 : (whole / first) ** (1 / (word.length - 1));
  }

  #branching(word: string): number {
    const followers = this.#followers.get(word);
    if (followers === undefined) return 0;
    let total = 0;
    for (const count of followers.values()) total += count;
    let entropy = 0;
    for (const count of followers.values()) entropy -= (count / total) * Math.log(count / total);
    return entropy;
  }
}
