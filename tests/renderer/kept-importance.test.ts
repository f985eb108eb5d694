import { createInstance } from 'i18next';
import { describe, expect, it } from 'vitest';
import { localeTrees } from '../../electron/host/locale-words.ts';
import { keptWords, whatsWithout } from '../../renderer/features/importance/kept-importance.ts';

const words = createInstance();
void words.init({ lng: 'ko', resources: { ko: localeTrees('ko') }, initAsync: false });
const whats = ['접수', '응대', '수리', '비용', '정리'].map((name, i) => ({
  number: String(i + 1),
  name,
}));

describe('WHATs without a value in a source', () => {
  it('are told by number and name, the first three of many', () => {
    const some = whatsWithout(whats, { usable: true, values: [3, null, 2, null, 1] });
    expect(some.map(({ name }) => name)).toEqual(['응대', '비용']);
    expect(keptWords(words.t, some)).toBe(
      '값이 없는 요구 2개는 이전 중요도를 그대로 두었습니다: 2 응대, 4 비용.',
    );
    expect(keptWords(words.t, whats)).toContain('5개는');
    expect(keptWords(words.t, whats)).toContain('3 수리 외 2개.');
  });

  it('are none where the source says nothing at all, or everything', () => {
    expect(whatsWithout(whats, { usable: false, values: [] })).toEqual([]);
    expect(keptWords(words.t, [])).toBe('');
  });
});
