import type { RawDatabase } from '../../../db/connection.ts';
import { VocColumns, type VocColumnsRow, vocColumnsSql } from './voc-columns.ts';

/** Ids read between two looks at what else was asked: some 10 ms. */
const idsPerSlice = 5_000;

/** Ids from `after` + 1 up to `upTo`. */
export interface Slice {
  readonly after: number;
  readonly upTo: number;
}

/** Hands out the slices of all ids, each once, to any number of threads. */
export class SliceCounter {
  readonly lastId: number;
  /** Shared by the threads: how many slices are handed out. */
  readonly taken: Int32Array<SharedArrayBuffer>;

  constructor(lastId: number, taken = new Int32Array(new SharedArrayBuffer(4))) {
    this.lastId = lastId;
    this.taken = taken;
  }

  /** null when there are no more. */
  next(): Slice | null {
    const after = Atomics.add(this.taken, 0, 1) * idsPerSlice;
    return after >= this.lastId ? null : this.#from(after);
  }

  slices(): Slice[] {
    const count = Math.ceil(this.lastId / idsPerSlice);
    return Array.from({ length: count }, (_, place) => this.#from(place * idsPerSlice));
  }

  #from(after: number): Slice {
    return { after, upTo: Math.min(after + idsPerSlice, this.lastId) };
  }
}

/** Reads the rows of slices through one statement. */
export class SliceReader {
  readonly #rowsOf: (slice: Slice) => IterableIterator<VocColumnsRow>;

  constructor(raw: RawDatabase) {
    const rows = raw.prepare(`${vocColumnsSql} WHERE id > ? AND id <= ? ORDER BY id`).raw();
    this.#rowsOf = ({ after, upTo }) =>
      rows.iterate(after, upTo) as IterableIterator<VocColumnsRow>;
  }

  /** Each VOC at the place of its id. */
  readInto(columns: VocColumns, slice: Slice): void {
    for (const row of this.#rowsOf(slice)) columns.put(row);
  }

  /** Columns of the slice alone: the first id after it begins stands at place 1. */
  read(slice: Slice): VocColumns {
    const columns = new VocColumns(slice.upTo - slice.after);
    for (const [id, ...rest] of this.#rowsOf(slice)) columns.put([id - slice.after, ...rest]);
    return columns;
  }
}
