import type { RawDatabase } from './connection.ts';

/**
 * Rows that an import wrote through its own connection, as a range of keys: greater than `after`, up
 * to `upTo`. Undo keeps nothing per row for them: taken back, they move as a whole into a temporary
 * table, and redone they come back from it (50,000 VOC with their search index in about a second,
 * where replaying one statement for each row took twelve).
 */
export interface WrittenRows {
  table: string;
  key: string;
  after: number;
  upTo: number;
}

/** `ranges`: parents before children. Everything runs inside the caller's transaction. */
export function takeBackRows(
  raw: RawDatabase,
  stepId: number,
  ranges: readonly WrittenRows[],
): void {
  for (const [place, range] of ranges.entries()) {
    raw.exec(
      `CREATE TEMP TABLE ${keptTable(stepId, place)} AS
       SELECT * FROM main."${range.table}" WHERE ${within(range)}`,
    );
  }
  for (const range of ranges.toReversed()) {
    raw.exec(`DELETE FROM main."${range.table}" WHERE ${within(range)}`);
  }
}

export function bringBackRows(
  raw: RawDatabase,
  stepId: number,
  ranges: readonly WrittenRows[],
): void {
  for (const [place, range] of ranges.entries()) {
    const kept = keptTable(stepId, place);
    raw.exec(`INSERT INTO main."${range.table}" SELECT * FROM temp.${kept}`);
  }
  dropKeptRows(raw, stepId, ranges);
}

/** When the step can no longer be redone. */
export function dropKeptRows(
  raw: RawDatabase,
  stepId: number,
  ranges: readonly WrittenRows[],
): void {
  for (const place of ranges.keys()) {
    raw.exec(`DROP TABLE IF EXISTS temp.${keptTable(stepId, place)}`);
  }
}

function keptTable(stepId: number, place: number): string {
  return `undo_kept_${stepId}_${place}`;
}

function within({ key, after, upTo }: WrittenRows): string {
  return `"${key}" > ${Number(after)} AND "${key}" <= ${Number(upTo)}`;
}
