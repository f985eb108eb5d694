import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differencesFrom } from '../../core/domain/voc/text-differences.ts';

describe('differences between two texts', () => {
  it('are the words that the other lacks', () => {
    expect(
      differencesFrom('기사님이 늦게 오셨습니다', '기사님이 너무 늦게 오셨습니다 정말'),
    ).toEqual([
      { text: '기사님이 ', differs: false },
      { text: '너무 ', differs: true },
      { text: '늦게 오셨습니다 ', differs: false },
      { text: '정말', differs: true },
    ]);
  });

  it('leave out nothing and mark nothing in equal texts', () => {
    const text = fc
      .array(fc.constantFrom('가', '나 ', ' 다', '\n', '라라'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(
          differencesFrom(one, other)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(other);
        expect(differencesFrom(one, one).some(({ differs }) => differs)).toBe(false);
      }),
    );
  });
});
