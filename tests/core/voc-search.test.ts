import { describe, expect, it } from 'vitest';
import { gramsOf, normalizeForSearch, searchExpression } from '../../core/domain/voc/voc-search.ts';

describe('VOC search', () => {
  it('cuts every word into overlapping pairs and closes it with its last character', () => {
    expect(gramsOf('결제가 안돼요')).toBe('결제 제가 가 안돼 돼요 요');
    expect(gramsOf('아')).toBe('아');
    expect(gramsOf(' \n\t ')).toBe('');
  });

  it('takes an emoji for one character and a decomposed syllable for the composed one', () => {
    expect(gramsOf('😀👍')).toBe('😀👍 👍');
    expect(gramsOf('결제'.normalize('NFD'))).toBe(gramsOf('결제'));
    expect(normalizeForSearch('AS센터 ΟΔΟΣ')).toBe('as센터 οδοσ');
  });

  it('asks for every word of the query and quotes what FTS5 would take for syntax', () => {
    expect(searchExpression('결제 오류')).toBe('"결제" AND "오류"');
    expect(searchExpression('a"b')).toBe('"a"" ""b"');
    expect(searchExpression('요')).toBe('"요" *');
  });

  it('filters nothing when the query holds no word', () => {
    expect(searchExpression(' \u0000\n')).toBeNull();
  });
});
