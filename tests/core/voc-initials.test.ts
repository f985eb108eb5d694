import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsMatch, initialsOf } from '../../core/domain/voc/voc-initials.ts';
import { normalizeForSearch } from '../../core/domain/voc/voc-search.ts';
import { matchesSearch } from '../../core/domain/voc/voc-search-match.ts';
import { parseSearch } from '../../core/domain/voc/voc-search-query.ts';

const order = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';

/** The definition: letters of the initials, a blank for what has none, and every piece of up to three. */
function termsByDefinition(text: string): Set<string> {
  const letters = Array.from(normalizeForSearch(text), (character) => {
    const decomposed = character.normalize('NFD').charCodeAt(0) - 0x1100;
    const isSyllable = character >= '가' && character <= '힣';
    const place = isSyllable ? decomposed : order.indexOf(character);
    return place < 0 ? ' ' : String.fromCharCode(97 + place);
  }).join('');
  const terms = new Set<string>();
  for (let at = 0; at < letters.length; at++) {
    for (const length of [1, 2, 3]) {
      const run = letters.slice(at, at + length);
      if (run.length === length && !run.includes(' ')) terms.add(run);
    }
  }
  return terms;
}

function termsOf(text: string): string[] {
  return initialsOf(text).split(' ').slice(0, -1);
}

const character = fc.constantFrom(
  ...'환불ㅎㅂ결제ㄱㅈ오ㅋㅏㄳa 1😀',
  '각'.normalize('NFD'),
  '\u1112',
  'ＡＳ',
);
const text = fc.string({ unit: character, maxLength: 30 });

describe('the initials of a text', () => {
  it('are its runs of one, two and three, each once', () => {
    expect(initialsOf('환불 ab ㅂ해')).toBe('s h sh hs ');
    expect(initialsOf('ABC 123')).toBe('');
    expect(initialsOf('')).toBe('');
  });

  it('are what their definition says, in any spelling', () => {
    fc.assert(
      fc.property(text, (value) => {
        const terms = termsOf(value);
        expect(new Set(terms)).toEqual(termsByDefinition(value));
        expect(terms).toHaveLength(new Set(terms).size);
      }),
      { numRuns: 2000 },
    );
  });

  it('are those of every syllable and of every consonant there is', () => {
    const wrong: string[] = [];
    for (let code = 1; code <= 0xffff; code++) {
      const value = String.fromCharCode(code);
      const byDefinition = [...termsByDefinition(value)];
      if (termsOf(value).join() !== byDefinition.join()) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('what a search asks of the initials', () => {
  it('is one term for up to three alone, and the runs of three of longer ones', () => {
    const matchOf = (query: string) =>
      initialsMatch(parseSearch(query)?.required[0]?.patterns[0] ?? []);
    expect(matchOf('ㅎㅂ')).toEqual({ match: 'sh', exact: true });
    expect(matchOf('ㄱㄱㅅㅌ')).toEqual({ match: 'aaj AND ajq', exact: false });
    expect(matchOf('환불ㅇ')).toEqual({ match: 'shl', exact: false });
    expect(matchOf('환ㅂ')).toBeNull();
    expect(matchOf('환불')).toBeNull();
    expect(matchOf('"ㅎㅂㅇ"')).toBeNull();
  });

  it('leaves out no text that the search finds, and is all of it where it says so', () => {
    const query = fc.string({
      unit: fc.constantFrom(...'환불ㅎㅂ결ㄱ오ㅋ'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(text, query, (value, typed) => {
        const search = parseSearch(typed);
        const [pattern, ...others] = search?.required[0]?.patterns ?? [];
        fc.pre(search !== null && pattern !== undefined && others.length === 0);
        const asked = initialsMatch(pattern);
        fc.pre(asked !== null);
        const terms = new Set(termsOf(value));
        const held = asked.match.split(' AND ').every((term) => terms.has(term));
        const found = matchesSearch(search, value);
        if (found) expect(held).toBe(true);
        if (asked.exact) expect(held).toBe(found);
      }),
      { numRuns: 3000 },
    );
  });
});
