import { initialCount, initialOf } from './hangul.ts';
import { normalizeForSearch } from './voc-search.ts';
import type { SearchPattern } from './voc-search-query.ts';

/**
 * Runs of one, two and three initial consonants, each as letters from 'a' (ㄱ) to 's' (ㅎ): a term of
 * the index of initials. 환불 gives s, h and sh. Longer runs are asked for by those of three in them.
 */
const longestRun = 3;
const letterOfFirst = 0x61;

/** Terms by number: those of one initial first, then of two, then of three, each in order. */
const terms: readonly string[] = termsUpTo(longestRun);
const firstOfTwo = initialCount;
const firstOfThree = firstOfTwo + initialCount ** 2;
/** Which terms the text at hand has given already: the number of its call. */
const givenAt = new Uint32Array(terms.length);
let call = 0;

/**
 * The different runs of initials in a text as written, each with a space behind it: what the index of
 * initials stores. A consonant written alone counts as a syllable that begins with it, as a search takes it.
 * Nothing runs over what is neither. Empty for a text without Hangul.
 */
export function initialsOf(text: string): string {
  const normalized = mayCompose.test(text) ? normalizeForSearch(text) : text;
  beginText();
  let found = '';
  let run = 0;
  let before = 0;
  let beforeThat = 0;
  for (let at = 0; at < normalized.length; at++) {
    const initial = initialOf(normalized.charCodeAt(at));
    if (initial < 0) {
      run = 0;
      continue;
    }
    run++;
    const pair = before * initialCount + initial;
    if (isNew(initial)) found += terms[initial];
    if (run > 1 && isNew(firstOfTwo + pair)) found += terms[firstOfTwo + pair];
    const three = firstOfThree + beforeThat * initialCount ** 2 + pair;
    if (run > 2 && isNew(three)) found += terms[three];
    beforeThat = before;
    before = initial;
  }
  return found;
}

/**
 * The runs of initials that a text must hold for the pattern to be in it, as an expression of FTS5.
 * `exact`: every text that holds them has the pattern. null: grams say all that can be said.
 */
export function initialsMatch(pattern: SearchPattern): { match: string; exact: boolean } | null {
  if (!pattern.some(({ initial }) => initial)) return null;
  const letters = pattern.map(({ character }) => letterOf(character));
  const allInitials = pattern.every(({ initial }) => initial);
  if (allInitials && pattern.length <= longestRun) return { match: letters.join(''), exact: true };
  const runs = new Set<string>();
  for (let at = 0; at + longestRun <= letters.length; at++) {
    const run = letters.slice(at, at + longestRun);
    if (run.every((letter) => letter !== null)) runs.add(run.join(''));
  }
  return runs.size === 0 ? null : { match: [...runs].join(' AND '), exact: false };
}

function letterOf(character: string): string | null {
  const initial = initialOf(character.charCodeAt(0));
  return initial < 0 ? null : letter(initial);
}

/** Conjoining letters stand from U+1100 on; nothing between them and ASCII composes to Hangul. */
const mayCompose = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

function beginText(): void {
  call++;
  if (call <= 0xffff_ffff) return;
  givenAt.fill(0);
  call = 1;
}

function isNew(term: number): boolean {
  if (givenAt[term] === call) return false;
  givenAt[term] = call;
  return true;
}

/** Each with the space that parts it from the next. */
function termsUpTo(longest: number): string[] {
  const all: string[] = [];
  let shorter = [''];
  for (let length = 1; length <= longest; length++) {
    shorter = shorter.flatMap((run) =>
      Array.from({ length: initialCount }, (_, initial) => `${run}${letter(initial)}`),
    );
    all.push(...shorter.map((run) => `${run} `));
  }
  return all;
}

function letter(initial: number): string {
  return String.fromCharCode(letterOfFirst + initial);
}
