import type { DuplicateCriteria } from '../../contract/duplicate.contract.ts';
import type { VocChannel } from '../../contract/voc.contract.ts';
import { jaccard, mixed, shinglesOf, spokenLetters, textHash } from './text-shingles.ts';

export interface DuplicateCandidate {
  text: string;
  /** `YYYY-MM-DD…` */
  receivedAt: string;
  channel: VocChannel;
  branch: string | null;
  /** Who said it, where that is known: two different people are never duplicates. */
  person: string | null;
}

export interface DuplicateOf {
  /** The number that `add` was given for the first VOC of the group. */
  first: number;
  /** To the first: 1 for the same letters, else the Jaccard similarity of the shingles. */
  similarity: number;
  /** The earliest VOC with the same letters; null when there is none and it is only near. */
  same: number | null;
}

/** 16 bands of 5 rows: a pair of similarity 0.8 is met with probability 1 − (1 − 0.8⁵)¹⁶ = 99.8 %. */
const bands = 16;
const rowsPerBand = 5;
/** Texts compared for one at most: where a template fills a bucket, more would be quadratic. */
const comparedAtMost = 256;
/** So few representatives of one block are compared one by one, which misses none and costs less. */
const fewInBlock = 128;
const dayMs = 86_400_000;

/**
 * Finds VOC that say what an earlier one said, in one pass over any number of them.
 *
 * Each VOC is compared with representatives only: those that repeat nothing earlier. So the groups
 * are stars, every member is at least `threshold` alike to the group's first, and a thousand equal
 * texts cost a thousand look-ups and no million comparisons. Equal letters are found by hash; near
 * ones, where there are too many to compare with each, by MinHash signatures cut into bands (Broder
 * 1997; Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, ch. 3), and then measured on their
 * shingles. Deterministic: the hash functions are fixed. Memory grows by about 4 bytes per letter of
 * every representative, and by 250 bytes more for each that needed a signature.
 */
export class DuplicateFinder {
  readonly #criteria: DuplicateCriteria;
  /** Letters to the newest text that had them; texts that are only near to another stand here too. */
  readonly #texts = new HashTable();
  readonly #textIds: number[] = [];
  readonly #textDays: number[] = [];
  readonly #textFirst: number[] = [];
  readonly #textSimilarity: number[] = [];
  /** Block to its place in the two lists below. */
  readonly #blocks = new HashTable();
  readonly #newestOf: number[] = [];
  readonly #sizeOf: number[] = [];
  /** Per representative: the one before it in its block, −1 for the first. */
  readonly #before: number[] = [];
  readonly #bands = new BandTable();
  readonly #pool = new ShinglePool();
  readonly #ids: number[] = [];
  readonly #days: number[] = [];
  readonly #signature = new Uint32Array(bands * rowsPerBand);

  constructor(criteria: DuplicateCriteria) {
    this.#criteria = criteria;
  }

  /**
   * Takes the next VOC; what is added first is what later ones repeat. Null: it repeats none.
   * `number`: any number the caller knows it by.
   */
  add(number: number, voc: DuplicateCandidate): DuplicateOf | null {
    const { threshold, minLetters } = this.#criteria;
    const letters = spokenLetters(voc.text);
    if (letters.length < minLetters) return null;
    const day = Math.floor(Date.parse(`${voc.receivedAt.slice(0, 10)}T00:00:00Z`) / dayMs);
    const blocks = this.#blocksOf(voc, day);
    const known = this.#sameLetters(letters, blocks, day);
    if (known !== null) return known;
    const shingles = threshold === null ? null : shinglesOf(letters);
    const like =
      shingles === null || threshold === null
        ? null
        : this.#mostAlike(shingles, threshold, blocks, day);
    const block = blocks[0] ?? 0;
    this.#texts.set(textHash(letters, block), this.#textIds.length);
    this.#textIds.push(number);
    this.#textDays.push(day);
    this.#textFirst.push(like?.first ?? number);
    this.#textSimilarity.push(like?.similarity ?? 1);
    if (like === null && shingles !== null) this.#addRepresentative(number, shingles, block, day);
    return like;
  }

  #sameLetters(letters: string, blocks: readonly number[], day: number): DuplicateOf | null {
    for (const block of blocks) {
      const known = this.#texts.get(textHash(letters, block));
      if (known === null || !this.#isWithin(this.#textDays[known] ?? 0, day)) continue;
      return {
        same: this.#textIds[known] ?? 0,
        first: this.#textFirst[known] ?? 0,
        similarity: this.#textSimilarity[known] ?? 1,
      };
    }
    return null;
  }

  /**
   * What must agree is hashed into one number. With a window of days, a day falls into one span of
   * that length; what is near it lies in the same span (first in the list) or in one beside it.
   */
  #blocksOf({ channel, branch, person }: DuplicateCandidate, day: number): number[] {
    const { sameChannel, sameBranch, withinDays } = this.#criteria;
    const parts = [sameChannel ? channel : '', sameBranch ? (branch ?? '') : '', person ?? ''];
    const fixed = textHash(parts.join('\u0000')) >>> 0;
    if (withinDays === null) return [fixed];
    const span = Math.floor(day / (withinDays + 1));
    const spans = withinDays === 0 ? [span] : [span, span - 1, span + 1];
    return spans.map((place) => mixed(fixed ^ mixed(place)));
  }

  #isWithin(one: number, other: number): boolean {
    const { withinDays } = this.#criteria;
    return withinDays === null || Math.abs(one - other) <= withinDays;
  }

  #sign(shingles: Uint32Array): void {
    const signature = this.#signature;
    for (let row = 0; row < signature.length; row++) {
      const multiplier = multipliers[row] ?? 1;
      const addend = addends[row] ?? 0;
      let least = 0xffffffff;
      for (let at = 0; at < shingles.length; at++) {
        const hash = (Math.imul(shingles[at] ?? 0, multiplier) + addend) >>> 0;
        if (hash < least) least = hash;
      }
      signature[row] = least;
    }
  }

  #bandKey(band: number, block: number): number {
    let key = mixed(block ^ band);
    for (let row = band * rowsPerBand; row < (band + 1) * rowsPerBand; row++) {
      key = mixed(key ^ (this.#signature[row] ?? 0));
    }
    return key;
  }

  #mostAlike(
    shingles: Uint32Array,
    threshold: number,
    blocks: readonly number[],
    day: number,
  ): DuplicateOf | null {
    let representative = -1;
    let similarity = 0;
    for (const candidate of this.#candidates(shingles, blocks)) {
      if (!this.#isWithin(this.#days[candidate] ?? 0, day)) continue;
      const other = this.#pool.get(candidate);
      const smaller = Math.min(shingles.length, other.length);
      if (smaller < threshold * Math.max(shingles.length, other.length)) continue;
      const alike = jaccard(shingles, other, Math.max(threshold, similarity));
      if (alike < threshold || alike < similarity) continue;
      // Of equally alike ones the earliest is repeated.
      if (alike === similarity && representative >= 0 && candidate > representative) continue;
      similarity = alike;
      representative = candidate;
    }
    if (representative < 0) return null;
    return { first: this.#ids[representative] ?? 0, similarity, same: null };
  }

  #candidates(shingles: Uint32Array, blocks: readonly number[]): Iterable<number> {
    const few: number[] = [];
    const crowded: number[] = [];
    for (const block of blocks) {
      const place = this.#blocks.get(block);
      if (place === null) continue;
      if ((this.#sizeOf[place] ?? 0) > fewInBlock) crowded.push(block);
      else few.push(...this.#inBlock(place));
    }
    if (crowded.length === 0) return few;
    const found = new Set(few);
    this.#sign(shingles);
    for (const block of crowded) {
      for (let band = 0; band < bands && found.size < comparedAtMost; band++) {
        this.#bands.collect(this.#bandKey(band, block), found, comparedAtMost);
      }
    }
    return found;
  }

  #inBlock(place: number): number[] {
    const members: number[] = [];
    let member = this.#newestOf[place] ?? -1;
    while (member >= 0) {
      members.push(member);
      member = this.#before[member] ?? -1;
    }
    return members;
  }

  #addRepresentative(number: number, shingles: Uint32Array, block: number, day: number): void {
    const representative = this.#ids.length;
    this.#ids.push(number);
    this.#days.push(day);
    this.#pool.add(shingles);
    this.#addToBlock(representative, block);
  }

  #addToBlock(representative: number, block: number): void {
    let place = this.#blocks.get(block);
    if (place === null) {
      place = this.#newestOf.length;
      this.#blocks.set(block, place);
      this.#newestOf.push(-1);
      this.#sizeOf.push(0);
    }
    this.#before.push(this.#newestOf[place] ?? -1);
    this.#newestOf[place] = representative;
    const size = (this.#sizeOf[place] ?? 0) + 1;
    this.#sizeOf[place] = size;
    if (size <= fewInBlock) return;
    // The block has just grown too large to be walked through: all of it gets signatures.
    const unsigned = size === fewInBlock + 1 ? this.#inBlock(place) : [representative];
    for (const member of unsigned) {
      this.#sign(this.#pool.get(member));
      for (let band = 0; band < bands; band++) {
        this.#bands.add(this.#bandKey(band, block), member);
      }
    }
  }
}

/** Multiply-shift hash functions; odd multipliers, from a fixed sequence. */
const multipliers = Uint32Array.from({ length: bands * rowsPerBand }, (_, row) => {
  return (mixed(row + 1) | 1) >>> 0;
});
const addends = Uint32Array.from({ length: bands * rowsPerBand }, (_, row) => mixed(row + 1_000));

/** Numbers of 53 bits to small numbers, at 12 to 24 bytes an entry, where a Map takes ninety. */
class HashTable {
  #keys = new Float64Array(1 << 12).fill(-1);
  #values = new Int32Array(1 << 12);
  #size = 0;

  get(key: number): number | null {
    const slot = this.#slotOf(key);
    return this.#keys[slot] === key ? (this.#values[slot] ?? null) : null;
  }

  /** The last value set for a key is the one that is known. */
  set(key: number, value: number): void {
    if (this.#size * 2 > this.#keys.length) this.#grow();
    const slot = this.#slotOf(key);
    if (this.#keys[slot] !== key) this.#size++;
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  #slotOf(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = mixed((key % 0x100000000) ^ Math.floor(key / 0x100000000)) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#values = new Int32Array(keys.length * 2);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? -1;
      if (key === -1) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#values[slot] = values[at] ?? 0;
    }
  }
}

/** Representatives by the keys of their bands, the latest first. */
class BandTable {
  #heads = new Int32Array(1 << 12).fill(-1);
  #next = new Int32Array(1 << 12);
  #keys = new Uint32Array(1 << 12);
  #members = new Int32Array(1 << 12);
  #size = 0;

  add(key: number, member: number): void {
    if (this.#size === this.#next.length) this.#grow();
    this.#members[this.#size] = member;
    this.#link(key, this.#size++);
  }

  /** Adds what lies under `key` to `found` until that holds `most`. */
  collect(key: number, found: Set<number>, most: number): void {
    let entry = this.#heads[key & (this.#heads.length - 1)] ?? -1;
    while (entry >= 0 && found.size < most) {
      if (this.#keys[entry] === key) found.add(this.#members[entry] ?? 0);
      entry = this.#next[entry] ?? -1;
    }
  }

  #link(key: number, entry: number): void {
    const slot = key & (this.#heads.length - 1);
    this.#keys[entry] = key;
    this.#next[entry] = this.#heads[slot] ?? -1;
    this.#heads[slot] = entry;
  }

  #grow(): void {
    const capacity = this.#keys.length * 2;
    const keys = new Uint32Array(capacity);
    keys.set(this.#keys);
    const members = new Int32Array(capacity);
    members.set(this.#members);
    this.#keys = keys;
    this.#members = members;
    this.#next = new Int32Array(capacity);
    this.#heads = new Int32Array(capacity).fill(-1);
    for (let entry = 0; entry < this.#size; entry++) this.#link(keys[entry] ?? 0, entry);
  }
}

const poolChunk = 1 << 20;

/** Shingles of the representatives, one after another in large pieces. */
class ShinglePool {
  readonly #chunks: Uint32Array[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  #used = poolChunk;

  add(shingles: Uint32Array): void {
    if (this.#used + shingles.length > poolChunk) {
      this.#chunks.push(new Uint32Array(poolChunk));
      this.#used = 0;
    }
    this.#chunks.at(-1)?.set(shingles, this.#used);
    this.#starts.push((this.#chunks.length - 1) * poolChunk + this.#used);
    this.#lengths.push(shingles.length);
    this.#used += shingles.length;
  }

  get(place: number): Uint32Array {
    const start = this.#starts[place] ?? 0;
    const from = start % poolChunk;
    const chunk = this.#chunks[Math.floor(start / poolChunk)] ?? new Uint32Array(0);
    return chunk.subarray(from, from + (this.#lengths[place] ?? 0));
  }
}
