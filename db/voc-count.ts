import { sql } from 'kysely';
import { searchExpression } from '../core/domain/voc/voc-search-expression.ts';
import { parseSearch } from '../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from './connection.ts';
import { kyselyOver } from './kysely-over.ts';
import { conditionsBesideSearch, idList, type VocCriteria, where } from './voc-conditions.ts';
import { searchIds } from './voc-search-ids.ts';

/** How many VOC there are about: an upper bound that costs nothing. */
export function lastVocId(raw: RawDatabase): number {
  return Number(raw.prepare('SELECT max(id) FROM voc').pluck().get() ?? 0);
}

export function countVoc(raw: RawDatabase, criteria: VocCriteria): number {
  const conditions = conditionsBesideSearch(criteria);
  const search = parseSearch(criteria.filter.search ?? '');
  if (search === null) {
    if (conditions.length === 1 && criteria.filter.unassigned === true) return countUnassigned(raw);
    return countRows(raw, sql`SELECT count(*) FROM voc ${where(conditions)}`);
  }
  const expression = searchExpression(search);
  if (conditions.length === 0 && expression.kind === 'matching' && expression.exact) {
    return countRows(
      raw,
      sql`SELECT count(*) FROM voc_search WHERE voc_search MATCH ${expression.match}`,
    );
  }
  const hits = searchIds(raw, search);
  if (conditions.length === 0) return hits.size;
  return countRows(
    raw,
    sql`SELECT count(*) FROM voc ${where([sql`voc.id IN ${idList(hits)}`, ...conditions])}`,
  );
}

/** Every VOC that the criteria select, in ascending order. */
export function vocIdsOf(raw: RawDatabase, criteria: VocCriteria): Uint32Array {
  const conditions = conditionsBesideSearch(criteria);
  const search = parseSearch(criteria.filter.search ?? '');
  if (search !== null) {
    const hits = searchIds(raw, search);
    if (conditions.length === 0) return Uint32Array.from(hits);
    conditions.unshift(sql`voc.id IN ${idList(hits)}`);
  }
  const query = sql`SELECT voc.id FROM voc ${where(conditions)}`.compile(kyselyOver(raw));
  const ids = raw
    .prepare(query.sql)
    .pluck()
    .all(...query.parameters) as number[];
  return Uint32Array.from(ids).sort();
}

/** Every link points at a VOC that exists, so what is unassigned is the whole less the linked. */
function countUnassigned(raw: RawDatabase): number {
  return countRows(
    raw,
    sql`SELECT (SELECT count(*) FROM voc) - (SELECT count(DISTINCT voc_id) FROM requirement_voc)`,
  );
}

function countRows(raw: RawDatabase, builder: ReturnType<typeof sql>): number {
  const query = builder.compile(kyselyOver(raw));
  return Number(
    raw
      .prepare(query.sql)
      .pluck()
      .get(...query.parameters),
  );
}
