import { type RawBuilder, sql } from 'kysely';
import type { VocSort } from '../core/contract/voc.contract.ts';
import { parseSearch } from '../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from './connection.ts';
import { kyselyOver } from './kysely-over.ts';
import { conditionsBesideSearch, idList, type VocCriteria, where } from './voc-conditions.ts';
import { type PageRange, pageOfSearch, type VocOrder } from './voc-search-page.ts';

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

/** Stepping over what was given before costs little inside an index, less than row by row. */
const firstBatch = 1_000;

/** Up to this many, fetching and sorting them all is quicker than walking an index past the others. */
const sortableAtOnce = 5_000;

export interface VocPageQuery extends PageRange {
  criteria: VocCriteria;
  sort: VocSort;
}

/**
 * The ids of one page in order: by the field, then by day of receipt, then by id, all in the same
 * direction, which is the order the field's index already has. Nothing is counted first: what costs
 * time is a million VOC, not the hundred that are shown.
 */
export function vocPageIds(raw: RawDatabase, page: VocPageQuery): number[] {
  const search = parseSearch(page.criteria.filter.search ?? '');
  const conditions = conditionsBesideSearch(page.criteria);
  if (search !== null) {
    return pageOfSearch(raw, search, sqlOrder(raw, conditions, page.sort), page);
  }
  const few =
    conditions.length > 0 &&
    compiledRows(raw, boundedHits(conditions, sortableAtOnce + 1)).length <= sortableAtOnce;
  return compiledRows(raw, inOrder({ conditions, sort: page.sort, byFilter: few, range: page }));
}

interface OrderedQuery {
  conditions: readonly RawBuilder<unknown>[];
  sort: VocSort;
  /** Finds the VOC through the conditions and sorts them, instead of walking the sort's own index. */
  byFilter: boolean;
  range: PageRange | null;
}

/** SQLite cannot know which way is quicker: the number of hits is no statistic it keeps. */
export function inOrder({ conditions, sort, byFilter, range }: OrderedQuery): RawBuilder<unknown> {
  const { column, index } = sortColumns[sort.field];
  const direction = sql.raw(sort.direction);
  // A unary plus keeps SQLite from taking the sort field's index after all.
  const key = (name: string) =>
    sql`${sql.raw(byFilter ? '+' : '')}${sql.ref(`voc.${name}`)} ${direction}`;
  const keys = [...new Set([column, 'received_at', 'id'])];
  const order = column === 'id' ? [key('id')] : keys.map(key);
  return sql`SELECT voc.id AS id
    FROM voc ${byFilter ? sql`` : walking(index)}
    ${where(conditions)}
    ORDER BY ${sql.join(order)}
    ${range === null ? sql`` : sql`LIMIT ${range.limit} OFFSET ${range.offset}`}`;
}

function boundedHits(conditions: readonly RawBuilder<unknown>[], most: number) {
  return sql`SELECT voc.id FROM voc ${where(conditions)} LIMIT ${most}`;
}

function walking(index: string | null): RawBuilder<unknown> {
  return index === null ? sql`NOT INDEXED` : sql`INDEXED BY ${sql.ref(index)}`;
}

function sqlOrder(
  raw: RawDatabase,
  conditions: readonly RawBuilder<unknown>[],
  sort: VocSort,
): VocOrder {
  return {
    *batches() {
      let offset = 0;
      for (let limit = firstBatch; ; limit *= 2) {
        const range = { offset, limit };
        const ids = compiledRows(raw, inOrder({ conditions, sort, byFilter: false, range }));
        yield ids;
        if (ids.length < limit) return;
        offset += limit;
      }
    },
    arrange: (ids) =>
      compiledRows(
        raw,
        inOrder({
          conditions: [sql`voc.id IN ${idList(ids)}`, ...conditions],
          sort,
          byFilter: true,
          range: null,
        }),
      ),
  };
}

function compiledRows(raw: RawDatabase, builder: RawBuilder<unknown>): number[] {
  const query = builder.compile(kyselyOver(raw));
  return raw
    .prepare(query.sql)
    .pluck()
    .all(...query.parameters) as number[];
}
