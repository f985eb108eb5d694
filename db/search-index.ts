import { initialsOf } from '../core/domain/voc/voc-initials.ts';
import { gramsOf } from '../core/domain/voc/voc-search.ts';
import type { RawDatabase } from './connection.ts';
import {
  forgetAllTerms,
  gatherLargePieces,
  gatherUsualPieces,
  type SearchTable,
  searchTables,
} from './search-tables.ts';

/** Told how many texts are indexed; throws to give it up. */
export type OnTextsIndexed = (done: number, total: number) => void;

/** One statement for each text would make the index write itself out at every one. */
const textsAtOnce = 5_000;

/**
 * Makes both search indexes anew from the texts, in one transaction: until it commits everybody searches
 * the old one, and giving up leaves that in place.
 */
export function rebuildSearchIndex(raw: RawDatabase, onTextsIndexed: OnTextsIndexed): number {
  const total = raw.prepare('SELECT count(*) FROM voc').pluck().get() as number;
  const endOfChunk = raw
    .prepare(
      `SELECT max(id) FROM (SELECT id FROM voc WHERE id > ? ORDER BY id LIMIT ${textsAtOnce})`,
    )
    .pluck();
  const indexGrams = raw.prepare(
    `INSERT INTO voc_search (rowid, grams)
     SELECT id, csm_grams(text) FROM voc WHERE id > ? AND id <= ? ORDER BY id`,
  );
  const indexInitials = raw.prepare(
    `INSERT INTO voc_initials (rowid, initials)
     SELECT id, csm_initials(text) FROM voc WHERE id > ? AND id <= ? ORDER BY id`,
  );
  raw
    .transaction(() => {
      forgetAllTerms(raw);
      gatherLargePieces(raw);
      onTextsIndexed(0, total);
      let done = 0;
      let after = 0;
      for (;;) {
        const upTo = endOfChunk.get(after) as number | null;
        if (upTo === null) break;
        done += indexGrams.run(after, upTo).changes;
        indexInitials.run(after, upTo);
        after = upTo;
        onTextsIndexed(done, total);
      }
      gatherUsualPieces(raw);
    })
    .immediate();
  return total;
}

/** How many texts are compared with the index: enough to notice what went wrong by the thousand. */
const textsCompared = 200;

/**
 * Whether the indexes hold the texts that the workspace holds: the same ids, and for texts from
 * everywhere exactly their terms. That an index is whole in itself is told by `integrity_check`.
 */
export function isSearchIndexInStep(raw: RawDatabase): boolean {
  return (
    searchTables.every((table) => holdsEveryVoc(raw, table)) &&
    sampledTexts(raw).every((voc) => holdsGramsOf(raw, voc) && holdsInitialsOf(raw, voc))
  );
}

function holdsEveryVoc(raw: RawDatabase, table: SearchTable): boolean {
  const astray = raw
    .prepare(
      `SELECT
         EXISTS (SELECT 1 FROM voc WHERE id NOT IN (SELECT id FROM ${table}_docsize))
         OR EXISTS (SELECT 1 FROM ${table}_docsize WHERE id NOT IN (SELECT id FROM voc))`,
    )
    .pluck()
    .get();
  return astray === 0;
}

interface StoredText {
  id: number;
  text: string;
}

function sampledTexts(raw: RawDatabase): StoredText[] {
  const { first, last } = raw
    .prepare('SELECT min(id) AS first, max(id) AS last FROM voc')
    .get() as { first: number | null; last: number | null };
  if (first === null || last === null) return [];
  const nextFrom = raw.prepare('SELECT id, text FROM voc WHERE id >= ? ORDER BY id LIMIT 1');
  return Array.from({ length: textsCompared }, (_, place) => {
    const from = first + Math.floor(((last - first) * place) / (textsCompared - 1));
    return nextFrom.get(from) as StoredText;
  });
}

/** The grams in their order as one phrase, and no more of them than the text has. */
function holdsGramsOf(raw: RawDatabase, { id, text }: StoredText): boolean {
  const grams = gramsOf(text);
  const count = grams === '' ? 0 : grams.split(' ').length;
  if (termsHeldOf(raw, 'voc_search', id) !== count) return false;
  if (count === 0) return true;
  const match = `"${grams.replaceAll('"', '""')}"`;
  return (
    raw
      .prepare('SELECT 1 FROM voc_search WHERE voc_search MATCH ? AND rowid = ?')
      .get(match, id) !== undefined
  );
}

/** All of its terms, and no more of them than the text has. */
function holdsInitialsOf(raw: RawDatabase, { id, text }: StoredText): boolean {
  const terms = initialsOf(text).trim().split(' ');
  if (terms[0] === '') return termsHeldOf(raw, 'voc_initials', id) === 0;
  if (termsHeldOf(raw, 'voc_initials', id) !== terms.length) return false;
  return (
    raw
      .prepare('SELECT 1 FROM voc_initials WHERE voc_initials MATCH ? AND rowid = ?')
      .get(terms.join(' AND '), id) !== undefined
  );
}

/** null when the index does not know the VOC. */
function termsHeldOf(raw: RawDatabase, table: SearchTable, id: number): number | null {
  const size = raw.prepare(`SELECT sz FROM ${table}_docsize WHERE id = ?`).pluck().get(id);
  return size instanceof Uint8Array ? varintOf(size) : null;
}

/** A number as SQLite writes it (fileformat2.html#varint): seven bits a byte, the highest says more follow. */
function varintOf(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) break;
  }
  return value;
}
