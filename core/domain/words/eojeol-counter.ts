import { chunksOf } from './chunks.ts';

/**
 * Counts the distinct chunks (어절) of a corpus, text by text, so that a million texts are read once
 * and everything else is done per distinct chunk. Chunks have ids 0, 1, … in the order they came.
 */
export class EojeolCounter {
  readonly #ids = new Map<string, number>();
  /** The chunks as text: Latin letters, then Hangul, parted by a space when there are both. */
  readonly chunks: string[] = [];
  readonly counts: number[] = [];
  texts = 0;

  /** Counts one text and answers with the ids of its chunks, in order, repeated as they are. */
  add(text: string): number[] {
    this.texts += 1;
    const ids: number[] = [];
    for (const { latin, hangul } of chunksOf(text)) {
      if (latin !== '') ids.push(this.#count(latin, hangul));
      else ids.push(this.#count('', hangul));
    }
    return ids;
  }

  /** Takes back what `add` answered for a text that is gone. The chunks keep their ids. */
  forget(ids: Iterable<number>): void {
    this.texts -= 1;
    for (const id of ids) this.counts[id] = (this.counts[id] ?? 1) - 1;
  }

  #count(latin: string, hangul: string): number {
    const chunk = latin === '' ? hangul : `${latin} ${hangul}`;
    const known = this.#ids.get(chunk);
    if (known !== undefined) {
      this.counts[known] = (this.counts[known] ?? 0) + 1;
      return known;
    }
    const id = this.chunks.length;
    this.#ids.set(chunk, id);
    this.chunks.push(chunk);
    this.counts.push(1);
    return id;
  }
}
