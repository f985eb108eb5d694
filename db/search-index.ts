import { gramsOf } from '../core/domain/voc/voc-search.ts';
import type { RawDatabase } from './connection.ts';
import { searchPieceBytes, setPieceBytes, usualPieceBytes } from './indexes-aside.ts';

/** Told how many texts are indexed; throws to give it up. */
export type OnTextsIndexed = (done: number, total: number) => void;

/** One statement for each text would make the index write itself out at every one. */
const textsAtOnce = 5_000;

/**
 * Makes the search index anew from the texts, in one transaction: until it commits everybody searches
 * the old one, and giving up leaves that in place.
 */
export function rebuildSearchIndex(raw: RawDatabase, onTextsIndexed: OnTextsIndexed): number {
  const total = raw.prepare('SELECT count(*) FROM voc').pluck().get() as number;
  const endOfChunk = raw
    .prepare(
      `SELECT max(id) FROM (SELECT id FROM voc WHERE id > ? ORDER BY id LIMIT ${textsAtOnce})`,
    )
    .pluck();
  const index = raw.prepare(
    `INSERT INTO voc_search (rowid, grams)
     SELECT id, csm_grams(text) FROM voc WHERE id > ? AND id <= ? ORDER BY id`,
  );
  raw
    .transaction(() => {
      raw.exec("INSERT INTO voc_search (voc_search) VALUES ('delete-all')");
      setPieceBytes(raw, searchPieceBytes);
      onTextsIndexed(0, total);
      let done = 0;
      let after = 0;
      for (;;) {
        const upTo = endOfChunk.get(after) as number | null;
        if (upTo === null) break;
        done += index.run(after, upTo).changes;
        after = upTo;
        onTextsIndexed(done, total);
      }
      setPieceBytes(raw, usualPieceBytes);
    })
    .immediate();
  return total;
}

/** How many texts are compared with the index: enough to notice what went wrong by the thousand. */
const textsCompared = 200;

/**
 * Whether the index holds the texts that the workspace holds: the same ids, and for texts from
 * everywhere exactly their grams. That the index is whole in itself is told by `integrity_check`.
 */
export function isSearchIndexInStep(raw: RawDatabase): boolean {
  const astray = raw
    .prepare(
      `SELECT
         EXISTS (SELECT 1 FROM voc WHERE id NOT IN (SELECT id FROM voc_search_docsize))
         OR EXISTS (SELECT 1 FROM voc_search_docsize WHERE id NOT IN (SELECT id FROM voc))`,
    )
    .pluck()
    .get();
  return astray === 0 && sampledTexts(raw).every((voc) => holdsGramsOf(raw, voc));
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
  const size = raw.prepare('SELECT sz FROM voc_search_docsize WHERE id = ?').pluck().get(id);
  if (!(size instanceof Uint8Array) || varintOf(size) !== count) return false;
  if (count === 0) return true;
  const match = `"${grams.replaceAll('"', '""')}"`;
  return (
    raw
      .prepare('SELECT 1 FROM voc_search WHERE voc_search MATCH ? AND rowid = ?')
      .get(match, id) !== undefined
  );
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
