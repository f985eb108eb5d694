import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handlingGroups } from '../../core/contract/handling.contract.ts';
import type { VocFacetName, VocFilter } from '../../core/contract/voc.contract.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { summarise } from '../../db/handling-rows.ts';
import { migrate } from '../../db/migrate.ts';
import { VocChangeLog } from '../../db/voc-change-log.ts';
import { countVoc } from '../../db/voc-count.ts';
import { vocChoices, vocFigures } from '../../db/voc-figures.ts';
import {
  behindFromColumns,
  choicesFromColumns,
  crossFromColumns,
  facetsFromColumns,
  figuresFromColumns,
  pageFromColumns,
  periodsFromColumns,
} from '../../electron/host/voc-index/column-answers.ts';
import {
  handlingFromColumns,
  queueFromColumns,
} from '../../electron/host/voc-index/handling-answers.ts';
import { IndexState } from '../../electron/host/voc-index/index-state.ts';
import { answerBySql } from '../../electron/host/voc-index/sql-answers.ts';
import {
  criteriaFor,
  dueStateOf,
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
  testToday,
} from '../support/random-voc.ts';

let raw: RawDatabase;
let log: VocChangeLog;
let state: IndexState;
let all: PlainVoc[];

beforeEach(() => {
  raw = openRaw(':memory:', { create: true });
  migrate(raw);
  fillSurroundings(raw);
  log = new VocChangeLog(raw);
  const rows = fc.sample(randomVoc, { numRuns: 250, seed: 11 });
  for (const [place, row] of rows.entries()) {
    linkRandomly(raw, insertRandomVoc(raw, row), place * 2_654_435 + 11);
  }
  log.take();
  state = read();
  all = plainVoc(raw);
});
afterEach(() => raw.close());

function read(): IndexState {
  return finished(IndexState.read(raw, false));
}

function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

const facets: VocFacetName[] = [
  'channel',
  'kind',
  'status',
  'severity',
  'branch',
  'region',
  'product',
  'customerType',
  'owner',
  'due',
  'month',
  'requirement',
  'extra:1',
  'extra:2',
];

/** What a VOC has of a facet: of requirements any number, of all else one value. */
function valuesOf(facet: VocFacetName, row: PlainVoc): string[] {
  switch (facet) {
    case 'channel':
      return [row.channel];
    case 'kind':
      return [row.kind];
    case 'status':
      return [row.status];
    case 'severity':
      return [row.severity === null ? '' : String(row.severity)];
    case 'branch':
      return [row.branch ?? ''];
    case 'region':
      return [row.region];
    case 'product':
      return [row.product ?? ''];
    case 'customerType':
      return [row.customer_type ?? ''];
    case 'owner':
      return [row.owner ?? ''];
    case 'due':
      return [dueStateOf(row)];
    case 'month':
      return [row.received_at.slice(0, 7)];
    case 'requirement':
      return row.requirements.length === 0 ? [''] : row.requirements.map(String);
    default:
      return [row.extras.get(Number(facet.slice('extra:'.length))) ?? ''];
  }
}

/** The filter without the parts that are a choice in the facet. */
function besides(filter: VocFilter, facet: VocFacetName): VocFilter {
  const own: Record<string, (keyof VocFilter)[]> = {
    channel: ['channels'],
    kind: ['kinds'],
    status: ['statuses'],
    severity: ['severities'],
    branch: ['branches'],
    region: ['regions'],
    product: ['products'],
    customerType: ['customerTypes'],
    owner: ['owners'],
    due: ['due'],
    month: ['months'],
    requirement: ['requirementIds', 'unassigned'],
  };
  const rest = { ...filter };
  for (const key of own[facet] ?? []) delete rest[key];
  const fieldId = Number(facet.slice('extra:'.length));
  if (facet.startsWith('extra:')) {
    rest.extras = (filter.extras ?? []).filter((extra) => extra.fieldId !== fieldId);
  }
  return rest;
}

function plainCounts(rows: readonly PlainVoc[], facet: VocFacetName): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    for (const value of valuesOf(facet, row)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function expectSameAsPlain(filter: VocFilter): void {
  const criteria = criteriaFor(filter);
  const selected = all.filter((row) => plainlySelects(filter, row));
  const counted = finished(
    facetsFromColumns(state, { kind: 'facets', criteria, facets, limit: 1000 }),
  );
  expect(counted.total).toBe(selected.length);
  for (const { facet, values } of counted.facets) {
    const rows = all.filter((row) => plainlySelects(besides(filter, facet), row));
    const counts = Object.fromEntries(values.map(({ value, count }) => [value, count]));
    expect({ facet, counts }).toEqual({ facet, counts: plainCounts(rows, facet) });
  }
}

describe('the columns of the index', () => {
  it('select, count and order as a plain look at every row does', () => {
    fc.assert(
      fc.property(randomFilter, randomSort, fc.nat(60), (filter, sort, offset) => {
        const criteria = criteriaFor(filter);
        const selected = all.filter((row) => plainlySelects(filter, row));
        const expected = plainOrder(selected, sort);
        const page = (range: { offset: number; limit: number }) => [
          ...pageFromColumns(state, { kind: 'page', criteria, sort, range }),
        ];
        expect(page({ offset, limit: 7 })).toEqual(expected.slice(offset, offset + 7));
        expect(page({ offset: 0, limit: 1000 })).toEqual(expected);
        expect(state.pass(criteria).count()).toBe(expected.length);
        expect([...state.pass(criteria).ids()]).toEqual(expected.toSorted((a, b) => a - b));
        // Now that the hits are known, the same once more.
        expect(page({ offset, limit: 7 })).toEqual(expected.slice(offset, offset + 7));
      }),
      { numRuns: 300 },
    );
  });

  it('count every facet without its own part of the filter', () => {
    fc.assert(
      fc.property(randomFilter, (filter) => {
        expectSameAsPlain(filter);
      }),
      { numRuns: 200 },
    );
  });

  it('count two facets against each other, requirements among them', () => {
    const facet = fc.constantFrom(...facets);
    fc.assert(
      fc.property(randomFilter, facet, facet, (filter, rows, columns) => {
        const selected = all.filter((row) => plainlySelects(filter, row));
        const cross = crossFromColumns(state, {
          kind: 'cross',
          criteria: criteriaFor(filter),
          rows,
          columns,
          limit: 200,
        });
        expect(cross.total).toBe(selected.length);
        const has = (facet: VocFacetName, value: string) => (row: PlainVoc) =>
          valuesOf(facet, row).includes(value);
        expect(cross.counts).toEqual(
          cross.rows.map(({ value }) =>
            cross.columns.map(
              (column) =>
                selected.filter(has(rows, value)).filter(has(columns, column.value)).length,
            ),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('say which values a facet has no room for', () => {
    const criteria = criteriaFor({});
    const counted = (facet: VocFacetName, limit: number) =>
      finished(facetsFromColumns(state, { kind: 'facets', criteria, facets: [facet], limit }))
        .facets[0];
    const whole = counted('channel', 10);
    expect(whole?.others).toEqual({ values: 0, count: 0 });
    const [first, ...rest] = whole?.values ?? [];
    expect(counted('channel', 1)).toEqual({
      facet: 'channel',
      values: [first],
      others: { values: rest.length, count: rest.reduce((sum, { count }) => sum + count, 0) },
    });
    expect(counted('month', 2)?.values.map(({ value }) => value)).toEqual(['2026-02', '2026-03']);
  });

  it('count by period without gaps, weeks from Monday', () => {
    const of = (unit: 'day' | 'week' | 'month') =>
      periodsFromColumns(state, { kind: 'periods', criteria: criteriaFor({}), unit });
    const days = plainCounts(all, 'month');
    expect(of('month')).toEqual({
      total: all.length,
      periods: [
        { from: '2026-01-01', to: '2026-01-31', count: days['2026-01'] },
        { from: '2026-02-01', to: '2026-02-28', count: days['2026-02'] },
        { from: '2026-03-01', to: '2026-03-31', count: days['2026-03'] },
      ],
    });
    const weeks = of('week').periods;
    expect(weeks[0]).toMatchObject({ from: '2026-01-26', to: '2026-02-01' });
    expect(weeks.at(-1)).toMatchObject({ from: '2026-03-16', to: '2026-03-22' });
    expect(weeks).toHaveLength(8);
    expect(of('day').periods).toHaveLength(45);
    expect(of('day').periods.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  });

  it('give the same choices and home figures as SQL', () => {
    expect(choicesFromColumns(state)).toEqual(vocChoices(raw));
    expect(figuresFromColumns(state, testToday)).toEqual(vocFigures(raw, testToday));
  });

  it('tell how VOC were handled and what waits in each list of work as SQL does', () => {
    fc.assert(fc.property(randomFilter, expectSameHandling), { numRuns: 60 });
  });

  it('count the VOC behind several requirements once each, as SQL does', () => {
    expectSameBehind();
  });

  it('follow edits, new rows, removals, undone transactions and cascades', () => {
    const edit = fc.record({
      kind: fc.constantFrom('insert', 'update', 'remove', 'link', 'unlink', 'region', 'rollback'),
      row: randomVoc,
      place: fc.nat(1000),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        randomFilter,
        randomSort,
        (rounds, filter, sort) => {
          for (const edits of rounds) {
            // The orders and counts of before must be there to grow stale.
            const criteria = criteriaFor(filter);
            pageFromColumns(state, {
              kind: 'page',
              criteria,
              sort,
              range: { offset: 0, limit: 9 },
            });
            finished(facetsFromColumns(state, { kind: 'facets', criteria, facets, limit: 9 }));
            for (const { kind, row, place } of edits) make(kind, row, place);
            const change = log.take();
            if (change === 'everything') throw new Error('nobody else writes here');
            if (change !== null) state.apply(change);
            all = plainVoc(raw);
            const expected = plainOrder(
              all.filter((voc) => plainlySelects(filter, voc)),
              sort,
            );
            const range = { offset: 0, limit: 1000 };
            expect([...pageFromColumns(state, { kind: 'page', criteria, sort, range })]).toEqual(
              expected,
            );
            expectSameAsPlain(filter);
            expectSameHandling(filter);
            expectSameBehind();
          }
        },
      ),
      { numRuns: 80 },
    );
  });
});

function expectSameBehind(): void {
  const ids = raw.prepare('SELECT id FROM requirement').pluck().all() as number[];
  const requirementSets = [ids, ids.slice(0, 2), [], ids.slice(1), [ids[0] ?? 0, ids[0] ?? 0]];
  const question = { kind: 'behind', requirementSets } as const;
  const counts = behindFromColumns(state, question);
  expect(counts).toEqual(answerBySql(raw, question));
  expect(counts[2]).toBe(0);
}

function expectSameHandling(filter: VocFilter): void {
  const criteria = criteriaFor(filter);
  for (const by of handlingGroups) {
    const { groups, ...all } = finished(
      handlingFromColumns(state, { kind: 'handling', criteria, by }),
    );
    const expected = summarise(raw, criteria, by);
    expect(all).toEqual({ today: expected.today, total: expected.total });
    expect(groups.toSorted(byValue)).toEqual(expected.groups.toSorted(byValue));
  }
  for (const me of [null, '상담1팀']) {
    for (const mineOnly of [false, true]) {
      const order = { kind: 'queue', me, mineOnly, today: testToday } as const;
      for (const { filter: view, count } of queueFromColumns(state, order)) {
        expect(count).toBe(countVoc(raw, criteriaFor(view)));
      }
    }
  }
}

function byValue(one: { value: string }, other: { value: string }): number {
  return one.value < other.value ? -1 : 1;
}

type EditKind = 'insert' | 'update' | 'remove' | 'link' | 'unlink' | 'region' | 'rollback';

function make(kind: EditKind, row: Parameters<typeof insertRandomVoc>[1], place: number): void {
  const id = Number(
    raw
      .prepare('SELECT id FROM voc ORDER BY id LIMIT 1 OFFSET ?')
      .pluck()
      .get(place % 200) ?? 1,
  );
  if (kind === 'insert') linkRandomly(raw, insertRandomVoc(raw, row), place);
  if (kind === 'update') {
    const { text, status, branch, received_at, due_on, replied_at, severity } = row;
    raw
      .prepare(
        `UPDATE voc SET text = ?, status = ?, branch = ?, received_at = ?, due_on = ?,
           replied_at = ?, severity = ? WHERE id = ?`,
      )
      .run(text, status, branch, received_at, due_on, replied_at, severity, id);
  }
  if (kind === 'remove') raw.prepare('DELETE FROM voc WHERE id = ?').run(id);
  if (kind === 'link') linkRandomly(raw, id, place);
  if (kind === 'unlink') {
    raw.prepare('DELETE FROM requirement_voc WHERE voc_id = ?').run(id);
    raw.prepare('DELETE FROM voc_extra WHERE voc_id = ?').run(id);
  }
  if (kind === 'region') {
    raw
      .prepare("UPDATE branch SET region = ? WHERE name = '부산'")
      .run(place % 2 === 0 ? '' : '영남');
  }
  if (kind === 'rollback') {
    raw.exec('BEGIN');
    raw.prepare('DELETE FROM voc WHERE id = ?').run(id);
    raw.exec('ROLLBACK');
  }
}
