import type { RawDatabase } from './connection.ts';

/** Rows of a table that an edit removes as a whole, by an SQL condition on the table's own columns. */
export interface RowSelection {
  table: string;
  where: string;
}

/**
 * Rows that one step removed by the thousand. Undo keeps no statement for each: they lie in temporary
 * tables and come back from there as a whole (a wave of a million answers: two seconds in place of
 * seven). The copies stay as long as the step, because redo asks them what to remove.
 */
export interface TakenRows {
  key: number;
  /** Parents before children. */
  tables: string[];
  away: boolean;
}

/** Removes the rows and keeps them; `selections`: parents before children. */
export function takeRows(
  raw: RawDatabase,
  key: number,
  selections: readonly RowSelection[],
): TakenRows {
  for (const [place, { table, where }] of selections.entries()) {
    raw.exec(
      `CREATE TEMP TABLE ${copyOf(key, place)} AS SELECT * FROM main."${table}" WHERE ${where}`,
    );
  }
  const taken = { key, tables: selections.map(({ table }) => table), away: false };
  return moveTakenRows(raw, taken);
}

/** Puts the rows where they are not: back into their tables, or out of them again. */
export function moveTakenRows(raw: RawDatabase, { key, tables, away }: TakenRows): TakenRows {
  const places = [...tables.entries()];
  for (const [place, table] of away ? places : places.toReversed()) {
    const copy = `temp.${copyOf(key, place)}`;
    raw.exec(
      away
        ? `INSERT INTO main."${table}" SELECT * FROM ${copy}`
        : `DELETE FROM main."${table}" WHERE (${keysOf(raw, table)}) IN
             (SELECT ${keysOf(raw, table)} FROM ${copy})`,
    );
  }
  return { key, tables, away: !away };
}

/** When the step is forgotten. */
export function dropTakenRows(raw: RawDatabase, { key, tables }: TakenRows): void {
  for (const place of tables.keys()) raw.exec(`DROP TABLE IF EXISTS temp.${copyOf(key, place)}`);
}

function copyOf(key: number, place: number): string {
  return `undo_taken_${key}_${place}`;
}

function keysOf(raw: RawDatabase, table: string): string {
  const columns = raw.pragma(`table_info("${table}")`) as { name: string; pk: number }[];
  return columns
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}
