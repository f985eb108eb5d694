import type { RawDatabase } from './connection.ts';
import {
  gatherLargePieces,
  gatherUsualPieces,
  insertTriggerOf,
  searchTables,
} from './search-tables.ts';

/**
 * The indexes of some tables and the search index of VOC, set aside while rows come by the hundred
 * thousand and made anew from the rows that are then there. Kept up row by row, a dozen trees are
 * written to at places of their own at every row (1,000,000 VOC: 106 s, set aside 37 s).
 *
 * Everything happens inside the caller's transaction: other connections go on reading with the indexes
 * as they were, and whatever ends the transaction without its commit ends this with it.
 */
export class IndexesAside {
  readonly #raw: RawDatabase;
  readonly #indexes: readonly StoredIndex[];
  readonly #searchTriggers: readonly string[];
  readonly #analysed: readonly string[];

  constructor(raw: RawDatabase, tables: readonly string[]) {
    if (!raw.inTransaction) throw new Error('indexes are set aside within a transaction only');
    this.#raw = raw;
    this.#indexes = tables.flatMap((table) => indexesOf(raw, table));
    this.#searchTriggers = searchTables.map((table) => triggerOf(raw, insertTriggerOf(table)));
    // Dropping an index drops what the planner knows of it.
    this.#analysed = tables.filter((table) => isAnalysed(raw, table));
    for (const { name } of this.#indexes) raw.exec(`DROP INDEX main."${name}"`);
    for (const table of searchTables) raw.exec(`DROP TRIGGER main.${insertTriggerOf(table)}`);
  }

  /**
   * Puts everything back. `after` and `upTo` bound the ids of the VOC that came meanwhile. Yields the
   * share done so far, from 0 to 1, every now and then: between two of them the caller may give up.
   */
  *restore(after: number, upTo: number): Generator<number> {
    for (const [place, { sql }] of this.#indexes.entries()) {
      this.#raw.exec(sql);
      yield (indexShare * (place + 1)) / this.#indexes.length;
    }
    for (const share of fillSearch(this.#raw, this.#searchTriggers, after, upTo)) {
      yield indexShare + (1 - indexShare) * share;
    }
    for (const trigger of this.#searchTriggers) this.#raw.exec(trigger);
    if (this.#analysed.length === 0) return;
    this.#raw.pragma(`analysis_limit = ${rowsAnalysed}`);
    for (const table of this.#analysed) this.#raw.exec(`ANALYZE main."${table}"`);
  }
}

interface StoredIndex {
  name: string;
  sql: string;
}

/** How much of the work are the indexes of tables; the rest is the search index. */
const indexShare = 0.35;
/** As many as `PRAGMA optimize` looks at. */
const rowsAnalysed = 2_000;

/** Without those that a PRIMARY KEY or UNIQUE brings along: they are part of their table. */
function indexesOf(raw: RawDatabase, table: string): StoredIndex[] {
  return raw
    .prepare(
      `SELECT name, sql FROM main.sqlite_schema
       WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid`,
    )
    .all(table) as StoredIndex[];
}

/** The statement that made it. */
export function triggerOf(raw: RawDatabase, name: string): string {
  return raw
    .prepare(`SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' AND name = ?`)
    .pluck()
    .get(name) as string;
}

function isAnalysed(raw: RawDatabase, table: string): boolean {
  const known = `SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_stat1'`;
  if (raw.prepare(known).get() === undefined) return false;
  return raw.prepare('SELECT 1 FROM main.sqlite_stat1 WHERE tbl = ?').get(table) !== undefined;
}

const textsAtOnce = 2_000;

/**
 * Does for every VOC of the range what the triggers would have done, by their own statements.
 * One statement for each row, outside a trigger: neither opens a savepoint, at which FTS5 would write
 * its piece out however small it is.
 */
function* fillSearch(
  raw: RawDatabase,
  triggers: readonly string[],
  after: number,
  upTo: number,
): Generator<number> {
  const inserts = triggers.map((trigger) => raw.prepare(statementOf(trigger)));
  const rows = raw.prepare('SELECT id, text FROM main.voc WHERE id > ? AND id <= ? ORDER BY id');
  gatherLargePieces(raw);
  for (let from = after; from < upTo; from += textsAtOnce) {
    const to = Math.min(from + textsAtOnce, upTo);
    for (const voc of rows.all(from, to)) for (const insert of inserts) insert.run(voc);
    yield (to - after) / (upTo - after);
  }
  gatherUsualPieces(raw);
}

/** The one INSERT of the trigger, with named parameters in the place of the new row's columns. */
function statementOf(trigger: string): string {
  const body = /\bBEGIN\s+(INSERT\s[^;]+);\s*END$/i.exec(trigger)?.[1];
  if (body === undefined) throw new Error(`not one INSERT: ${trigger}`);
  return body.replaceAll(/\bnew\.(\w+)/gi, '@$1');
}
