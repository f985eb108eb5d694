import { dayNumber } from '../../../core/domain/voc/calendar-days.ts';
import { EojeolCounter } from '../../../core/domain/words/eojeol-counter.ts';
import { GrowingNumbers } from '../../../core/domain/words/growing-numbers.ts';
import type { ChunkedTexts } from '../../../core/domain/words/keyword-index.ts';
import type { RawDatabase } from '../../../db/connection.ts';

export interface CorpusChange {
  /** Texts that were added, changed or gone. */
  changed: number;
}

type Row = [id: number, text: string, receivedAt: string];

/** VOC that came one after the other, of a sample. */
const blockSize = 100;
/** How many texts lie between two reports of progress and two looks at a cancel. */
const beat = 4096;

/**
 * The texts of a workspace as chunks, read through a connection of its own. A second reading compares
 * every text with the fingerprint kept of it and takes apart only what changed, so that it does not
 * matter who wrote what by which way (edit, undo, import, merge).
 */
export class Corpus {
  #counter = new EojeolCounter();
  #texts = noTexts();
  #prints: Uint32Array = new Uint32Array();
  readonly #raw: RawDatabase;

  constructor(raw: RawDatabase) {
    this.#raw = raw;
  }

  get counter(): EojeolCounter {
    return this.#counter;
  }

  get texts(): ChunkedTexts {
    return this.#texts;
  }

  /** Reads all texts; `onBeat` hears how far it is, and stops the reading by throwing. */
  read(onBeat: (done: number) => void): CorpusChange {
    const reading = new Reading(this.#texts, this.#prints, this.#counter);
    const rows = this.#raw
      .prepare<[], Row>('SELECT id, text, received_at FROM voc ORDER BY id')
      .raw()
      .iterate();
    let done = 0;
    for (const [id, text, receivedAt] of rows) {
      reading.take(id, text, receivedAt);
      done += 1;
      if (done % beat === 0) onBeat(done);
    }
    return this.#take(reading);
  }

  /** Reads only the VOC of these ids (ascending): those that were written. */
  readSome(ids: readonly number[]): CorpusChange {
    const reading = new Reading(this.#texts, this.#prints, this.#counter);
    const one = this.#raw
      .prepare<[number], Row>('SELECT id, text, received_at FROM voc WHERE id = ?')
      .raw();
    for (const id of ids) {
      reading.keepBefore(id);
      const row = one.get(id);
      if (row === undefined) reading.dropAt(id);
      else reading.take(...row);
    }
    reading.keepBefore(Number.POSITIVE_INFINITY);
    return this.#take(reading);
  }

  /** Reads about `size` texts, in blocks that are spread evenly over the ids: few pages of the file. */
  readSpread(size: number): CorpusChange {
    const reading = new Reading(this.#texts, this.#prints, this.#counter);
    const [first, last] = this.#raw
      .prepare<[], [number, number]>('SELECT coalesce(min(id), 0), coalesce(max(id), -1) FROM voc')
      .raw()
      .get() ?? [0, -1];
    const block = this.#raw
      .prepare<[number, number], Row>(
        'SELECT id, text, received_at FROM voc WHERE id >= ? ORDER BY id LIMIT ?',
      )
      .raw();
    const step = Math.max(1, (last - first + 1) / Math.ceil(size / blockSize));
    let next = first;
    for (let from = first; from <= last; from += step) {
      for (const row of block.all(Math.max(next, Math.floor(from)), blockSize)) {
        reading.take(...row);
        next = row[0] + 1;
      }
    }
    return this.#take(reading);
  }

  #take(reading: Reading): CorpusChange {
    const { texts, prints, changed } = reading.finish();
    this.#texts = texts;
    this.#prints = prints;
    return { changed };
  }

  /** Forgets everything: half a reading has counted chunks that belong to no text. */
  reset(): void {
    this.#counter = new EojeolCounter();
    this.#texts = noTexts();
    this.#prints = new Uint32Array();
  }

  countTexts(): number {
    return Number(this.#raw.prepare('SELECT count(*) FROM voc').pluck().get());
  }
}

function noTexts(): ChunkedTexts {
  return {
    ids: new Uint32Array(),
    days: new Int32Array(),
    offsets: new Uint32Array(1),
    chunkIds: new Uint32Array(),
  };
}

/** One pass over the texts in the order of ids, against what was known of them. */
class Reading {
  readonly #old: ChunkedTexts;
  readonly #oldPrints: Uint32Array;
  readonly #counter: EojeolCounter;
  readonly #ids = new GrowingNumbers();
  readonly #days = new GrowingNumbers();
  readonly #offsets = new GrowingNumbers();
  readonly #chunkIds = new GrowingNumbers();
  readonly #prints = new GrowingNumbers();
  readonly #gone: number[] = [];
  #at = 0;
  #changed = 0;
  /** As long as all is as it was, nothing is copied. */
  #same = true;

  constructor(old: ChunkedTexts, oldPrints: Uint32Array, counter: EojeolCounter) {
    this.#old = old;
    this.#oldPrints = oldPrints;
    this.#counter = counter;
    this.#offsets.push(0);
  }

  take(id: number, text: string, receivedAt: string): void {
    while (this.#at < this.#old.ids.length && (this.#old.ids[this.#at] ?? 0) < id) this.#drop();
    const print = printOf(text, receivedAt);
    if (this.#old.ids[this.#at] === id) {
      if (this.#oldPrints[this.#at] === print) {
        if (!this.#same) this.#copy(this.#at);
        this.#at += 1;
        return;
      }
      this.#drop();
    }
    this.#differ();
    this.#changed += 1;
    this.#counter.add(text, this.#chunkIds);
    this.#close(id, dayNumber(receivedAt), print);
  }

  /** Everything before `id` is as it was. */
  keepBefore(id: number): void {
    while (this.#at < this.#old.ids.length && (this.#old.ids[this.#at] ?? 0) < id) {
      if (!this.#same) this.#copy(this.#at);
      this.#at += 1;
    }
  }

  /** The text of this id, if there was one, is gone. */
  dropAt(id: number): void {
    if (this.#old.ids[this.#at] === id) this.#drop();
  }

  finish(): { texts: ChunkedTexts; prints: Uint32Array; changed: number } {
    while (this.#at < this.#old.ids.length) this.#drop();
    for (const place of this.#gone) this.#counter.forget(this.#chunksAt(place));
    if (this.#same) return { texts: this.#old, prints: this.#oldPrints, changed: 0 };
    return {
      texts: {
        ids: this.#ids.values(),
        days: Int32Array.from(this.#days.values()),
        offsets: this.#offsets.values(),
        chunkIds: this.#chunkIds.values(),
      },
      prints: this.#prints.values(),
      changed: this.#changed + this.#gone.length,
    };
  }

  #drop(): void {
    this.#differ();
    this.#gone.push(this.#at);
    this.#at += 1;
  }

  /** From here on the texts are others: what was the same before is copied now. */
  #differ(): void {
    if (!this.#same) return;
    this.#same = false;
    for (let place = 0; place < this.#at; place++) this.#copy(place);
  }

  #copy(place: number): void {
    const { ids, days } = this.#old;
    const print = this.#oldPrints[place] ?? 0;
    for (const chunk of this.#chunksAt(place)) this.#chunkIds.push(chunk);
    this.#close(ids[place] ?? 0, days[place] ?? 0, print);
  }

  /** The chunks of this text are there. */
  #close(id: number, day: number, print: number): void {
    this.#ids.push(id);
    this.#days.push(day);
    this.#prints.push(print);
    this.#offsets.push(this.#chunkIds.length);
  }

  #chunksAt(place: number): Uint32Array {
    const { offsets, chunkIds } = this.#old;
    return chunkIds.subarray(offsets[place], offsets[place + 1]);
  }
}

/** FNV-1a over the text and the day it came: 32 bits, so two texts in four thousand million look alike. */
function printOf(text: string, receivedAt: string): number {
  let print = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) print = Math.imul(print ^ text.charCodeAt(i), 0x01000193);
  for (let i = 0; i < 10; i++) print = Math.imul(print ^ receivedAt.charCodeAt(i), 0x01000193);
  return print >>> 0;
}
