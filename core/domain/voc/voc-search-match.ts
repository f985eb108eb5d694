import { normalizeForSearch } from './voc-search.ts';
import type { ParsedSearch, SearchTerm } from './voc-search-query.ts';

/** Where something stands in a text, in UTF-16 units; `to` is the first unit behind it. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

interface Expressions {
  readonly required: readonly RegExp[];
  readonly excluded: readonly RegExp[];
}

/** A search is asked of texts by the thousand; its expressions are compiled for the first. */
const compiled = new WeakMap<ParsedSearch, Expressions>();

/** Whether the search finds `text`, which is as written. The exact truth that every index must meet. */
export function matchesSearch(search: ParsedSearch, text: string): boolean {
  const { required, excluded } = expressionsOf(search);
  const normalized = normalizeForSearch(text);
  return (
    required.every((expression) => expression.test(normalized)) &&
    !excluded.some((expression) => expression.test(normalized))
  );
}

/**
 * Every place of `text`, as written, at which something stands that the search requires: in order,
 * and without overlaps (what touches is one). Empty when nothing does; asks not whether all of the
 * search is met, so that also a text that is only partly shown gets its marks.
 */
export function searchHits(search: ParsedSearch, text: string): TextRange[] {
  const { characters, starts } = searchableCharacters(text);
  const ranges: TextRange[] = [];
  for (const { source } of search.required) {
    const expression = new RegExp(source, 'gu');
    for (let match = expression.exec(characters); match; match = expression.exec(characters)) {
      const from = starts[match.index] ?? 0;
      ranges.push({ from, to: endOf(starts, match.index + match[0].length) });
      // Hits may overlap: 아아 stands twice in 아아아.
      expression.lastIndex = match.index + (Array.from(match[0])[0]?.length ?? 1);
    }
  }
  return united(ranges);
}

function expressionsOf(search: ParsedSearch): Expressions {
  const known = compiled.get(search);
  if (known !== undefined) return known;
  const expressionOf = ({ source }: SearchTerm) => new RegExp(source, 'u');
  const expressions = {
    required: search.required.map(expressionOf),
    excluded: search.excluded.map(expressionOf),
  };
  compiled.set(search, expressions);
  return expressions;
}

/** A normalized text; `starts[i]` says where in the text as written its unit `i` comes from. */
interface SearchableCharacters {
  characters: string;
  /** One longer than `characters`: it ends with the end of the text. */
  starts: readonly number[];
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

function searchableCharacters(text: string): SearchableCharacters {
  const characters = normalizeForSearch(text);
  const starts: number[] = [];
  // Case and width never shorten a text, so one that is composed and as long as before is in place.
  if (characters.length === text.length && text.normalize('NFC') === text) {
    for (let at = 0; at <= text.length; at++) starts.push(at);
    return { characters, starts };
  }
  // Elsewhere each visible character is composed for itself, and all of it comes from where it began.
  let composed = '';
  for (const { segment, index } of graphemes.segment(text)) {
    const piece = normalizeForSearch(segment);
    for (let at = 0; at < piece.length; at++) starts.push(index);
    composed += piece;
  }
  starts.push(text.length);
  return { characters: composed, starts };
}

/** The end of what comes before `at`: the next place in the text as written that another unit comes from. */
function endOf(starts: readonly number[], at: number): number {
  const before = starts[at - 1] ?? 0;
  let next = at;
  while (next < starts.length - 1 && starts[next] === before) next++;
  return starts[next] ?? before;
}

function united(ranges: readonly TextRange[]): TextRange[] {
  const inOrder = ranges.toSorted((one, other) => one.from - other.from || one.to - other.to);
  const whole: TextRange[] = [];
  for (const range of inOrder) {
    const last = whole.at(-1);
    if (last === undefined || range.from > last.to) whole.push(range);
    else whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return whole;
}
