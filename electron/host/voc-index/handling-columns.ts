import type { RawDatabase } from '../../../db/connection.ts';

/** Days to the answer of a VOC that has none. */
export const unanswered = 0xffff;
/** Longer answers are counted as this many days. */
const mostDays = 3_650;

const rowsPerSlice = 20_000;

type Row = readonly [id: number, days: number | null, satisfaction: number | null];

/** As `addToTally` in core/domain/voc/handling-figures.ts says it of one VOC. */
const rowsSql = `SELECT id,
  CASE WHEN status IN ('received', 'inProgress') THEN NULL
    ELSE CAST(round(julianday(substr(coalesce(replied_at, closed_at), 1, 10))
      - julianday(substr(received_at, 1, 10))) AS INTEGER) END,
  handling_satisfaction
  FROM voc`;

/**
 * How long each VOC took to be answered and what the customer said of it, by id: read when figures of
 * handling are first asked for, or when there is nothing else to do; kept in step from then on.
 */
export class HandlingColumns {
  days: Uint16Array = new Uint16Array();
  satisfaction: Uint8Array = new Uint8Array();
  readonly #raw: RawDatabase;
  /** Ids up to here are read. */
  #readTo = 0;
  #complete = false;
  /** To be read again before anything is answered. */
  readonly #changed = new Set<number>();

  constructor(raw: RawDatabase) {
    this.#raw = raw;
  }

  get complete(): boolean {
    return this.#complete;
  }

  /** Before anything is counted: rows that changed, and room for ids that came. */
  bringUpToDate(capacity: number): void {
    this.#grow(capacity);
    const one = this.#raw.prepare(`${rowsSql} WHERE id = ?`).raw();
    for (const id of this.#changed) {
      const row = one.get(id) as Row | undefined;
      if (row !== undefined) this.#put(row);
    }
    this.#changed.clear();
  }

  forget(vocIds: readonly number[]): void {
    for (const id of vocIds) if (this.#complete || id <= this.#readTo) this.#changed.add(id);
  }

  /** Reads one slice; true when there was one. */
  readNext(capacity: number): boolean {
    if (this.#complete) return false;
    this.#grow(capacity);
    const slice = this.#raw
      .prepare(`${rowsSql} WHERE id > ? ORDER BY id LIMIT ${rowsPerSlice}`)
      .raw();
    let rows = 0;
    for (const row of slice.iterate(this.#readTo) as IterableIterator<Row>) {
      this.#put(row);
      [this.#readTo] = row;
      rows++;
    }
    this.#complete = rows < rowsPerSlice;
    return true;
  }

  #put([id, days, satisfaction]: Row): void {
    this.#grow(id + 1);
    this.days[id] = days === null ? unanswered : Math.min(mostDays, Math.max(0, days));
    this.satisfaction[id] = satisfaction ?? 0;
  }

  #grow(capacity: number): void {
    if (capacity <= this.days.length) return;
    const days = new Uint16Array(capacity).fill(unanswered);
    days.set(this.days);
    this.days = days;
    const satisfaction = new Uint8Array(capacity);
    satisfaction.set(this.satisfaction);
    this.satisfaction = satisfaction;
  }
}
