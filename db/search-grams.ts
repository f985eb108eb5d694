import { syllablesOf } from '../core/domain/voc/hangul.ts';
import type { SearchCharacter } from '../core/domain/voc/voc-search-query.ts';
import type { RawDatabase } from './connection.ts';

/**
 * The grams that the search index of this file knows, asked for by what their characters may be.
 *
 * The index is walked from one term to the next that can fit, so that this costs as much as there are
 * grams to find and not as much as there is text (a million VOC have 76,000 grams; those for ㅎㅂ are
 * 199, found in 20 ms, where listing the terms between 하 and 힣 took 120 ms). Nothing is kept: what
 * it answers is always what the index holds.
 */
export class SearchGrams {
  readonly #next: (from: string) => string | undefined;

  constructor(raw: RawDatabase) {
    raw.exec(
      `CREATE VIRTUAL TABLE IF NOT EXISTS temp.voc_search_terms
       USING fts5vocab ('main', 'voc_search', 'instance')`,
    );
    const next = raw
      .prepare('SELECT term FROM temp.voc_search_terms WHERE term >= ? LIMIT 1')
      .pluck();
    this.#next = (from) => next.get(from) as string | undefined;
  }

  /** Every gram of two characters of which the first fits `first` and the second `second`. */
  fitting(first: SearchCharacter, second: SearchCharacter): string[] {
    const grams: string[] = [];
    for (const beginning of this.beginnings(first)) {
      for (const { from, to } of spansOf(second)) {
        let term = this.#next(`${beginning}${from}`);
        while (term !== undefined) {
          const [start, end] = Array.from(term);
          if (start !== beginning || end === undefined || end > to) break;
          grams.push(term);
          term = end === to ? undefined : this.#next(`${beginning}${after(end)}`);
        }
      }
    }
    return grams;
  }

  /** Every character that fits and that some gram begins with. */
  beginnings(fit: SearchCharacter): string[] {
    const found: string[] = [];
    for (const { from, to } of spansOf(fit)) {
      let term = this.#next(from);
      while (term !== undefined) {
        const start = Array.from(term)[0] ?? '';
        if (start > to) break;
        found.push(start);
        term = start === to ? undefined : this.#next(after(start));
      }
    }
    return found;
  }
}

function spansOf({ character, initial }: SearchCharacter): { from: string; to: string }[] {
  const itself = { from: character, to: character };
  if (!initial) return [itself];
  const { first, last } = syllablesOf(character);
  return [itself, { from: first, to: last }];
}

/** The code point behind it, as the index sorts them. */
function after(character: string): string {
  return String.fromCodePoint((character.codePointAt(0) ?? 0) + 1);
}
