import type { RawDatabase } from '../connection.ts';

type Value = string | number | null;

/** Inserts rows whose values stand in the order of the columns. */
export function insertAll(
  raw: RawDatabase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Value[]>,
): void {
  const marks = columns.map(() => '?').join(', ');
  const insert = raw.prepare(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${marks})`);
  for (const row of rows) insert.run(...row);
}

export function startOf(date: string): string {
  return `${date}T00:00:00.000Z`;
}
