import { initialsMatch } from '../core/domain/voc/voc-initials.ts';
import {
  literalMatch,
  literalRuns,
  searchExpression,
} from '../core/domain/voc/voc-search-expression.ts';
import type { ParsedSearch, SearchPattern } from '../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from './connection.ts';
import { IdSet } from './id-set.ts';
import { SearchGrams } from './search-grams.ts';
import { textAsker } from './voc-text-asker.ts';

/**
 * Every VOC that the search finds, exactly. For where the whole set is wanted (counts, facets,
 * selections): it costs time with the number of hits, so the first page of a search with many is
 * better met by walking the list and asking each text (`csm_matches`).
 *
 * Initials are looked up gram by gram, and the sets joined here: FTS5 itself compares all the terms of
 * an OR at every row (ㅇㅇ over a million VOC: 5.2 s against 0.4 s).
 */
export function searchIds(raw: RawDatabase, search: ParsedSearch): IdSet {
  const expression = searchExpression(search);
  if (expression.kind === 'matching' && expression.exact) return matching(raw, [expression.match]);
  if (expression.kind === 'allBut' && expression.exact) {
    const ids = everyId(raw);
    ids.subtract(matching(raw, [expression.match]));
    return ids;
  }
  if (expression.kind === 'matching') {
    const ids = matching(raw, [expression.match]);
    if (ids.size <= askedAtOnce) {
      dropUnmet(raw, search, ids);
      return ids;
    }
  }
  return askedIds(raw, search);
}

/** So few texts are asked sooner than the grams of initials are looked up. */
const askedAtOnce = 5_000;

/** With initials: each term's candidates, and the texts asked where these are more than the hits. */
function askedIds(raw: RawDatabase, search: ParsedSearch): IdSet {
  const grams = new SearchGrams(raw);
  const termIds = (patterns: readonly SearchPattern[]) => {
    const ids = new IdSet();
    let exact = true;
    for (const pattern of patterns) {
      const found = patternIds(raw, grams, pattern);
      exact &&= found.exact;
      for (const id of found.ids) ids.add(id);
    }
    return { ids, exact };
  };
  let ids: IdSet | null = null;
  let exact = true;
  for (const { patterns } of search.required) {
    const found = termIds(patterns);
    exact &&= found.exact;
    if (ids === null) ids = found.ids;
    else ids.intersect(found.ids);
  }
  ids ??= everyId(raw);
  for (const { patterns } of search.excluded) {
    const found = termIds(patterns);
    exact &&= found.exact;
    if (found.exact) ids.subtract(found.ids);
  }
  if (!exact) dropUnmet(raw, search, ids);
  return ids;
}

interface Candidates {
  ids: IdSet;
  exact: boolean;
}

/** Alone, initials are what their own index answers; among other characters they narrow what grams say. */
function patternIds(raw: RawDatabase, grams: SearchGrams, pattern: SearchPattern): Candidates {
  const initials = initialsMatch(pattern);
  if (initials?.exact) return { ids: withInitials(raw, initials.match), exact: true };
  const sets = literalRuns(pattern)
    .filter((run) => run.length > 1 || run.length === pattern.length)
    .map((run) => matching(raw, [literalMatch(run)]));
  sets.push(...mixedPairs(raw, grams, pattern));
  // Two initials beside a character as written are more than the one gram that was looked up says.
  const isOneGram = pattern.length <= 2 || pattern.every(({ initial }) => !initial);
  const exact = initials === null && isOneGram && sets.length === 1;
  if (initials !== null) sets.push(withInitials(raw, initials.match));
  const ids = sets.shift() ?? new IdSet();
  for (const set of sets) ids.intersect(set);
  return { ids, exact };
}

/** For each initial beside a character as written, what holds any gram that fits the two. */
function mixedPairs(raw: RawDatabase, grams: SearchGrams, pattern: SearchPattern): IdSet[] {
  const sets: IdSet[] = [];
  for (const [place, character] of pattern.entries()) {
    const next = pattern[place + 1];
    if (next === undefined || character.initial === next.initial) continue;
    const fitting = grams.fitting(character, next).map((gram) => literalMatch(Array.from(gram)));
    sets.push(matching(raw, fitting));
  }
  return sets;
}

function withInitials(raw: RawDatabase, match: string): IdSet {
  const ids = new IdSet();
  const find = raw.prepare('SELECT rowid FROM voc_initials WHERE voc_initials MATCH ?').pluck();
  for (const id of find.all(match) as number[]) ids.add(id);
  return ids;
}

/** What any of the expressions matches. */
function matching(raw: RawDatabase, expressions: readonly string[]): IdSet {
  const ids = new IdSet();
  const find = raw.prepare('SELECT rowid FROM voc_search WHERE voc_search MATCH ?').pluck();
  for (const expression of expressions) {
    for (const id of find.all(expression) as number[]) ids.add(id);
  }
  return ids;
}

function everyId(raw: RawDatabase): IdSet {
  const ids = new IdSet();
  for (const id of raw.prepare('SELECT id FROM voc').pluck().iterate()) ids.add(Number(id));
  return ids;
}

function dropUnmet(raw: RawDatabase, search: ParsedSearch, ids: IdSet): void {
  const met = new IdSet();
  for (const id of textAsker(raw, search)([...ids])) met.add(id);
  ids.intersect(met);
}
