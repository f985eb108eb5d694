import { matchesSearch } from '../core/domain/voc/voc-search-match.ts';
import type { ParsedSearch } from '../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from './connection.ts';

/** Texts are fetched so many at a time: one by one takes three times as long. */
const askedTogether = 250;

/** Gives those of `ids` whose texts the search finds, in the same order. */
export type TextAsker = (ids: readonly number[]) => Iterable<number>;

export function textAsker(raw: RawDatabase, search: ParsedSearch): TextAsker {
  const textsOf = raw
    .prepare<[string], [number, string]>(
      'SELECT voc.id, text FROM json_each(?) CROSS JOIN voc ON voc.id = json_each.value',
    )
    .raw();
  return function* (ids) {
    for (const some of together([ids])) {
      for (const [id, text] of textsOf.all(JSON.stringify(some))) {
        if (matchesSearch(search, text)) yield id;
      }
    }
  };
}

/** The same ids in portions to ask together. */
export function* together(batches: Iterable<ArrayLike<number>>): Generator<number[]> {
  for (const batch of batches) {
    for (let from = 0; from < batch.length; from += askedTogether) {
      yield Array.prototype.slice.call(batch, from, from + askedTogether) as number[];
    }
  }
}
