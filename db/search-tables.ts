import type { RawDatabase } from './connection.ts';

/** What searches ask: the grams of every text, and its runs of initials. Triggers of VOC keep them in step. */
export const searchTables = ['voc_search', 'voc_initials'] as const;
export type SearchTable = (typeof searchTables)[number];

export function insertTriggerOf(table: SearchTable): string {
  return `${table}_insert`;
}

export function deleteTriggerOf(table: SearchTable): string {
  return `${table}_delete`;
}

/**
 * What FTS5 gathers before it writes a piece of its index: fewer and larger pieces are less to merge
 * (grams of 1,000,000 texts: 12 s in place of 20 s). It is memory, so it is not the 64 MB that would be
 * best.
 */
const largePieceBytes = { voc_search: 32 * 1024 * 1024, voc_initials: 8 * 1024 * 1024 } as const;
/** What FTS5 takes when nobody asks for more. */
const usualPieceBytes = 1024 * 1024;

/** While many texts come. */
export function gatherLargePieces(raw: RawDatabase): void {
  for (const table of searchTables) setPieceBytes(raw, table, largePieceBytes[table]);
}

export function gatherUsualPieces(raw: RawDatabase): void {
  for (const table of searchTables) setPieceBytes(raw, table, usualPieceBytes);
}

function setPieceBytes(raw: RawDatabase, table: SearchTable, bytes: number): void {
  // The option takes an integer; a JavaScript number would arrive as a real.
  raw
    .prepare(`INSERT INTO main.${table} (${table}, rank) VALUES ('hashsize', ?)`)
    .run(BigInt(bytes));
}

export function forgetAllTerms(raw: RawDatabase): void {
  for (const table of searchTables) command(raw, table, 'delete-all');
}

/** Parts that only say "gone" are merged away: terms would outlive the words otherwise. */
export function mergeTerms(raw: RawDatabase): void {
  for (const table of searchTables) command(raw, table, 'optimize');
}

function command(raw: RawDatabase, table: SearchTable, name: 'delete-all' | 'optimize'): void {
  raw.exec(`INSERT INTO main.${table} (${table}) VALUES ('${name}')`);
}
