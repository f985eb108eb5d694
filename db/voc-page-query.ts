import { type RawBuilder, sql } from 'kysely';
import type { VocFilter, VocSort } from '../core/contract/voc.contract.ts';
import { vocConditions } from './voc-search-query.ts';

/** A sort field's column and the index that holds it together with the day of receipt. */
const sortColumns = {
  id: { column: 'id', index: null },
  receivedAt: { column: 'received_at', index: 'voc_by_received_at' },
  channel: { column: 'channel', index: 'voc_by_channel' },
  kind: { column: 'kind', index: 'voc_by_kind' },
  branch: { column: 'branch', index: 'voc_by_branch' },
  severity: { column: 'severity', index: 'voc_by_severity' },
  product: { column: 'product', index: 'voc_by_product' },
  status: { column: 'status', index: 'voc_by_status' },
  customerType: { column: 'customer_type', index: 'voc_by_customer_type' },
  owner: { column: 'owner', index: 'voc_by_owner' },
  dueOn: { column: 'due_on', index: 'voc_by_due_on' },
} as const satisfies Record<VocSort['field'], { column: string; index: string | null }>;

/** Up to this many, fetching and sorting them all is quicker than walking an index past the others. */
const sortableAtOnce = 5_000;

export interface VocPage {
  filter: VocFilter;
  sort: VocSort;
  offset: number;
  limit: number;
  /** How many the filter selects: decides the way to them. */
  total: number;
}

/**
 * The ids of one page in order: by the field, then by day of receipt, then by id, all in the same
 * direction, which is the order the field's index already has.
 *
 * Few hits are found through the filter and sorted. Many are met soon enough by walking the sort
 * field's own index, so that a million VOC are never sorted for the hundred that are shown. SQLite
 * cannot know which case it is, because the number of hits is no statistic it keeps; we count first.
 */
export function vocPageIds(page: VocPage): RawBuilder<{ id: number }> {
  const { column, index } = sortColumns[page.sort.field];
  const conditions = vocConditions(page.filter);
  const byFilter = conditions.length > 0 && page.total <= sortableAtOnce;
  const direction = sql.raw(page.sort.direction);
  // A unary plus keeps SQLite from taking the sort field's index after all.
  const key = (name: string) =>
    sql`${sql.raw(byFilter ? '+' : '')}${sql.ref(`voc.${name}`)} ${direction}`;
  const keys = [...new Set([column, 'received_at', 'id'])];
  const order = column === 'id' ? [key('id')] : keys.map(key);
  return sql`SELECT voc.id AS id
    FROM voc ${byFilter ? sql`` : walking(index)}
    ${where(conditions)}
    ORDER BY ${sql.join(order)}
    LIMIT ${page.limit} OFFSET ${page.offset}`;
}

export function where(conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

function walking(index: string | null): RawBuilder<unknown> {
  return index === null ? sql`NOT INDEXED` : sql`INDEXED BY ${sql.ref(index)}`;
}
