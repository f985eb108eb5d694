import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type VocFilter, type VocSort, vocSortFields } from '../../core/contract/voc.contract.ts';
import { parseSearch } from '../../core/domain/voc/voc-search-query.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { kyselyOver } from '../../db/kysely-over.ts';
import { migrate } from '../../db/migrate.ts';
import { conditionsBesideSearch } from '../../db/voc-conditions.ts';
import { countVoc, vocIdsOf } from '../../db/voc-count.ts';
import { inOrder, vocPageIds } from '../../db/voc-page-query.ts';
import { searchIds } from '../../db/voc-search-ids.ts';
import { pageOfHits, pageOfSearch } from '../../db/voc-search-page.ts';
import {
  criteriaFor,
  fillSurroundings,
  insertRandomVoc,
  linkRandomly,
  type PlainVoc,
  plainlySelects,
  plainOrder,
  plainVoc,
  randomFilter,
  randomSort,
  randomVoc,
} from '../support/random-voc.ts';

let raw: RawDatabase;
let all: PlainVoc[];

beforeAll(() => {
  raw = openRaw(':memory:', { create: true });
  migrate(raw);
  fillSurroundings(raw);
  const rows = fc.sample(randomVoc, { numRuns: 400, seed: 7 });
  for (const [place, row] of rows.entries()) {
    linkRandomly(raw, insertRandomVoc(raw, row), place * 2_654_435 + 7);
  }
  all = plainVoc(raw);
});
afterAll(() => raw.close());

const newest = { field: 'receivedAt', direction: 'desc' } as const;

function planOf(filter: VocFilter, options: { sort?: VocSort; byFilter?: boolean } = {}): string {
  const query = inOrder({
    conditions: conditionsBesideSearch(criteriaFor(filter)),
    sort: options.sort ?? newest,
    byFilter: options.byFilter ?? false,
    range: { offset: 0, limit: 100 },
  }).compile(kyselyOver(raw));
  return steps(query.sql, query.parameters);
}

function steps(sql: string, parameters: readonly unknown[] = []): string {
  const rows = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
  return rows.map(({ detail }) => detail).join('\n');
}

describe('plans of the VOC list', () => {
  it('walks the index of dates for the list as it opens, and sorts nothing', () => {
    const plan = planOf({});
    expect(plan).toContain('USING COVERING INDEX voc_by_received_at');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each(vocSortFields)('walks by %s in either direction inside one index', (field) => {
    for (const direction of ['asc', 'desc'] as const) {
      const plan = planOf({}, { sort: { field, direction } });
      expect(plan).not.toContain('TEMP B-TREE');
      expect(plan).toMatch(field === 'id' ? /SCAN voc/ : /USING COVERING INDEX voc_by_/);
    }
  });

  it('walks the index of dates past what a filter of many hits leaves out', () => {
    for (const filter of [
      { kinds: ['complaint', 'praise'] },
      { branches: ['강남', '부산'], severities: [5, 0] },
      { regions: ['서울'] },
      { regions: [''] },
      { owners: ['', '상담1팀'] },
      { due: ['overdue', 'today'] },
      { open: true, escalated: false },
      { months: ['2026-01', '2026-03'] },
      { extras: [{ fieldId: 1, values: ['가'] }] },
      { unassigned: true },
      { requirementId: 1 },
    ] satisfies VocFilter[]) {
      const plan = planOf(filter);
      expect(plan).toContain('INDEX voc_by_received_at');
      expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
    }
  });

  it('goes to few hits through the filter instead of walking past all others', () => {
    const few = (filter: VocFilter) => planOf(filter, { byFilter: true });
    expect(few({ requirementId: 1 })).toContain('SEARCH voc USING INTEGER PRIMARY KEY');
    expect(few({ requirementIds: [1, 2] })).toContain('SEARCH voc USING INTEGER PRIMARY KEY');
    expect(few({ extras: [{ fieldId: 1, values: ['가'] }] })).toContain('voc_extra_by_value');
    expect(few({ kinds: ['praise'] })).toContain('INDEX voc_by_kind');
    expect(few({ branches: ['강남'] })).toContain('INDEX voc_by_branch');
    expect(few({ owners: ['상담1팀'] })).toContain('INDEX voc_by_owner');
    expect(few({ customerId: 1 })).toContain('INDEX voc_by_customer');
    expect(few({ importId: 3 })).toContain('INDEX voc_by_import');
    expect(few({ waveId: 3 })).toContain('INDEX voc_by_respondent');
    expect(few({ due: ['overdue'] })).toContain('INDEX voc_by_due_on');
  });

  it('takes hits, texts and rows by key', () => {
    expect(steps('SELECT text FROM voc WHERE id = 1')).toContain('INTEGER PRIMARY KEY');
    expect(steps('SELECT rowid FROM voc_search WHERE voc_search MATCH \'"결제"\' LIMIT 9')).toMatch(
      /SCAN voc_search VIRTUAL TABLE INDEX/,
    );
    expect(steps("SELECT rowid FROM voc_initials WHERE voc_initials MATCH 'sh' LIMIT 9")).toMatch(
      /SCAN voc_initials VIRTUAL TABLE INDEX/,
    );
    expect(steps('SELECT max(id) FROM voc')).toContain('SEARCH voc');
  });
});

describe('the VOC list', () => {
  it('selects, counts and orders as a plain look at every row does', () => {
    fc.assert(
      fc.property(randomFilter, randomSort, fc.nat(50), (filter, sort, offset) => {
        const criteria = criteriaFor(filter);
        const selected = all.filter((row) => plainlySelects(filter, row));
        const expected = plainOrder(selected, sort);
        const page = (range: { offset: number; limit: number }) =>
          vocPageIds(raw, { criteria, sort, ...range });
        expect(page({ offset: 0, limit: 1000 })).toEqual(expected);
        expect(page({ offset, limit: 7 })).toEqual(expected.slice(offset, offset + 7));
        expect(countVoc(raw, criteria)).toBe(expected.length);
        expect([...vocIdsOf(raw, criteria)]).toEqual(expected.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  it('orders the same whether it walks an index or sorts what the filter finds', () => {
    const idsOf = (filter: VocFilter, sort: VocSort, byFilter: boolean) => {
      const conditions = conditionsBesideSearch(criteriaFor(filter));
      const query = inOrder({ conditions, sort, byFilter, range: null }).compile(kyselyOver(raw));
      return raw
        .prepare(query.sql)
        .pluck()
        .all(...query.parameters);
    };
    fc.assert(
      fc.property(randomFilter, randomSort, (filter, sort) => {
        expect(idsOf(filter, sort, true)).toEqual(idsOf(filter, sort, false));
      }),
    );
  });
});

describe('a page of a search', () => {
  const folder = { lots: 3_000 };
  let big: RawDatabase;
  let ids: number[];

  beforeAll(() => {
    big = openRaw(':memory:', { create: true });
    migrate(big);
    const insert = big.prepare(
      `INSERT INTO voc (text, received_at, channel, kind, created_at, updated_at)
       VALUES (?, ?, 'web', 'complaint', '', '')`,
    );
    big.transaction(() => {
      for (let place = 0; place < folder.lots * 4; place++) {
        // Common words in every fourth and every second text, a rare one in the oldest only.
        const words = [
          place % 4 === 0 ? '결제 오류' : '오류 결제',
          place % 2 === 0 ? '이상해요' : '괜찮아요',
          place % 4_001 === 7 ? '잠수함' : '',
        ];
        insert.run(words.join(' '), `2026-01-01T${String(place % 24).padStart(2, '0')}:00`);
      }
    })();
    ids = big
      .prepare('SELECT id FROM voc ORDER BY received_at DESC, id DESC')
      .pluck()
      .all() as number[];
  });
  afterAll(() => big.close());

  const order = (kept: (id: number) => boolean = () => true) => ({
    batches: () => [ids.filter(kept).slice(0, 70), ids.filter(kept).slice(70)],
    arrange: (some: Iterable<number>) => {
      const wanted = new Set(some);
      return ids.filter((id) => wanted.has(id) && kept(id));
    },
  });

  it.each([
    '결제',
    '이',
    '오',
    '결제 오',
    '"결제 오류"',
    '"결제 오류" -괜',
    '잠수함',
    '잠',
    '잠수함 이',
    '-결제',
    '-"결제 오류"',
    'ㅈㅅㅎ',
    'ㄱㅈ ㅇㅅ',
    '없는말',
  ])('is the same whichever way it is found: %s', (query) => {
    const search = parseSearch(query);
    if (search === null) throw new Error('asks for something');
    const hits = searchIds(big, search);
    for (const kept of [() => true, (id: number) => id % 97 === 0]) {
      const expected = ids.filter((id) => hits.has(id) && kept(id));
      for (const range of [
        { offset: 0, limit: 100 },
        { offset: 100, limit: 100 },
        { offset: 2_500, limit: 50 },
      ]) {
        const slice = expected.slice(range.offset, range.offset + range.limit);
        expect(pageOfSearch(big, search, order(kept), range)).toEqual(slice);
        expect(pageOfHits(hits, order(kept), range)).toEqual(slice);
      }
    }
  });
});
