import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type VocFilter, type VocSort, vocSortFields } from '../../core/contract/voc.contract.ts';
import { kyselyOver, openRaw, type RawDatabase, type WorkspaceDb } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { countVoc, listVocIds } from '../../db/repositories/voc.repository.ts';
import { vocPageIds } from '../../db/voc-page-query.ts';
import { quickCount } from '../../db/voc-search-query.ts';

let raw: RawDatabase;
let db: WorkspaceDb;

const branches = ['강남', '부산', null];
const kinds = ['complaint', 'praise', 'question', 'other'];
const count = 400;

beforeAll(() => {
  raw = openRaw(':memory:', { create: true });
  migrate(raw);
  db = kyselyOver(raw);
  const insert = raw.prepare(
    `INSERT INTO voc (id, text, received_at, channel, kind, status, branch, severity, product, owner, customer_type, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, 'received', ?, ?, ?, ?, ?, '', '')`,
  );
  for (let id = 1; id <= count; id++) {
    insert.run(
      id,
      id % 3 === 0 ? `결제 오류 ${id}` : `배송 지연 ${id}`,
      `2026-0${1 + (id % 9)}-1${id % 5}${id % 2 === 0 ? 'T10:30' : ''}`,
      id % 2 === 0 ? 'web' : 'app',
      kinds[id % 4],
      branches[id % 3],
      id % 6 === 0 ? null : id % 6,
      `제품 ${id % 7}`,
      null,
      id % 5 === 0 ? null : '개인',
    );
  }
  raw.exec(`
    INSERT INTO branch (name, region) VALUES ('강남', '서울'), ('부산', '영남'), ('빈 지점', '서울');
    INSERT INTO requirement VALUES (1, NULL, '위', '', 0, ''), (2, 1, '아래', '', 0, '');
    INSERT INTO requirement_voc SELECT 2, id, '' FROM voc WHERE id % 10 = 0;
  `);
});
afterAll(() => raw.close());

interface Plan {
  filter?: VocFilter;
  sort?: VocSort;
  /** What the count said: whether there are many or few. */
  total: number;
}

function planOf({ filter = {}, sort, total }: Plan): string {
  const query = vocPageIds({
    filter,
    sort: sort ?? { field: 'receivedAt', direction: 'desc' },
    offset: 0,
    limit: 100,
    total,
  }).compile(db);
  const steps = raw.prepare(`EXPLAIN QUERY PLAN ${query.sql}`).all(...query.parameters) as {
    detail: string;
  }[];
  return steps.map((step) => step.detail).join('\n');
}

const many = 1_000_000;

describe('plans of the VOC list', () => {
  it('walks the index of dates for the list as it opens, and sorts nothing', () => {
    const plan = planOf({ total: many });
    expect(plan).toContain('INDEX voc_by_received_at');
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each(vocSortFields)('sorts by %s in either direction without sorting a row', (field) => {
    for (const direction of ['asc', 'desc'] as const) {
      expect(planOf({ sort: { field, direction }, total: many })).not.toContain('TEMP B-TREE');
    }
  });

  it('walks the index of dates past what a filter of many hits leaves out', () => {
    for (const filter of [
      { kinds: ['complaint', 'praise'] },
      { branches: ['강남', '부산'], severities: [5] },
      { regions: ['서울'] },
      { unassigned: true },
      { requirementId: 1 },
      { search: '결제 오류' },
      { search: '결', kinds: ['praise'] },
    ] satisfies VocFilter[]) {
      const plan = planOf({ filter, total: many });
      expect(plan).toContain('INDEX voc_by_received_at');
      expect(plan).not.toContain('TEMP B-TREE');
    }
  });

  it('searches many hits once, in a list that is looked up', () => {
    const plan = planOf({ filter: { search: '결제' }, total: many });
    expect(plan).toContain('LIST SUBQUERY');
    expect(plan).toMatch(/SCAN voc_search VIRTUAL TABLE INDEX/);
  });

  it('goes to few hits through the filter instead of walking past all others', () => {
    expect(planOf({ filter: { search: '결제' }, total: 50 })).toContain(
      'SEARCH voc USING INTEGER PRIMARY KEY',
    );
    expect(planOf({ filter: { requirementId: 1 }, total: 50 })).toContain(
      'SEARCH voc USING INTEGER PRIMARY KEY',
    );
    expect(planOf({ filter: { kinds: ['praise'] }, total: 50 })).toContain('INDEX voc_by_kind');
    expect(planOf({ filter: { branches: ['강남'] }, total: 50 })).toContain('INDEX voc_by_branch');
    expect(planOf({ filter: { importId: 3 }, total: 50 })).toContain('INDEX voc_by_import');
    expect(planOf({ filter: { waveId: 3 }, total: 50 })).toContain('INDEX voc_by_respondent');
  });

  it('counts a search in the index alone', () => {
    const query = quickCount({ search: '결제' })?.compile(db);
    expect(query?.sql).not.toMatch(/FROM voc\s/);
    expect(quickCount({ search: '결제', kinds: ['praise'] })).toBeNull();
  });
});

describe('the VOC list', () => {
  const filters: VocFilter[] = [
    {},
    { search: '결제' },
    { search: '결제 3' },
    { search: '오' },
    { kinds: ['complaint'] },
    { kinds: ['complaint', 'praise'], channels: ['web'] },
    { kinds: [], search: '  ' },
    { statuses: ['received'], severities: [5, 1] },
    { branches: ['강남'] },
    { regions: ['서울'], products: ['제품 1', '제품 2'] },
    { customerTypes: ['개인'], receivedFrom: '2026-03-11', receivedTo: '2026-05-13' },
    { receivedFrom: '2026-03-11', receivedTo: '2026-03-11' },
    { requirementId: 1 },
    { requirementId: 2, kinds: ['question'] },
    { unassigned: true },
    { unassigned: true, branches: ['부산'] },
    { unassigned: false },
    { search: '없는 말' },
  ];

  it.each(filters)('counts and orders the same whichever way it takes: %j', async (filter) => {
    const total = await countVoc(db, filter);
    for (const field of vocSortFields) {
      for (const direction of ['asc', 'desc'] as const) {
        const page = { filter, sort: { field, direction }, offset: 0, limit: 1000 };
        const byIndex = await listVocIds(db, { ...page, total: many });
        const byFilter = await listVocIds(db, { ...page, total: 1 });
        expect(byFilter).toEqual(byIndex);
        expect(byIndex).toHaveLength(total);
        expect(new Set(byIndex).size).toBe(total);
      }
    }
  });

  it('selects what each part of the filter says', async () => {
    const selected = async (filter: VocFilter) => {
      const total = await countVoc(db, filter);
      const sort = { field: 'id', direction: 'asc' } as const;
      return listVocIds(db, { filter, sort, offset: 0, limit: 1000, total });
    };
    const where = (sql: string) =>
      raw.prepare(`SELECT id FROM voc WHERE ${sql} ORDER BY id`).pluck().all();
    expect(await selected({ search: '결제 99' })).toEqual(
      where("text LIKE '%결제%' AND text LIKE '%99%'"),
    );
    expect(await selected({ regions: ['서울'] })).toEqual(where("branch = '강남'"));
    expect(await selected({ requirementId: 1 })).toEqual(where('id % 10 = 0'));
    expect(await selected({ unassigned: true })).toEqual(where('id % 10 <> 0'));
    expect(await selected({ receivedFrom: '2026-03-11', receivedTo: '2026-03-12' })).toEqual(
      where("substr(received_at, 1, 10) IN ('2026-03-11', '2026-03-12')"),
    );
  });

  it('pages without leaving out or repeating a row', async () => {
    const sort = { field: 'kind', direction: 'desc' } as const;
    const whole = await listVocIds(db, { filter: {}, sort, offset: 0, limit: 1000, total: count });
    const pages = await Promise.all(
      [0, 150, 300].map((offset) =>
        listVocIds(db, { filter: {}, sort, offset, limit: 150, total: count }),
      ),
    );
    expect(pages.flat()).toEqual(whole);
  });
});
