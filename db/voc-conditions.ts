import { type RawBuilder, sql } from 'kysely';
import type { VocDueState, VocFilter } from '../core/contract/voc.contract.ts';
import { endOfWeek } from '../core/domain/voc/handling.ts';
import { searchExpression } from '../core/domain/voc/voc-search-expression.ts';
import { parseSearch } from '../core/domain/voc/voc-search-query.ts';

/** What a filter means at a given moment: everything it needs that stands not in itself. */
export interface VocCriteria {
  filter: VocFilter;
  /** `YYYY-MM-DD`, the calendar of the person's computer. */
  today: string;
  /** The VOC of the filter's keyword; null when it asks for none. */
  keywordIds: Uint32Array | null;
}

/** Nothing is left out: no part of the filter says anything. */
export function selectsAll(filter: VocFilter): boolean {
  return Object.values(filter).every(
    (part) => part === undefined || (Array.isArray(part) && part.length === 0),
  );
}

/** Sorts behind every date and time that begins with the same day, as `~` comes after `T`. */
const endOfDay = '~';

/** Every WHERE clause over `voc`; a part of the filter that is empty restricts nothing. */
export function vocConditions(criteria: VocCriteria): RawBuilder<unknown>[] {
  const search = searchCondition(criteria.filter.search);
  return [...(search === null ? [] : [search]), ...conditionsBesideSearch(criteria)];
}

/** All but the search, which has ways of its own. */
export function conditionsBesideSearch({
  filter,
  today,
  keywordIds,
}: VocCriteria): RawBuilder<unknown>[] {
  const conditions: (RawBuilder<unknown> | null)[] = [
    oneOf('channel', filter.channels),
    oneOf('kind', filter.kinds),
    oneOf('status', filter.statuses),
    severityCondition(filter.severities),
    named('branch', filter.branches),
    named('product', filter.products),
    named('customer_type', filter.customerTypes),
    named('owner', filter.owners),
    regionCondition(filter.regions),
    dueCondition(filter.due, today),
    when(filter.open, (open) => (open ? sql`voc.status <> 'closed'` : sql`voc.status = 'closed'`)),
    when(filter.escalated, (escalated) =>
      escalated ? sql`voc.escalated_at IS NOT NULL` : sql`voc.escalated_at IS NULL`,
    ),
    when(filter.customerId, (id) => sql`voc.customer_id = ${id}`),
    ...(filter.extras ?? []).map(extraCondition),
    monthsCondition(filter.months),
    when(filter.receivedFrom, (from) => sql`voc.received_at >= ${from}`),
    when(filter.receivedTo, (to) => sql`voc.received_at < ${to + endOfDay}`),
    when(filter.requirementId, evidenceCondition),
    requirementsCondition(filter.requirementIds),
    filter.unassigned === true ? unassignedCondition : null,
    when(filter.importId, (id) => sql`voc.import_id = ${id}`),
    when(
      filter.waveId,
      (id) => sql`voc.respondent_id IN (SELECT id FROM respondent WHERE wave_id = ${id})`,
    ),
    when(filter.respondentId, (id) => sql`voc.respondent_id = ${id}`),
    keywordIds === null ? null : sql`voc.id IN ${idList(keywordIds)}`,
  ];
  return conditions.filter((condition) => condition !== null);
}

export function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** Ids handed over as one JSON parameter: SQLite takes no 100,000 parameters. */
export function idList(ids: Iterable<number>): RawBuilder<unknown> {
  return sql`(SELECT value FROM json_each(${JSON.stringify([...ids])}))`;
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

function severityCondition(severities: readonly number[] | undefined): RawBuilder<unknown> | null {
  if (severities === undefined || severities.length === 0) return null;
  const judged = severities.filter((severity) => severity !== 0);
  return anyOf([
    oneOf('severity', judged),
    judged.length < severities.length ? sql`voc.severity IS NULL` : null,
  ]);
}

/** Names, of which '' stands for none. */
function named(column: string, names: readonly string[] | undefined): RawBuilder<unknown> | null {
  if (names === undefined || names.length === 0) return null;
  const given = names.filter((name) => name !== '');
  if (given.length === names.length) return oneOf(column, given);
  const ref = sql.ref(`voc.${column}`);
  return anyOf([oneOf(column, given), sql`${ref} IS NULL`, sql`${ref} = ''`]);
}

function regionCondition(regions: readonly string[] | undefined): RawBuilder<unknown> | null {
  if (regions === undefined || regions.length === 0) return null;
  const given = regions.filter((region) => region !== '');
  const somewhere = sql`(SELECT name FROM branch WHERE region <> '')`;
  return anyOf([
    given.length === 0
      ? null
      : sql`voc.branch IN (SELECT name FROM branch WHERE region IN (${sql.join(given)}))`,
    ...(given.length < regions.length
      ? [sql`voc.branch IS NULL`, sql`voc.branch NOT IN ${somewhere}`]
      : []),
  ]);
}

// The plus leaves the index to the due date: most VOC have one of these statuses.
const waiting = sql`+voc.status IN ('received', 'inProgress')`;
const answered = sql`+voc.status NOT IN ('received', 'inProgress')`;
const answeredAt = sql`coalesce(voc.replied_at, voc.closed_at)`;

/** As `vocDueState` in core/domain/voc/handling.ts says it of one VOC. */
function dueCondition(
  states: readonly VocDueState[] | undefined,
  today: string,
): RawBuilder<unknown> | null {
  if (states === undefined || states.length === 0) return null;
  const weekEnd = endOfWeek(today);
  const conditions = {
    overdue: sql`(voc.due_on < ${today} AND ${waiting})`,
    today: sql`(voc.due_on = ${today} AND ${waiting})`,
    thisWeek: sql`(voc.due_on > ${today} AND voc.due_on <= ${weekEnd} AND ${waiting})`,
    later: sql`(voc.due_on > ${weekEnd} AND ${waiting})`,
    none: sql`(voc.due_on IS NULL OR (${answered} AND ${answeredAt} IS NULL))`,
    onTime: sql`(${answered} AND substr(${answeredAt}, 1, 10) <= voc.due_on)`,
    late: sql`(${answered} AND substr(${answeredAt}, 1, 10) > voc.due_on)`,
  } satisfies Record<VocDueState, RawBuilder<unknown>>;
  return anyOf(states.map((state) => conditions[state]));
}

function extraCondition({
  fieldId,
  values,
}: {
  fieldId: number;
  values: readonly string[];
}): RawBuilder<unknown> {
  const given = values.filter((value) => value !== '');
  const holders = sql`SELECT voc_id FROM voc_extra WHERE field_id = ${fieldId}`;
  return (
    anyOf([
      given.length === 0 ? null : sql`voc.id IN (${holders} AND value IN (${sql.join(given)}))`,
      given.length < values.length ? sql`voc.id NOT IN (${holders} AND value <> '')` : null,
    ]) ?? sql`1`
  );
}

function monthsCondition(months: readonly string[] | undefined): RawBuilder<unknown> | null {
  if (months === undefined || months.length === 0) return null;
  const [first = ''] = months.toSorted();
  const last = months.toSorted().at(-1) ?? first;
  const span = sql`voc.received_at >= ${first} AND voc.received_at < ${last + endOfDay}`;
  if (months.length === 1) return span;
  // The index gives the span in order; a part of an OR would be looked up by itself and sorted.
  return sql`${span} AND substr(voc.received_at, 1, 7) IN (${sql.join(months)})`;
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

function requirementsCondition(ids: readonly number[] | undefined): RawBuilder<unknown> | null {
  if (ids === undefined || ids.length === 0) return null;
  return sql`voc.id IN (
    SELECT voc_id FROM requirement_voc WHERE requirement_id IN (${sql.join(ids)})
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

function anyOf(conditions: readonly (RawBuilder<unknown> | null)[]): RawBuilder<unknown> | null {
  const given = conditions.filter((condition) => condition !== null);
  const [only] = given;
  if (only === undefined) return null;
  return given.length === 1 ? only : sql`(${sql.join(given, sql` OR `)})`;
}

function when<T>(
  value: T | undefined,
  build: (value: T) => RawBuilder<unknown>,
): RawBuilder<unknown> | null {
  return value === undefined ? null : build(value);
}
