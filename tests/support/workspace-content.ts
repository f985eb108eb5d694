import { gramsOf } from '../../core/domain/voc/voc-search.ts';
import type { RawDatabase } from '../../db/connection.ts';
import { searchTables } from '../../db/search-tables.ts';

/** Preparing sixty statements for each look would cost more than looking. */
const tableReaders = new WeakMap<RawDatabase, { table: string; read: () => unknown[] }[]>();

function readersOf(raw: RawDatabase) {
  const known = tableReaders.get(raw);
  if (known !== undefined) return known;
  const tables = raw
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const readers = tables.map((table) => {
    const rows = raw.prepare(`SELECT * FROM main."${table}"`);
    return { table, read: () => rows.all() };
  });
  tableReaders.set(raw, readers);
  return readers;
}

/** All that the tables hold, in order. */
export function tableContent(raw: RawDatabase): unknown {
  return readersOf(raw).map(({ table, read }) => [
    table,
    read()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
}

/** The same, and what the search index finds for every text. */
export function workspaceContent(raw: RawDatabase): unknown {
  const texts = raw.prepare('SELECT id, text FROM voc ORDER BY id').all() as {
    id: number;
    text: string;
  }[];
  const find = raw.prepare('SELECT 1 FROM voc_search WHERE voc_search MATCH ? AND rowid = ?');
  const hits = texts.filter(({ id, text }) => {
    const grams = gramsOf(text).replaceAll('"', '""');
    return grams === '' || find.get(`"${grams}"`, id) !== undefined;
  });
  const indexed = searchTables.map((table) =>
    raw.prepare(`SELECT rowid FROM ${table} ORDER BY rowid`).pluck().all(),
  );
  return { rows: tableContent(raw), hits: hits.length, indexed };
}
