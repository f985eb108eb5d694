import type { VocChoices, VocSort } from '../../../core/contract/voc.contract.ts';
import { vocKinds } from '../../../core/contract/voc.contract.ts';
import { parseSearch } from '../../../core/domain/voc/voc-search-query.ts';
import { selectsAll } from '../../../db/voc-conditions.ts';
import { countVoc } from '../../../db/voc-count.ts';
import {
  isCountedQuickly,
  type PageRange,
  pageOfHits,
  pageOfSearch,
  type VocOrder,
} from '../../../db/voc-search-page.ts';
import { valuesOf } from './column-facets.ts';
import { countFacet, crossCounts } from './facet-counts.ts';
import type { FilterPass } from './filter-pass.ts';
import type { IndexAnswers, QuestionOf, VocFigures } from './index-messages.ts';
import type { IndexState } from './index-state.ts';
import { periodsOf } from './voc-periods.ts';

/** Answers from the columns in memory. */

export function pageFromColumns(
  state: IndexState,
  { criteria, sort, range }: QuestionOf<'page'>,
): Uint32Array {
  const query = criteria.filter.search ?? '';
  const search = parseSearch(query);
  const pass = search === null ? state.pass(criteria) : state.passBesideSearch(criteria);
  if (search === null) return pageOfOrder(state, pass, sort, range);
  const order = columnOrder(state, pass, sort);
  // Far down, every hit has to be known anyway, and known it serves the pages that follow.
  const hits = range.offset > nearTheTop ? state.hits(query) : state.knownHits(query);
  return Uint32Array.from(
    hits ? pageOfHits(hits, order, range) : pageOfSearch(state.raw, search, order, range),
  );
}

const nearTheTop = 1_000;

export function countFromColumns(state: IndexState, { criteria }: QuestionOf<'count'>): number {
  const { search: query = '', ...others } = criteria.filter;
  const search = parseSearch(query);
  // The index counts sooner than it names its hits; the facets will ask for these when they come.
  const byIndex =
    search !== null &&
    selectsAll(others) &&
    state.knownHits(query) === undefined &&
    isCountedQuickly(search);
  return byIndex ? countVoc(state.raw, criteria) : state.pass(criteria).count();
}

/** One facet after the other, so that a page may be answered in between. */
export function* facetsFromColumns(
  state: IndexState,
  { criteria, facets, limit }: QuestionOf<'facets'>,
): Generator<undefined, IndexAnswers['facets']> {
  const pass = state.pass(criteria);
  yield;
  const counts: IndexAnswers['facets']['facets'] = [];
  for (const facet of facets) {
    const ids = pass.idsBeside(facet);
    counts.push(countFacet(state, facet, { ids, today: criteria.today, limit }));
    yield;
  }
  return { facets: counts, total: pass.count() };
}

export function crossFromColumns(
  state: IndexState,
  { criteria, rows, columns, limit }: QuestionOf<'cross'>,
): IndexAnswers['cross'] {
  const pass = state.pass(criteria);
  const { today } = criteria;
  const counted = crossCounts(state, { rows, columns }, { ids: pass.ids(), today, limit });
  return { ...counted, total: pass.count() };
}

export function periodsFromColumns(
  state: IndexState,
  { criteria, unit }: QuestionOf<'periods'>,
): IndexAnswers['periods'] {
  const pass = state.pass(criteria);
  const { codes, dictionaries } = state.columns;
  const counts = new Uint32Array(dictionaries.day.size);
  for (const id of pass.ids()) {
    const day = codes.day[id] ?? 0;
    counts[day] = (counts[day] ?? 0) + 1;
  }
  const days = valuesOf(dictionaries.day).map((day, code) => [day, counts[code] ?? 0] as const);
  return { periods: periodsOf(days, unit), total: pass.count() };
}

/** A picker of more is no picker; the rest is found by typing. */
const mostChoices = 1_000;

export function choicesFromColumns(state: IndexState): VocChoices {
  const ids = state.orders.of('id');
  const names = (facet: 'branch' | 'region' | 'product' | 'customerType' | 'owner') =>
    countFacet(state, facet, { ids, today: '', limit: mostChoices + 1 })
      .values.map(({ value }) => value)
      .filter((value) => value !== '');
  const used = names('branch');
  // Branches that no VOC names yet can be picked too.
  const unused = [...state.regions.keys()].filter((name) => !used.includes(name)).sort();
  return {
    branches: [...used, ...unused].slice(0, mostChoices),
    regions: regionsWith(names('region'), state).slice(0, mostChoices),
    products: names('product').slice(0, mostChoices),
    customerTypes: names('customerType').slice(0, mostChoices),
    owners: names('owner').slice(0, mostChoices),
  };
}

function regionsWith(used: readonly string[], { regions }: IndexState): string[] {
  const named = [...regions.values()].filter((region) => region !== '').sort();
  return [...new Set([...used, ...named])];
}

export function behindFromColumns(
  { columns, evidence }: IndexState,
  { requirementSets }: QuestionOf<'behind'>,
): number[] {
  /** In which set a VOC was met last, counted from 1. */
  const metIn = new Uint32Array(columns.capacity);
  return requirementSets.map((requirementIds, place) => {
    let count = 0;
    for (const requirementId of new Set(requirementIds)) {
      for (const id of evidence.idsOf(requirementId)) {
        if (metIn[id] === place + 1) continue;
        metIn[id] = place + 1;
        count++;
      }
    }
    return count;
  });
}

const monthsShown = 12;

/** What the home screen shows of VOC; `today` is a local calendar date. */
export function figuresFromColumns(state: IndexState, today: string): VocFigures {
  const { columns, evidence } = state;
  const assigned = evidence.assigned(columns.capacity);
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - 30 * millisecondsPerDay)
    .toISOString()
    .slice(0, 10);
  const days = columns.dictionaries.day;
  const recent = days.table(new Uint8Array(days.size), (day) =>
    day !== null && day > from && day <= today ? 1 : 0,
  );
  const voc = { total: 0, unassigned: 0, complaints: 0, last30Days: 0 };
  const complaint = columns.dictionaries.kind.find('complaint') ?? -1;
  for (const id of state.orders.of('id')) {
    voc.total++;
    if (assigned[id] !== 1) voc.unassigned++;
    if (columns.codes.kind[id] === complaint) voc.complaints++;
    voc.last30Days += recent[columns.codes.day[id] ?? 0] ?? 0;
  }
  return { voc, vocByMonth: byMonthAndKind(state) };
}

const millisecondsPerDay = 86_400_000;

function byMonthAndKind(state: IndexState): VocFigures['vocByMonth'] {
  const limits = { ids: state.orders.of('id'), today: '', limit: Number.MAX_SAFE_INTEGER };
  const { rows, columns, counts } = crossCounts(state, { rows: 'month', columns: 'kind' }, limits);
  const known = new Set<string>(vocKinds);
  return rows
    .flatMap(({ value: month }, row) =>
      columns.map(({ value: kind }, column) => ({
        month,
        kind,
        count: counts[row]?.[column] ?? 0,
      })),
    )
    .filter(({ kind, count }) => count > 0 && known.has(kind))
    .filter(({ month }) => rows.slice(-monthsShown).some(({ value }) => value === month))
    .toSorted(byMonthThenKind);
}

function byMonthThenKind(
  one: { month: string; kind: string },
  other: { month: string; kind: string },
): number {
  if (one.month !== other.month) return one.month < other.month ? -1 : 1;
  return one.kind < other.kind ? -1 : 1;
}

const firstBatch = 500;
const largestBatch = 50_000;

/** A list is given from either end of one order. */
function columnOrder(state: IndexState, pass: FilterPass, sort: VocSort): VocOrder {
  const order = state.orders.of(sort.field);
  const ascending = sort.direction === 'asc';
  return {
    *batches() {
      const { length } = order;
      let batch = new Uint32Array(firstBatch);
      let count = 0;
      for (let place = 0; place < length; place++) {
        const id = order[ascending ? place : length - 1 - place] ?? 0;
        if (!pass.passes(id)) continue;
        batch[count++] = id;
        if (count < batch.length) continue;
        yield batch;
        batch = new Uint32Array(Math.min(batch.length * 2, largestBatch));
        count = 0;
      }
      yield batch.subarray(0, count);
    },
    arrange(ids) {
      const compare = state.orders.comparer(sort.field);
      const found = [...ids].filter((id) => pass.passes(id)).sort(compare);
      return ascending ? found : found.reverse();
    },
  };
}

function pageOfOrder(
  state: IndexState,
  pass: FilterPass,
  sort: VocSort,
  { offset, limit }: PageRange,
): Uint32Array {
  const order = state.orders.of(sort.field);
  const { length } = order;
  const page = new Uint32Array(Math.min(limit, length));
  let passed = 0;
  let count = 0;
  for (let place = 0; place < length && count < page.length; place++) {
    const id = order[sort.direction === 'asc' ? place : length - 1 - place] ?? 0;
    if (pass.passes(id) && passed++ >= offset) page[count++] = id;
  }
  return page.slice(0, count);
}
