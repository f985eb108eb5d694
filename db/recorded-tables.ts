import type { RawDatabase } from './connection.ts';

/** A table whose changes can be taken back. */
export interface RecordedTable {
  name: string;
  columns: string[];
  /** Columns of the primary key, in its order. */
  keys: string[];
  /** True when the key is the row's own number. */
  isNumbered: boolean;
}

/** Every table of the workspace but the search index, whose own triggers follow `voc`, and the logs. */
export function recordedTables(raw: RawDatabase): RecordedTable[] {
  const names = raw
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
         AND name NOT LIKE 'import_mapping%' AND name NOT LIKE '%\\_log' ESCAPE '\\'`,
    )
    .pluck()
    .all() as string[];
  return names.map((name) => {
    const columns = raw.pragma(`main.table_info("${name}")`) as Column[];
    const keys = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
    return {
      name,
      columns: columns.map((column) => column.name),
      keys: keys.map((key) => key.name),
      isNumbered: keys.length === 1 && keys[0]?.type === 'INTEGER',
    };
  });
}

interface Column {
  name: string;
  type: string;
  /** Its place in the primary key, from 1; 0 outside it. */
  pk: number;
}
