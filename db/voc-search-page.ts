import { initialsMatch } from '../core/domain/voc/voc-initials.ts';
import { literalMatch, searchExpression } from '../core/domain/voc/voc-search-expression.ts';
import type { ParsedSearch, SearchTerm } from '../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from './connection.ts';
import { IdSet } from './id-set.ts';
import type { SearchTable } from './search-tables.ts';
import { searchIds } from './voc-search-ids.ts';
import { type TextAsker, textAsker, together } from './voc-text-asker.ts';

/** The list that a search is asked of: VOC that everything else of a filter selects, in its order. */
export interface VocOrder {
  /** Their ids, first to last, in batches that grow: the first is often enough. */
  batches(): Iterable<ArrayLike<number>>;
  /** Those of `ids` that are among them, in the same order. */
  arrange(ids: Iterable<number>): number[];
}

export interface PageRange {
  offset: number;
  limit: number;
}

/** So few hits can be fetched and sorted; each is somewhere else in the file. */
const arrangedAtOnce = 5_000;
/** More of them than this are first looked for on a walk, which may fill the page in a few milliseconds. */
const arrangedRightAway = 500;
/** How far that walk goes: some 10 ms. */
const walkedFirst = 100_000;
/** How many texts a walk asks before it turns to the index: some 15 ms. */
const askedAtMost = 5_000;
/** After so many the walk knows about how many more it will need. */
const askedToJudge = 500;
/** Asking a text costs as much as taking this many hits out of the index. */
const hitsPerText = 20;

/**
 * One page of a search without knowing all its hits. There are two ways, and the number of hits says
 * which is quicker: many are soon met by walking the list and asking each text; few are taken from the
 * index and looked for in the list. How many there are is found out with a bounded look, because
 * counting them would be the greater part of the work. Both ways answer the same, and the same as any
 * later page: exactly what the search finds, in the order of the list.
 */
export function pageOfSearch(
  raw: RawDatabase,
  search: ParsedSearch,
  order: VocOrder,
  { offset, limit }: PageRange,
): number[] {
  const need = offset + limit;
  const most = mostWorthTaking(raw, need);
  for (const quick of [quickPart(search), quickInitials(search)]) {
    const hits = quick === null ? null : fewIds(raw, quick, most);
    if (quick === null || hits === null) continue;
    const asks = quick.exact ? null : textAsker(raw, search);
    const page = pageOf({ ids: hits, asks }, order, need);
    return page?.slice(offset) ?? pageOfHits(searchIds(raw, search), order, { offset, limit });
  }
  const met = pageByAsking(raw, search, order, need);
  return met?.slice(offset) ?? pageOfHits(searchIds(raw, search), order, { offset, limit });
}

/** One page of a search whose hits are all known. */
export function pageOfHits(hits: IdSet, order: VocOrder, { offset, limit }: PageRange): number[] {
  return pageOf({ ids: hits, asks: null }, order, offset + limit)?.slice(offset) ?? [];
}

/** The hits as far as the index says: where it says more than it should, each text is asked too. */
interface Candidates {
  ids: IdSet;
  asks: TextAsker | null;
}

/** null when too many texts would have to be asked. */
function pageOf({ ids, asks }: Candidates, order: VocOrder, need: number): number[] | null {
  const hits = ids.size;
  const canBeArranged = hits <= arrangedAtOnce;
  if (!canBeArranged || hits > Math.max(need, arrangedRightAway)) {
    const met = pageByWalking({ ids, asks }, order, need, canBeArranged ? walkedFirst : Infinity);
    if (met !== null || !canBeArranged) return met;
  }
  const arranged = order.arrange(ids);
  return asks === null ? arranged.slice(0, need) : firstOf(asks(arranged), need);
}

/** null when the walk would be longer than `atMost`, or when hits are too rare among the candidates. */
function pageByWalking(
  { ids, asks }: Candidates,
  order: VocOrder,
  need: number,
  atMost: number,
): number[] | null {
  const page: number[] = [];
  let walked = 0;
  let asked = 0;
  for (const batch of order.batches()) {
    if (walked > atMost || (asks !== null && isTooRare(page.length, asked, need))) return null;
    walked += batch.length;
    const among = Array.prototype.filter.call(batch, (id: number) => ids.has(id)) as number[];
    asked += among.length;
    for (const id of asks === null ? among : asks(among)) {
      page.push(id);
      if (page.length === need) return page;
    }
  }
  return page;
}

/** Whether asking on would take too long, as far as what was asked can say. */
function isTooRare(met: number, asked: number, need: number): boolean {
  return asked >= askedAtMost || (asked >= askedToJudge && (met * askedAtMost) / asked < need);
}

function firstOf(ids: Iterable<number>, need: number): number[] {
  const first: number[] = [];
  for (const id of ids) {
    first.push(id);
    if (first.length === need) break;
  }
  return first;
}

/** null when the hits are too far apart to be met this way. */
function pageByAsking(
  raw: RawDatabase,
  search: ParsedSearch,
  order: VocOrder,
  need: number,
): number[] | null {
  const asks = textAsker(raw, search);
  const page: number[] = [];
  let asked = 0;
  for (const ids of together(order.batches())) {
    if (isTooRare(page.length, asked, need)) return null;
    asked += ids.length;
    page.push(...asks(ids));
    if (page.length >= need) return page.slice(0, need);
  }
  return page;
}

/** The index counts what such a search finds in some 15 ms, however much it is. */
export function isCountedQuickly(search: ParsedSearch): boolean {
  return quickPart(search)?.exact === true;
}

/** What one of the indexes answers at once. `exact`: it is all that the search asks. */
interface QuickPart {
  table: SearchTable;
  match: string;
  exact: boolean;
}

/**
 * The terms that the index answers in a few milliseconds however many they find. A single character
 * is not one of them: it asks for all grams that begin with it (이: 640,000 hits, 150 ms before the
 * first). Nor are initials.
 */
function quickPart(search: ParsedSearch): QuickPart | null {
  const required = search.required.filter(isQuick);
  const excluded = search.excluded.filter(isQuick);
  if (required.length === 0) return null;
  const expression = searchExpression({ required, excluded });
  if (expression.kind !== 'matching' || !expression.exact) return null;
  const exact =
    required.length === search.required.length && excluded.length === search.excluded.length;
  return { table: 'voc_search', match: expression.match, exact };
}

/** Runs of initials that have to occur. */
function quickInitials(search: ParsedSearch): QuickPart | null {
  const required = search.required.flatMap(({ patterns }) => {
    const [pattern, ...others] = patterns;
    const initials = pattern === undefined || others.length > 0 ? null : initialsMatch(pattern);
    return initials ?? [];
  });
  if (required.length === 0) return null;
  const all = required.length === search.required.length && search.excluded.length === 0;
  return {
    table: 'voc_initials',
    match: required.map(({ match }) => match).join(' AND '),
    exact: all && required.every(({ exact }) => exact),
  };
}

function isQuick({ patterns }: SearchTerm): boolean {
  return patterns.every(
    (pattern) =>
      pattern.every(({ initial }) => !initial) &&
      // An open end is a prefix query.
      !literalMatch(pattern.map(({ character }) => character)).endsWith(' *'),
  );
}

/** null when there are `most` or more. */
function fewIds(raw: RawDatabase, { table, match }: QuickPart, most: number): IdSet | null {
  const found = raw
    .prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT ?`)
    .pluck()
    .all(match, most) as number[];
  if (found.length === most) return null;
  const ids = new IdSet();
  for (const id of found) ids.add(id);
  return ids;
}

/**
 * With h hits among n texts a walk asks need · n / h texts; taking all hits costs h. Equal costs at
 * h = √(hitsPerText · need · n): for a hundred of a million some 45,000.
 */
function mostWorthTaking(raw: RawDatabase, need: number): number {
  const lastId = raw.prepare('SELECT max(id) FROM voc').pluck().get();
  return Math.ceil(Math.sqrt(hitsPerText * need * Number(lastId ?? 0))) + arrangedAtOnce;
}
