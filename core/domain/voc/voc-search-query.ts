import { isInitial, partedConsonants, syllablesOf } from './hangul.ts';
import { normalizeForSearch, separators } from './voc-search.ts';

/**
 * What people type to search, read once.
 *
 * - Words that must all occur, each as a substring: `결제 오류`.
 * - `"결제 오류"`: exactly so. One blank stands for any white space; blanks at its ends say nothing. A
 *   quote that is not closed reaches to the end, so that the list follows while one types. Only a
 *   quote at the beginning of a word opens a phrase; typographic quotes do the same.
 * - `-환불`, `-"결제 오류"`: without it. A '-' alone or inside a word is itself.
 * - A consonant alone, outside quotes, is itself or any syllable that begins with it: ㅎㅂ finds 환불,
 *   환ㅂ too. A pair that the keyboard joined (ㅄ) is itself or both in a row.
 */
export interface ParsedSearch {
  /** All of them must occur. */
  readonly required: readonly SearchTerm[];
  /** None of them may. */
  readonly excluded: readonly SearchTerm[];
}

export interface SearchTerm {
  /** Any of them will do. More than one only where the keyboard joined consonants. */
  readonly patterns: readonly SearchPattern[];
  /** The source of a regular expression (flag u) over normalized text that finds the term. */
  readonly source: string;
}

/** Characters in a row. */
export type SearchPattern = readonly SearchCharacter[];

export interface SearchCharacter {
  /** One code point of normalized text; ' ' stands for any white space. */
  readonly character: string;
  /** True for a consonant that also stands for the syllables that begin with it. */
  readonly initial: boolean;
}

/** null when the query asks for nothing, so that the caller filters nothing. Total and pure. */
export function parseSearch(query: string): ParsedSearch | null {
  const required = new Map<string, SearchTerm>();
  const excluded = new Map<string, SearchTerm>();
  for (const { text, quoted, negated } of pieces(normalizeForSearch(query))) {
    const term = termOf(text, quoted);
    (negated ? excluded : required).set(term.source, term);
  }
  if (required.size === 0 && excluded.size === 0) return null;
  return { required: [...required.values()], excluded: [...excluded.values()] };
}

interface Piece {
  text: string;
  quoted: boolean;
  negated: boolean;
}

const quoteMarks = '"“”„‟';
/** A '-' before something, then a phrase up to its closing quote or the end, or else a word. */
const piece = new RegExp(
  `(?<minus>-(?=[^\\s\\p{Cc}\\u180e]))?(?:[${quoteMarks}](?<phrase>[^${quoteMarks}]*)(?:[${quoteMarks}]|$)|(?<word>[^\\s\\p{Cc}\\u180e]+))`,
  'gu',
);
const blanks = new RegExp(separators, 'gu');

function* pieces(query: string): Generator<Piece> {
  for (const { groups } of query.matchAll(piece)) {
    const phrase = groups?.phrase?.replaceAll(blanks, ' ').trim();
    const text = phrase ?? groups?.word ?? '';
    const negated = groups?.minus !== undefined;
    if (text !== '') yield { text, quoted: phrase !== undefined, negated };
  }
}

/** Each joined pair doubles the readings; nobody types more of them in one word. */
const mostJoined = 4;

function termOf(text: string, quoted: boolean): SearchTerm {
  const patterns = quoted ? [Array.from(text, literally)] : readings(Array.from(text));
  return { patterns, source: patterns.map(sourceOf).join('|') };
}

function literally(character: string): SearchCharacter {
  return { character, initial: false };
}

function readings(characters: readonly string[]): SearchPattern[] {
  const joined = characters.filter((character) => partedConsonants(character) !== null);
  let patterns: SearchCharacter[][] = [[]];
  for (const character of characters) {
    const parted = joined.length > mostJoined ? null : partedConsonants(character);
    const asTyped = { character, initial: isInitial(character) };
    const asInitials = Array.from(parted ?? '', (each) => ({ character: each, initial: true }));
    patterns = patterns.flatMap((pattern) =>
      parted === null
        ? [[...pattern, asTyped]]
        : [
            [...pattern, asTyped],
            [...pattern, ...asInitials],
          ],
    );
  }
  return patterns;
}

function sourceOf(pattern: SearchPattern): string {
  return pattern.map(sourceOfCharacter).join('');
}

function sourceOfCharacter({ character, initial }: SearchCharacter): string {
  if (character === ' ') return separators;
  if (!initial) return character.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const { first, last } = syllablesOf(character);
  return `[${character}${first}-${last}]`;
}
