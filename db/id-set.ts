/** A page of ids: 2^16 of them, a bit for each. */
const bitsPerPage = 65_536;
const wordsPerPage = bitsPerPage / 32;

/** Whole numbers from 0, close together as ids are: a million of them in 125 KB. */
export class IdSet {
  readonly #pages = new Map<number, Uint32Array>();
  /** The page asked for last: ids come in order mostly. */
  #lastNumber = -1;
  #lastPage: Uint32Array | undefined;

  add(id: number): void {
    const page = this.#page(Math.floor(id / bitsPerPage));
    const bit = id % bitsPerPage;
    page[bit >>> 5] = (page[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }

  delete(id: number): void {
    const page = this.#pages.get(Math.floor(id / bitsPerPage));
    const bit = id % bitsPerPage;
    if (page !== undefined) page[bit >>> 5] = (page[bit >>> 5] ?? 0) & ~(1 << (bit & 31));
  }

  has(id: number): boolean {
    const page = this.#known(Math.floor(id / bitsPerPage));
    const bit = id % bitsPerPage;
    return page !== undefined && (((page[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  /** Keeps only what `other` holds too. */
  intersect(other: IdSet): void {
    this.#combine(other, (mine, theirs) => mine & theirs);
  }

  /** Takes out what `other` holds. */
  subtract(other: IdSet): void {
    this.#combine(other, (mine, theirs) => mine & ~theirs);
  }

  get size(): number {
    let size = 0;
    for (const page of this.#pages.values()) {
      for (let place = 0; place < wordsPerPage; place++) size += bitsIn(page[place] ?? 0);
    }
    return size;
  }

  /** In ascending order; ids may be deleted meanwhile. */
  *[Symbol.iterator](): Generator<number> {
    for (const number of [...this.#pages.keys()].sort((one, other) => one - other)) {
      const page = this.#page(number);
      for (let place = 0; place < wordsPerPage; place++) {
        let word = page[place] ?? 0;
        while (word !== 0) {
          const bit = 31 - Math.clz32(word & -word);
          yield number * bitsPerPage + place * 32 + bit;
          word &= word - 1;
        }
      }
    }
  }

  /** Writes 1 at the place of each; `mask` may be shorter than the ids. */
  markIn(mask: Uint8Array): void {
    for (const [number, page] of this.#pages) {
      for (let place = 0; place < wordsPerPage; place++) {
        const first = number * bitsPerPage + place * 32;
        for (let word = page[place] ?? 0; word !== 0; word &= word - 1) {
          mask[first + 31 - Math.clz32(word & -word)] = 1;
        }
      }
    }
  }

  #combine(other: IdSet, combine: (mine: number, theirs: number) => number): void {
    for (const [number, page] of this.#pages) {
      const theirs = other.#pages.get(number);
      for (let place = 0; place < wordsPerPage; place++) {
        page[place] = combine(page[place] ?? 0, theirs?.[place] ?? 0);
      }
    }
  }

  #page(number: number): Uint32Array {
    const known = this.#known(number);
    if (known !== undefined) return known;
    const page = new Uint32Array(wordsPerPage);
    this.#pages.set(number, page);
    this.#lastPage = page;
    return page;
  }

  #known(number: number): Uint32Array | undefined {
    if (number !== this.#lastNumber) {
      this.#lastNumber = number;
      this.#lastPage = this.#pages.get(number);
    }
    return this.#lastPage;
  }
}

function bitsIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
