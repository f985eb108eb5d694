import { type RawBuilder, sql } from 'kysely';
import type { VocFilter } from '../core/contract/voc.contract.ts';
import { searchExpression } from '../core/domain/voc/voc-search-expression.ts';
import { parseSearch } from '../core/domain/voc/voc-search-query.ts';

/** Sorts behind every date and time that begins with the same day, as `~` comes after `T`. */
const endOfDay = '~';

/** The WHERE clauses of a filter over `voc`; a part of the filter that is empty restricts nothing. */
export function vocConditions(filter: VocFilter): RawBuilder<unknown>[] {
  const conditions: (RawBuilder<unknown> | null)[] = [
    searchCondition(filter.search),
    oneOf('channel', filter.channels),
    oneOf('kind', filter.kinds),
    oneOf('status', filter.statuses),
    oneOf('severity', filter.severities),
    oneOf('branch', filter.branches),
    oneOf('product', filter.products),
    oneOf('customer_type', filter.customerTypes),
    regionCondition(filter.regions),
    when(filter.receivedFrom, (from) => sql`voc.received_at >= ${from}`),
    when(filter.receivedTo, (to) => sql`voc.received_at < ${to + endOfDay}`),
    when(filter.requirementId, evidenceCondition),
    filter.unassigned === true ? unassignedCondition : null,
    when(filter.importId, (id) => sql`voc.import_id = ${id}`),
    when(
      filter.waveId,
      (id) => sql`voc.respondent_id IN (SELECT id FROM respondent WHERE wave_id = ${id})`,
    ),
    when(filter.respondentId, (id) => sql`voc.respondent_id = ${id}`),
  ];
  return conditions.filter((condition) => condition !== null);
}

/** A single part of a filter that has a quicker count than counting rows of `voc`. */
export function quickCount(filter: VocFilter): RawBuilder<{ total: number }> | null {
  if (vocConditions(filter).length !== 1) return null;
  if (filter.unassigned === true) {
    return sql`SELECT (SELECT count(*) FROM voc)
      - (SELECT count(DISTINCT voc_id) FROM requirement_voc) AS total`;
  }
  const search = parseSearch(filter.search ?? '');
  const expression = search === null ? null : searchExpression(search);
  if (expression?.kind !== 'matching' || !expression.exact) return null;
  return sql`SELECT count(*) AS total FROM voc_search WHERE voc_search MATCH ${expression.match}`;
}

function searchCondition(query: string | undefined): RawBuilder<unknown> | null {
  const search = parseSearch(query ?? '');
  if (search === null) return null;
  const expression = searchExpression(search);
  const asked = sql`csm_matches(${query}, voc.text)`;
  if (expression.kind === 'every') return asked;
  const found = sql`(SELECT rowid FROM voc_search WHERE voc_search MATCH ${expression.match})`;
  const narrowed =
    expression.kind === 'matching' ? sql`voc.id IN ${found}` : sql`voc.id NOT IN ${found}`;
  return expression.exact ? narrowed : sql`(${narrowed} AND ${asked})`;
}

function regionCondition(regions: readonly string[] | undefined): RawBuilder<unknown> | null {
  if (regions === undefined || regions.length === 0) return null;
  return sql`voc.branch IN (SELECT name FROM branch WHERE region IN (${sql.join(regions)}))`;
}

function evidenceCondition(requirementId: number): RawBuilder<unknown> {
  return sql`voc.id IN (
    SELECT voc_id FROM requirement_voc WHERE requirement_id IN (
      WITH RECURSIVE below (id) AS (
        VALUES (${requirementId})
        UNION SELECT requirement.id FROM requirement JOIN below ON parent_id = below.id
      )
      SELECT id FROM below
    )
  )`;
}

const unassignedCondition = sql`NOT EXISTS (
  SELECT 1 FROM requirement_voc WHERE requirement_voc.voc_id = voc.id
)`;

function oneOf(
  column: string,
  values: readonly (string | number)[] | undefined,
): RawBuilder<unknown> | null {
  if (values === undefined || values.length === 0) return null;
  // One value as an equation: its index then also gives the order of dates.
  if (values.length === 1) return sql`${sql.ref(`voc.${column}`)} = ${values[0]}`;
  return sql`${sql.ref(`voc.${column}`)} IN (${sql.join(values)})`;
}

function when<T>(
  value: T | undefined,
  build: (value: T) => RawBuilder<unknown>,
): RawBuilder<unknown> | null {
  return value === undefined ? null : build(value);
}
