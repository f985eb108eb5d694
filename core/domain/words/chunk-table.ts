/** FNV-1a over UTF-16 code units: where a hash begins and what it is multiplied with. */
const hashStart = 0x811c9dc5;
const hashStep = 0x01000193;
const firstSlots = 1 << 12;
const noChunk = -1;

/**
 * Numbers for distinct stretches of texts: 0, 1, … in the order in which they were first met. Finds a
 * stretch where it stands, without cutting a string out of its text first; of the eleven million eojeols
 * of a million VOC, all but a hundred thousand are known already. Open addressing with linear probing.
 */
export class ChunkTable {
  /** The stretches by their numbers. */
  readonly chunks: string[] = [];
  #slots = new Int32Array(firstSlots).fill(noChunk);
  #hashes = new Int32Array(firstSlots / 2);

  /** The number of `text` from `from` to before `to`; a new one when it was not met before. */
  numberOf(text: string, from: number, to: number): number {
    let hash = hashStart;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), hashStep);
    hash ^= hash >>> 15;
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (;;) {
      const number = this.#slots[slot] ?? noChunk;
      if (number === noChunk) return this.#insert(slot, hash, text.slice(from, to));
      if (this.#hashes[number] === hash && this.#isSame(number, text, from, to)) return number;
      slot = (slot + 1) & last;
    }
  }

  #isSame(number: number, text: string, from: number, to: number): boolean {
    const chunk = this.chunks[number] ?? '';
    if (chunk.length !== to - from) return false;
    for (let at = 0; at < chunk.length; at++) {
      if (chunk.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
    }
    return true;
  }

  #insert(slot: number, hash: number, chunk: string): number {
    const number = this.chunks.length;
    this.chunks.push(chunk);
    this.#slots[slot] = number;
    this.#hashes[number] = hash;
    if (this.chunks.length === this.#hashes.length) this.#widen();
    return number;
  }

  /** At most half of the slots are taken, so that a search ends after a few of them. */
  #widen(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(hashes.length * 2).fill(noChunk);
    const last = this.#slots.length - 1;
    for (let number = 0; number < this.chunks.length; number++) {
      let slot = (hashes[number] ?? 0) & last;
      while (this.#slots[slot] !== noChunk) slot = (slot + 1) & last;
      this.#slots[slot] = number;
    }
  }
}
