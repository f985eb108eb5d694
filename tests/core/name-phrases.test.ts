import { describe, expect, it } from 'vitest';
import { namePhrases } from '../../core/domain/requirement/name-phrases.ts';

describe('names in the customers’ words', () => {
  const texts = [
    '환불이 너무 늦어요. 벌써 2주째입니다.',
    '"환불이 너무 늦어요!" 라고 몇 번을 말했습니다',
    '상담은 친절한데 환불이 너무 늦어요',
    '카드 환불 언제 되나요',
  ];

  it('are the phrases that several say, the longest first, without their parts', () => {
    expect(namePhrases(texts, ['환불'])[0]).toEqual({ text: '환불이 너무 늦어요', count: 3 });
    expect(namePhrases(texts, ['환불']).map(({ text }) => text)).not.toContain('환불이 너무');
  });

  it('are said literally by as many texts as they tell', () => {
    for (const { text, count } of namePhrases(texts, ['환불'])) {
      expect(texts.filter((said) => said.includes(text)).length).toBeGreaterThanOrEqual(count);
    }
  });

  it('are the shortest telling sentence where nobody says the same', () => {
    expect(
      namePhrases(['앱이 자꾸 꺼져요', '로그인이 앱에서 안 되고 화면이 멈춥니다'], ['앱']),
    ).toEqual([{ text: '앱이 자꾸 꺼져요', count: 1 }]);
  });

  it('are none for no texts', () => {
    expect(namePhrases([], ['환불'])).toEqual([]);
  });
});
