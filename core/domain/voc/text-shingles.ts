import { normalizeForSearch } from './voc-search.ts';

const shingleLength = 3;
const notSpoken = /[^\p{L}\p{N}]+/gu;

/**
 * What two texts have in common when they say the same: letters and digits in one spelling, without
 * spaces, punctuation and signs. Koreans space freely, and systems add full stops.
 */
export function spokenLetters(text: string): string {
  return normalizeForSearch(text).replace(notSpoken, '');
}

/**
 * The set of overlapping three-character shingles of `letters` (Broder 1997, "On the resemblance and
 * containment of documents"), each as a 32-bit hash, ascending. A shorter text is one shingle; an
 * empty one has none. Two shingles share a hash with probability 2⁻³², which moves a similarity
 * noticeably in fewer than one of a hundred thousand pairs of texts.
 */
export function shinglesOf(letters: string): Uint32Array {
  const count = letters.length === 0 ? 0 : Math.max(1, letters.length - shingleLength + 1);
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    let hash = 0x9e3779b9;
    for (let next = at; next < at + shingleLength && next < letters.length; next++) {
      hash = mixed(hash ^ letters.charCodeAt(next));
    }
    hashes[at] = hash;
  }
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < count; at++) {
    if (at > 0 && hashes[at] === hashes[at - 1]) continue;
    hashes[kept++] = hashes[at] ?? 0;
  }
  return hashes.subarray(0, kept);
}

/**
 * |A ∩ B| / |A ∪ B| of two ascending sets; 1 for two empty ones, 0 for what is less than `atLeast`: two
 * sets are not compared to their ends when they cannot reach it any more.
 */
export function jaccard(one: Uint32Array, other: Uint32Array, atLeast = 0): number {
  const both = one.length + other.length;
  // c / (both − c) ≥ t means c ≥ t·both / (1 + t): so many shingles may be in one of them alone.
  let alone = both - 2 * Math.ceil((atLeast * both) / (1 + atLeast) - 1e-9);
  let common = 0;
  let left = 0;
  let right = 0;
  while (left < one.length && right < other.length) {
    const a = one[left] ?? 0;
    const b = other[right] ?? 0;
    if (a === b) common++;
    else if (--alone < 0) return 0;
    if (a <= b) left++;
    if (b <= a) right++;
  }
  const union = both - common;
  const alike = union === 0 ? 1 : common / union;
  return alike < atLeast ? 0 : alike;
}

/** A 32-bit mix in which every bit of the input moves every bit of the output (MurmurHash3, fmix32). */
export function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 53 bits of a text, as one number: a million texts collide with a probability below 1 in 10,000. */
export function textHash(text: string, seed = 0): number {
  let high = mixed(seed ^ 0x2545f491);
  let low = mixed(seed ^ 0x6a09e667);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul((low << 5) ^ (low >>> 27) ^ code, 0x5bd1e995);
  }
  return (mixed(high) & 0x1fffff) * 2 ** 32 + mixed(low ^ high);
}
