import type { RawDatabase } from './connection.ts';
import type { WrittenRows } from './written-rows.ts';

/** Tables whose rows get ids of their own. */
const numberedTables = [
  'branch',
  'customer',
  'wave',
  'import_batch',
  'extra_field',
  'segment',
  'survey_item',
  'respondent',
  'voc',
] as const;
type NumberedTable = (typeof numberedTables)[number];

/** Where every table stood before the import, to tell afterwards what it wrote. */
export class Marks {
  readonly #raw: RawDatabase;
  readonly #before: Record<NumberedTable, number>;

  constructor(raw: RawDatabase) {
    this.#raw = raw;
    this.#before = Object.fromEntries(
      numberedTables.map((table) => [table, lastId(raw, `main."${table}"`)]),
    ) as Record<NumberedTable, number>;
    // Merged VOC keep their ids to come back under.
    this.#before.voc = Math.max(this.#before.voc, lastId(raw, 'main.merged_voc'));
  }

  before(table: NumberedTable): number {
    return this.#before[table];
  }

  written(tables: readonly NumberedTable[]): WrittenRows[] {
    return tables.map((table) => ({
      table,
      key: 'id',
      after: this.#before[table],
      upTo: lastId(this.#raw, `main."${table}"`),
    }));
  }

  /** Rows of `table` that belong to rows of `parent` which the import wrote. */
  writtenBelow(table: string, key: string, parent: NumberedTable): WrittenRows {
    return { table, key, after: this.#before[parent], upTo: lastId(this.#raw, `main."${parent}"`) };
  }
}

/** 0 for a table without rows. */
export function lastId(raw: RawDatabase, table: string): number {
  return raw.prepare(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck().get() as number;
}
