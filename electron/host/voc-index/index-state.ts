import { vocSortFields } from '../../../core/contract/voc.contract.ts';
import { parseSearch } from '../../../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from '../../../db/connection.ts';
import type { IdSet } from '../../../db/id-set.ts';
import type { ChangedVoc } from '../../../db/voc-change-log.ts';
import type { VocCriteria } from '../../../db/voc-conditions.ts';
import { lastVocId } from '../../../db/voc-count.ts';
import { searchIds } from '../../../db/voc-search-ids.ts';
import { ColumnHelpers } from './column-helpers.ts';
import { ColumnOrders } from './column-orders.ts';
import { SliceCounter, SliceReader } from './column-slices.ts';
import { EvidenceColumns } from './evidence-columns.ts';
import { ExtraColumns } from './extra-columns.ts';
import { columnConditions, maskOf } from './filter-conditions.ts';
import { FilterPass, marked } from './filter-pass.ts';
import { HandlingColumns } from './handling-columns.ts';
import {
  type OrderedColumn,
  VocColumns,
  type VocColumnsRow,
  vocColumnsSql,
} from './voc-columns.ts';

/** A million hits are 125 KB. */
const mostSearches = 6;
/** The work of a filter is done once for the page, the count and the facets that one look asks for. */
const mostPasses = 4;

/** All that the index keeps in memory of one workspace, and how it is kept in step with the file. */
export class IndexState {
  readonly raw: RawDatabase;
  readonly columns: VocColumns;
  readonly orders: ColumnOrders;
  readonly extras: ExtraColumns;
  readonly evidence: EvidenceColumns;
  readonly handling: HandlingColumns;
  regions: ReadonlyMap<string, string> = new Map();
  readonly #searches = new Map<string, IdSet>();
  readonly #passes = new Map<string, FilterPass>();

  private constructor(raw: RawDatabase) {
    this.raw = raw;
    this.columns = new VocColumns(lastVocId(raw));
    this.orders = new ColumnOrders(this.columns);
    this.extras = new ExtraColumns(raw);
    this.evidence = new EvidenceColumns(raw);
    this.handling = new HandlingColumns(raw);
    this.#readRegions();
  }

  /**
   * Reads every VOC, slice by slice; `helped`, with other threads where there are many. The file may
   * change between two slices: whoever reads applies what is told meanwhile afterwards.
   */
  static *read(raw: RawDatabase, helped: boolean): Generator<undefined, IndexState> {
    const state = new IndexState(raw);
    const counter = new SliceCounter(lastVocId(raw));
    const reader = new SliceReader(raw);
    const helpers = new ColumnHelpers(raw.name, counter, helped);
    const read = new Set<number>();
    const deliver = () => {
      for (const { after } of helpers.deliverTo(state.columns)) read.add(after);
    };
    try {
      for (let slice = counter.next(); slice !== null; slice = counter.next()) {
        reader.readInto(state.columns, slice);
        read.add(slice.after);
        deliver();
        yield;
      }
      // At most as long as one slice takes.
      for (; helpers.busy && read.size < counter.slices().length; deliver()) yield;
      for (const slice of counter.slices()) {
        if (!read.has(slice.after)) reader.readInto(state.columns, slice);
      }
      return state;
    } finally {
      helpers.dismiss();
    }
  }

  /** Reads anew what changed, and forgets what was derived from it. */
  apply(change: ChangedVoc): void {
    const changed = new Set<OrderedColumn>();
    const one = this.raw.prepare(`${vocColumnsSql} WHERE id = ?`).raw();
    for (const id of change.vocIds) {
      const row = one.get(id) as VocColumnsRow | undefined;
      if (row === undefined) this.columns.remove(id, (column) => changed.add(column));
      else this.columns.put(row, (column) => changed.add(column));
    }
    this.orders.forget(changed);
    this.extras.update(change.fieldIds, change.vocIds);
    this.evidence.forget(change.requirementIds);
    this.handling.forget(change.vocIds);
    if (change.branches) this.#readRegions();
    this.#passes.clear();
    // Any of the texts may be another one now.
    if (change.vocIds.length > 0) this.#searches.clear();
  }

  /** What became of every VOC in the criteria, its search among them. */
  pass(criteria: VocCriteria): FilterPass {
    const make = () => {
      const hits = this.hits(criteria.filter.search);
      const conditions = columnConditions(this, criteria);
      if (hits !== null) {
        const codes = maskOf(hits, this.columns.capacity);
        conditions.push({ facet: null, codes, allowed: marked });
      }
      return new FilterPass(this.columns, conditions);
    };
    // The VOC of a keyword may be others the next time.
    if (criteria.keywordIds !== null) return make();
    const key = JSON.stringify(criteria);
    const known = this.#passes.get(key);
    if (known !== undefined) return known;
    const pass = make();
    keepLast(this.#passes, key, pass, mostPasses);
    return pass;
  }

  /** The same but for the search. */
  passBesideSearch(criteria: VocCriteria): FilterPass {
    const { search, ...filter } = criteria.filter;
    return this.pass({ ...criteria, filter });
  }

  /** Makes what is yet to be made, so that nobody has to wait for it; false when nothing is. */
  prepareNext(): boolean {
    const field = vocSortFields.find((candidate) => !this.orders.has(candidate));
    if (field === undefined) return this.handling.readNext(this.columns.capacity);
    this.orders.of(field);
    return true;
  }

  /** Every VOC that the search finds; null when it asks for nothing. */
  hits(query: string | undefined): IdSet | null {
    const search = parseSearch(query ?? '');
    if (search === null || query === undefined) return null;
    const known = this.#searches.get(query);
    if (known !== undefined) return known;
    const hits = searchIds(this.raw, search);
    keepLast(this.#searches, query, hits, mostSearches);
    return hits;
  }

  knownHits(query: string): IdSet | undefined {
    return this.#searches.get(query);
  }

  respondentsOf(waveId: number): number[] {
    return this.raw
      .prepare('SELECT id FROM respondent WHERE wave_id = ?')
      .pluck()
      .all(waveId) as number[];
  }

  #readRegions(): void {
    const rows = this.raw.prepare('SELECT name, region FROM branch').raw().all();
    this.regions = new Map(rows as [string, string][]);
  }
}

function keepLast<T>(map: Map<string, T>, key: string, value: T, most: number): void {
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
