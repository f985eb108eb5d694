import type { RawDatabase } from './connection.ts';

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
  readonly #searchTrigger: string;
  readonly #analysed: readonly string[];

  constructor(raw: RawDatabase, tables: readonly string[]) {
    if (!raw.inTransaction) throw new Error('indexes are set aside within a transaction only');
    this.#raw = raw;
    this.#indexes = tables.flatMap((table) => indexesOf(raw, table));
    this.#searchTrigger = searchTriggerOf(raw);
    // Dropping an index drops what the planner knows of it.
    this.#analysed = tables.filter((table) => isAnalysed(raw, table));
    for (const { name } of this.#indexes) raw.exec(`DROP INDEX main."${name}"`);
    raw.exec(`DROP TRIGGER main.${searchTriggerName}`);
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
    for (const share of fillSearch(this.#raw, this.#searchTrigger, after, upTo)) {
      yield indexShare + (1 - indexShare) * share;
    }
    this.#raw.exec(this.#searchTrigger);
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

const searchTriggerName = 'voc_search_insert';

/** Without those that a PRIMARY KEY or UNIQUE brings along: they are part of their table. */
function indexesOf(raw: RawDatabase, table: string): StoredIndex[] {
  return raw
    .prepare(
      `SELECT name, sql FROM main.sqlite_schema
       WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid`,
    )
    .all(table) as StoredIndex[];
}

function searchTriggerOf(raw: RawDatabase): string {
  return raw
    .prepare(`SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' AND name = ?`)
    .pluck()
    .get(searchTriggerName) as string;
}

function isAnalysed(raw: RawDatabase, table: string): boolean {
  const known = `SELECT 1 FROM main.sqlite_schema WHERE name = 'sqlite_stat1'`;
  if (raw.prepare(known).get() === undefined) return false;
  return raw.prepare('SELECT 1 FROM main.sqlite_stat1 WHERE tbl = ?').get(table) !== undefined;
}

/**
 * What FTS5 gathers before it writes a piece of its index: fewer and larger pieces are less to merge
 * (1,000,000 texts: 12 s in place of 20 s). It is memory, so it is not the 64 MB that would be best.
 */
export const searchPieceBytes = 32 * 1024 * 1024;
/** What FTS5 takes when nobody asks for more. */
export const usualPieceBytes = 1024 * 1024;
const textsAtOnce = 2_000;

/**
 * Does for every VOC of the range what the trigger would have done, by the trigger's own statement.
 * One statement for each row, outside a trigger: neither opens a savepoint, at which FTS5 would write
 * its piece out however small it is.
 */
function* fillSearch(
  raw: RawDatabase,
  trigger: string,
  after: number,
  upTo: number,
): Generator<number> {
  const { insertSql, columns } = statementOf(trigger);
  const rows = raw
    .prepare(`SELECT ${columns.join(', ')} FROM main.voc WHERE id > ? AND id <= ? ORDER BY id`)
    .raw();
  const insert = raw.prepare(insertSql);
  setPieceBytes(raw, searchPieceBytes);
  for (let from = after; from < upTo; from += textsAtOnce) {
    const to = Math.min(from + textsAtOnce, upTo);
    for (const row of rows.all(from, to) as unknown[][]) insert.run(...row);
    yield (to - after) / (upTo - after);
  }
  setPieceBytes(raw, usualPieceBytes);
}

export function setPieceBytes(raw: RawDatabase, bytes: number): void {
  // The option takes an integer; a JavaScript number would arrive as a real.
  raw
    .prepare(`INSERT INTO main.voc_search (voc_search, rank) VALUES ('hashsize', ?)`)
    .run(BigInt(bytes));
}

/** The one INSERT of the trigger, with parameters in the place of the new row's columns. */
function statementOf(trigger: string): { insertSql: string; columns: string[] } {
  const body = /\bBEGIN\s+(INSERT\s[^;]+);\s*END$/i.exec(trigger)?.[1];
  if (body === undefined) throw new Error(`not one INSERT: ${trigger}`);
  const columns: string[] = [];
  const insertSql = body.replaceAll(/\bnew\.(\w+)/gi, (_, column: string) => {
    columns.push(column);
    return '?';
  });
  return { insertSql, columns };
}
