import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, normalizeForSearch, wordsOf } from '../../core/domain/voc/voc-search.ts';

/** The definition, word by word: every pair of neighbours, then the last character alone. */
function gramsByDefinition(text: string): string {
  return wordsOf(normalizeForSearch(text))
    .flatMap((word) => {
      const characters = Array.from(word);
      const pairs = characters.slice(1).map((character, at) => `${characters[at]}${character}`);
      return [...pairs, characters.at(-1)];
    })
    .join(' ');
}

const plain = fc.constantFrom(...'결제가안돼요ㅋㅎㅏ漢字AZaz09 "\'~.,…“”–·\t\n\r\v\f');
const special = fc.oneof(
  fc.constantFrom('😀', 'é', 'e\u0301', '각', '가\u11a8', 'Σ', 'ς', 'İ', 'ß', 'ＡＳ', '\u3164'),
  fc.constantFrom('\u00a0', '\u3000', '\u2028', '\u0001', '\u007f', '\u180e', '\ud83d'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

describe('the grams of a text', () => {
  it('are what their definition says, for plain Korean and for any character among it', () => {
    const text = fc.string({
      unit: fc.oneof({ weight: 20, arbitrary: plain }, { weight: 1, arbitrary: special }),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (value) => {
        expect(gramsOf(value)).toBe(gramsByDefinition(value));
      }),
      { numRuns: 3000 },
    );
  });

  it('are what their definition says, for every character there is beside plain ones', () => {
    const wrong: string[] = [];
    for (let code = 1; code <= 0x1_ffff; code++) {
      const character = String.fromCodePoint(code);
      const text = `가A${character}b 나${character}`;
      if (gramsOf(text) !== gramsByDefinition(text)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('are whole for texts of any length', () => {
    for (const length of [1, 2, 8_191, 8_192, 19_999, 20_000, 20_001, 50_000]) {
      const text = '가나다 라A'.repeat(Math.ceil(length / 6)).slice(0, length);
      expect(gramsOf(text)).toBe(gramsByDefinition(text));
    }
  });
});
