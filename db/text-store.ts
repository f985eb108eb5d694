import type { Statement } from 'better-sqlite3';
import { openRaw, type RawDatabase } from './connection.ts';

/** So many characters are kept in memory; what comes after them goes to a file. */
const charactersInMemory = 4 * 1024 ** 2;

/**
 * Texts by their number, from 0 on in the order in which they came, in bounded memory: a workbook may
 * share a million of them. The file is SQLite's own temporary one, which is gone with its process.
 */
export class TextStore {
  readonly #near: string[] = [];
  #characters = 0;
  #count = 0;
  #far: { raw: RawDatabase; insert: Statement; select: Statement } | null = null;

  add(text: string): void {
    const id = this.#count++;
    if (this.#far === null && this.#characters < charactersInMemory) {
      this.#near.push(text);
      this.#characters += text.length;
      return;
    }
    this.#far ??= openFarStore();
    this.#far.insert.run(id, text);
  }

  /** null: there are not so many. */
  get(id: number): string | null {
    const near = this.#near[id];
    if (near !== undefined || this.#far === null) return near ?? null;
    return (this.#far.select.get(id) as string | undefined) ?? null;
  }

  close(): void {
    this.#far?.raw.close();
    this.#far = null;
  }
}

function openFarStore() {
  const raw = openRaw('', { create: true });
  // Nothing of it outlives this connection, so nothing has to be taken back or waited for.
  raw.pragma('journal_mode = OFF');
  raw.pragma('synchronous = OFF');
  raw.pragma('cache_size = -8192');
  raw.exec('CREATE TABLE text (id INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT; BEGIN');
  return {
    raw,
    insert: raw.prepare('INSERT INTO text VALUES (?, ?)'),
    select: raw.prepare('SELECT content FROM text WHERE id = ?').pluck(),
  };
}
