import type { RawDatabase } from './connection.ts';
import { IndexesAside, triggerOf } from './indexes-aside.ts';
import { deleteTriggerOf, forgetAllTerms, searchTables } from './search-tables.ts';

/** The VOC that a step's images take away and bring back. */
export interface MovedVoc {
  goes: number;
  comes: number;
  /** Bounds of the ids that come. */
  first: number;
  last: number;
}

/** From how many VOC on, and from what share of those there are, indexes are made anew. */
const largeMove = 20_000;
const largeShare = 0.25;

/**
 * Sets the indexes of VOC aside while a large part of them goes or comes, as an import does. null when
 * keeping them up row by row is quicker, or when those that come would lie among others: the search
 * index is filled by ranges of ids.
 */
export function setVocAside(raw: RawDatabase, moved: MovedVoc): VocAside | null {
  const total = raw.prepare('SELECT count(*) FROM main.voc').pluck().get() as number;
  const isLarge = (count: number) => count >= largeMove && count >= total * largeShare;
  if (!isLarge(moved.goes) && !isLarge(moved.comes)) return null;
  if (moved.comes > 0 && isAmongOthers(raw, moved)) return null;
  return new VocAside(raw, moved, moved.goes === total && moved.comes === 0);
}

function isAmongOthers(raw: RawDatabase, { first, last }: MovedVoc): boolean {
  const between = 'SELECT 1 FROM main.voc WHERE id BETWEEN ? AND ? LIMIT 1';
  return raw.prepare(between).get(first, last) !== undefined;
}

class VocAside {
  readonly #raw: RawDatabase;
  readonly #moved: MovedVoc;
  readonly #indexes: IndexesAside;
  /** Set aside too when nothing stays that the search index could find. */
  readonly #deleteTriggers: readonly string[] | null;

  constructor(raw: RawDatabase, moved: MovedVoc, everythingGoes: boolean) {
    this.#raw = raw;
    this.#moved = moved;
    this.#indexes = new IndexesAside(raw, ['voc', 'voc_extra']);
    this.#deleteTriggers = everythingGoes ? dropDeleteTriggers(raw) : null;
  }

  /** Once the rows are where they belong. Yields the share done, from 0 to 1. */
  *restore(): Generator<number> {
    if (this.#deleteTriggers !== null) {
      forgetAllTerms(this.#raw);
      for (const trigger of this.#deleteTriggers) this.#raw.exec(trigger);
    }
    const { comes, first, last } = this.#moved;
    yield* comes > 0 ? this.#indexes.restore(first - 1, last) : this.#indexes.restore(0, 0);
  }
}

function dropDeleteTriggers(raw: RawDatabase): string[] {
  return searchTables.map((table) => {
    const name = deleteTriggerOf(table);
    const sql = triggerOf(raw, name);
    raw.exec(`DROP TRIGGER main.${name}`);
    return sql;
  });
}
