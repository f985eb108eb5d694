import type { VocFilter, VocListRow, VocSort } from '../../../../core/contract/voc.contract.ts';

/** What a list shows: which VOC, in which order, with which imported columns. */
export interface RowQuery {
  filter: VocFilter;
  sort: VocSort;
  extraFieldIds: number[];
}

/** Where rows come from; the host in the app. */
export interface RowSource {
  page: (query: RowQuery, offset: number, limit: number) => Promise<VocListRow[]>;
  count: (query: RowQuery) => Promise<number>;
}

export interface RowStoreState {
  /** Rows one can scroll over: all of them once they are counted, until then those known to be. */
  length: number;
  /** null until they are counted. */
  total: number | null;
  /** The rows shown are those of an earlier query: the first of the new one are on their way. */
  stale: boolean;
  /** No rows have ever come. */
  blank: boolean;
  /** Grows with every new query whose rows are shown: the list then begins at its top again. */
  generation: number;
}

const pageSize = 100;
/** Pages kept in memory: the 20,000 rows fetched last. */
const mostPages = 200;
/** Pages fetched before one gets there, in the direction one scrolls. */
const pagesAhead = 3;
const pagesBehind = 1;
/** Requests under way at once. */
const mostRequests = 4;
/** Fewer for what is only likely to be needed: the rows in sight must not wait for those. */
const mostAhead = 2;

interface Generation {
  query: RowQuery;
  pages: Map<number, VocListRow[]>;
  inFlight: Set<number>;
  total: number | null;
  /** Pages that must be there before the generation takes the place of the one before it. */
  needed: readonly number[];
  /** A refresh: one stays where one is. */
  keepsPlace: boolean;
}

/**
 * The rows of a list of any length, of which those around the ones in sight are held. A new query
 * and a refresh are fetched behind the rows that are shown and take their place as a whole, so that
 * nobody ever looks at an emptied list. What is asked for first is always what is in sight now;
 * requests for places one has left are not made any more.
 */
export class RowStore {
  readonly #source: RowSource;
  readonly #onError: (error: unknown) => void;
  readonly #listeners = new Set<() => void>();
  #shown: Generation | null = null;
  #next: Generation | null = null;
  #visible = { first: 0, last: 0, direction: 1 };
  #state: RowStoreState = { length: 0, total: null, stale: false, blank: true, generation: 0 };
  #shownCount = 0;

  constructor(source: RowSource, onError: (error: unknown) => void) {
    this.#source = source;
    this.#onError = onError;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The same object until something changed. */
  readonly state = (): RowStoreState => this.#state;

  /** What is shown, or will be when nothing is shown yet. */
  get query(): RowQuery | null {
    return (this.#next ?? this.#shown)?.query ?? null;
  }

  rowAt(index: number): VocListRow | undefined {
    return this.#shown?.pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Where a VOC stands among the rows that are held; null when it is not held. */
  indexOf(id: number): number | null {
    for (const [page, rows] of this.#shown?.pages ?? []) {
      const place = rows.findIndex((row) => row.id === id);
      if (place >= 0) return page * pageSize + place;
    }
    return null;
  }

  /** Where each VOC that is held stands. */
  places(): ReadonlyMap<number, number> {
    const pages = [...(this.#shown?.pages ?? [])];
    return new Map(
      pages.flatMap(([page, rows]) =>
        rows.map(({ id }, place): [number, number] => [id, page * pageSize + place]),
      ),
    );
  }

  /** Shows another list as soon as its first rows are there. */
  show(query: RowQuery): void {
    this.#begin({ query, needed: [0], keepsPlace: false, total: null });
  }

  /** Fetches what is in sight anew, e.g. after an edit. */
  refresh(): void {
    const current = this.#next ?? this.#shown;
    if (current === null) return;
    const { query, keepsPlace } = current;
    const isFirst = this.#next !== null && !keepsPlace;
    this.#begin({
      query,
      needed: isFirst ? [0] : this.#visiblePages(),
      keepsPlace: !isFirst,
      total: isFirst ? null : current.total,
    });
  }

  /** Tells which rows are in sight; they and those around them are fetched. */
  want(first: number, last: number): void {
    const { first: before } = this.#visible;
    const direction = first === before ? this.#visible.direction : Math.sign(first - before);
    this.#visible = { first, last, direction };
    this.#pump();
  }

  /** Shows a change before the host has confirmed it; the refresh that follows tells the truth. */
  patch(ids: ReadonlySet<number>, change: Partial<VocListRow>): void {
    for (const [page, rows] of this.#shown?.pages ?? []) {
      if (!rows.some(({ id }) => ids.has(id))) continue;
      this.#shown?.pages.set(
        page,
        rows.map((row) => (ids.has(row.id) ? { ...row, ...change } : row)),
      );
    }
    this.#tell();
  }

  #begin(start: Pick<Generation, 'query' | 'needed' | 'keepsPlace' | 'total'>): void {
    const generation: Generation = { ...start, pages: new Map(), inFlight: new Set() };
    this.#next = generation;
    this.#tell();
    this.#pump();
    // Asked after the rows: a host that does one thing after another answers with them first.
    this.#source
      .count(generation.query)
      .then((total) => {
        generation.total = total;
        this.#takeOver();
        if (this.#isCurrent(generation)) this.#tell();
      })
      .catch((error: unknown) => this.#isCurrent(generation) && this.#onError(error));
  }

  #isCurrent(generation: Generation): boolean {
    return generation === this.#shown || generation === this.#next;
  }

  #visiblePages(): number[] {
    const from = Math.floor(this.#visible.first / pageSize);
    const to = Math.floor(Math.max(this.#visible.first, this.#visible.last) / pageSize);
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  }

  #pump(): void {
    // While a refresh is on its way, one may scroll on through the rows of before.
    for (const generation of [this.#next, this.#shown]) {
      if (generation === null) continue;
      const { pages, inFlight } = generation;
      for (const page of this.#wantedPages(generation)) {
        const isNeeded = generation === this.#next || this.#visiblePages().includes(page);
        if (inFlight.size >= (isNeeded ? mostRequests : mostAhead)) break;
        if (!pages.has(page) && !inFlight.has(page)) this.#fetch(generation, page);
      }
    }
  }

  /** Most urgent first. */
  #wantedPages(generation: Generation): number[] {
    if (generation === this.#next) return [...generation.needed];
    const visible = this.#visiblePages();
    const [from = 0] = visible;
    const to = visible.at(-1) ?? from;
    const down = Array.from({ length: pagesAhead }, (_, step) => to + 1 + step);
    const up = Array.from({ length: pagesAhead }, (_, step) => from - 1 - step);
    const around =
      this.#visible.direction >= 0
        ? [...down, ...up.slice(0, pagesBehind)]
        : [...up, ...down.slice(0, pagesBehind)];
    const last =
      generation.total === null
        ? Number.POSITIVE_INFINITY
        : Math.ceil(generation.total / pageSize) - 1;
    return [...visible, ...around].filter((page) => page >= 0 && page <= Math.max(0, last));
  }

  #fetch(generation: Generation, page: number): void {
    generation.inFlight.add(page);
    this.#source
      .page(generation.query, page * pageSize, pageSize)
      .then((rows) => {
        generation.inFlight.delete(page);
        if (!this.#isCurrent(generation)) return;
        generation.pages.set(page, rows);
        // A page that is not full ends the list, whatever was counted before.
        if (rows.length < pageSize && (rows.length > 0 || page === 0)) {
          generation.total = page * pageSize + rows.length;
        }
        this.#forgetOldPages(generation);
        this.#takeOver();
        this.#tell();
        this.#pump();
      })
      .catch((error: unknown) => {
        generation.inFlight.delete(page);
        if (!this.#isCurrent(generation)) return;
        if (generation === this.#next) this.#giveUpNext();
        this.#onError(error);
      });
  }

  /** The rows of before stay, no longer dimmed: the person was told why there are no others. */
  #giveUpNext(): void {
    if (this.#shown !== null) this.#next = null;
    this.#tell();
  }

  #takeOver(): void {
    const next = this.#next;
    if (next === null || !next.needed.every((page) => hasArrived(next, page))) return;
    this.#shown = next;
    this.#next = null;
    if (!next.keepsPlace) {
      this.#shownCount += 1;
      this.#visible = { first: 0, last: 0, direction: 1 };
    }
  }

  /** The first that came go first: those that came last are on screen, or soon will be. */
  #forgetOldPages({ pages }: Generation): void {
    const visible = this.#visiblePages();
    for (const page of pages.keys()) {
      if (pages.size <= mostPages) return;
      if (!visible.includes(page)) pages.delete(page);
    }
  }

  #tell(): void {
    const shown = this.#shown;
    this.#state = {
      length: shown === null ? 0 : (shown.total ?? knownLength(shown)),
      total: shown?.total ?? null,
      stale: this.#next !== null && !this.#next.keepsPlace && shown !== null,
      blank: shown === null,
      generation: this.#shownCount,
    };
    for (const listener of this.#listeners) listener();
  }
}

/** Pages past a total that has shrunk meanwhile are not waited for. */
function hasArrived({ pages, total }: Generation, page: number): boolean {
  return pages.has(page) || (total !== null && page > 0 && page * pageSize >= total);
}

/** Before they are counted: up to the end of what is there, and one page more where there may be. */
function knownLength({ pages }: Generation): number {
  const last = Math.max(-1, ...pages.keys());
  const rows = pages.get(last)?.length ?? 0;
  return last * pageSize + rows + (rows === pageSize ? pageSize : 0);
}
