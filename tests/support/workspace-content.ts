import { gramsOf } from '../../core/domain/voc/voc-search.ts';
import type { RawDatabase } from '../../db/connection.ts';
import { searchTables } from '../../db/search-tables.ts';

/** All that the tables hold, in order, and what the search index finds for every text. */
export function workspaceContent(raw: RawDatabase): unknown {
  const tables = raw
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
  const rows = tables.map((table) => [
    table,
    raw
      .prepare(`SELECT * FROM main."${table}"`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
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
  return { rows, hits: hits.length, indexed };
}
