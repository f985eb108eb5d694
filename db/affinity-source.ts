import { sql } from 'kysely';
import type { WordRuleLine } from '../core/domain/words/word-rules.ts';
import type { RawDatabase } from './connection.ts';
import { IdSet } from './id-set.ts';
import { kyselyOver } from './kysely-over.ts';
import { type VocCriteria, vocConditions, where } from './voc-conditions.ts';

/** A VOC to be grouped; severity null when nobody judged it. */
export type GroupedVoc = readonly [id: number, severity: number | null, text: string];

/** The VOC that are meant, by id: the order in which a million rows are read fastest. */
export function vocToGroup(raw: RawDatabase, criteria: VocCriteria): IterableIterator<GroupedVoc> {
  const query = sql`SELECT voc.id, voc.severity, voc.text FROM voc
    ${where(vocConditions(criteria))} ORDER BY voc.id`.compile(kyselyOver(raw));
  return raw
    .prepare<unknown[], GroupedVoc>(query.sql)
    .raw()
    .iterate(...query.parameters);
}

/** The VOC of these ids that are still there, in their order. */
export function* vocOfSample(raw: RawDatabase, ids: Uint32Array): Generator<GroupedVoc> {
  const one = raw
    .prepare<[number], GroupedVoc>('SELECT id, severity, text FROM voc WHERE id = ?')
    .raw();
  for (const id of ids) {
    const voc = one.get(id);
    if (voc !== undefined) yield voc;
  }
}

/** Every VOC that is evidence for some requirement. */
export function assignedVoc(raw: RawDatabase): IdSet {
  const ids = new IdSet();
  const rows = raw
    .prepare('SELECT voc_id FROM requirement_voc INDEXED BY requirement_voc_by_voc')
    .pluck();
  for (const id of rows.iterate()) ids.add(Number(id));
  return ids;
}

/**
 * What VOC are filed by: products, branches, customer types, owners. Who and where is a facet of its
 * own; a group of all VOC about refrigerators says nothing of what customers want.
 */
export function facetNames(raw: RawDatabase): string[] {
  const columns = ['product', 'customer_type', 'owner'];
  const used = columns.flatMap((column) =>
    raw.prepare(`SELECT DISTINCT ${column} FROM voc WHERE ${column} IS NOT NULL`).pluck().all(),
  );
  return [...used, ...raw.prepare('SELECT name FROM branch').pluck().all()].map(String);
}

export function wordRuleLines(raw: RawDatabase): WordRuleLine[] {
  return raw
    .prepare<[], WordRuleLine>('SELECT kind, word, stands_for AS standsFor FROM word_rule')
    .all();
}

/** Texts as written, in the order asked for. */
export function textsOf(raw: RawDatabase, ids: readonly number[]): string[] {
  const textOf = raw.prepare('SELECT text FROM voc WHERE id = ?').pluck();
  return ids.flatMap((id) => {
    const text = textOf.get(id);
    return typeof text === 'string' ? [text] : [];
  });
}
