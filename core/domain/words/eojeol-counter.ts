import { ChunkTable } from './chunk-table.ts';
import { chunksOf, isHangulAndSigns } from './chunks.ts';

/** Where the ids of chunks go, one after the other. */
interface IdSink {
  push(id: number): unknown;
}

const nowhere: IdSink = { push: () => undefined };
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;

/**
 * Counts the distinct chunks (어절) of a corpus, text by text, so that a million texts are read once
 * and everything else is done per distinct chunk. Chunks have ids 0, 1, … in the order they came.
 */
export class EojeolCounter {
  readonly #table = new ChunkTable();
  readonly counts: number[] = [];
  texts = 0;

  /** The chunks as text: Latin letters, then Hangul, parted by a space when there are both. */
  get chunks(): readonly string[] {
    return this.#table.chunks;
  }

  /** Counts one text; `ids` gets the ids of its chunks, in order, repeated as they are. */
  add(text: string, ids: IdSink = nowhere): void {
    this.texts += 1;
    if (isHangulAndSigns(text)) {
      this.#addHangul(text, ids);
      return;
    }
    for (const { latin, hangul } of chunksOf(text)) {
      const chunk = latin === '' ? hangul : `${latin} ${hangul}`;
      ids.push(this.#count(chunk, 0, chunk.length));
    }
  }

  /** Takes back what `add` gave for a text that is gone. The chunks keep their ids. */
  forget(ids: Iterable<number>): void {
    this.texts -= 1;
    for (const id of ids) this.counts[id] = (this.counts[id] ?? 1) - 1;
  }

  /** What `chunksOf` finds in such a text: its runs of syllables, counted where they stand. */
  #addHangul(text: string, ids: IdSink): void {
    let start = -1;
    for (let at = 0; at <= text.length; at++) {
      // NaN behind the end is no syllable either.
      const code = text.charCodeAt(at);
      if (code >= firstSyllable && code <= lastSyllable) {
        if (start < 0) start = at;
      } else if (start >= 0) {
        ids.push(this.#count(text, start, at));
        start = -1;
      }
    }
  }

  #count(text: string, from: number, to: number): number {
    const id = this.#table.numberOf(text, from, to);
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }
}
