import { describe, expect, it } from 'vitest';
import { lineWithHit, searchHits } from '../../renderer/features/voc/search-hits.ts';

const joined = (pieces: { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('search hits', () => {
  it('mark every word wherever it occurs, whatever its case', () => {
    expect(joined(searchHits('앱 결제 오류: APP 결제 실패', '결제 app'))).toBe(
      '앱 [결제] 오류: [APP] [결제] 실패',
    );
  });

  it('mark what initials found, a phrase over its blanks, and nothing that is excluded', () => {
    expect(joined(searchHits('환불이 늦어 화북점에 전화', 'ㅎㅂ'))).toBe(
      '[환불]이 늦어 [화북]점에 전화',
    );
    expect(joined(searchHits('앱  결제\n오류, 결제오류', '"결제 오류" -앱'))).toBe(
      '앱  [결제\n오류], 결제오류',
    );
  });

  it('take signs of a pattern as they stand', () => {
    expect(joined(searchHits('값이 (VAT) 1.5배', '(vat) 1.5'))).toBe('값이 [(VAT)] [1.5]배');
  });

  it('leave a text alone when nothing is searched for', () => {
    expect(searchHits('그대로', '  ')).toEqual([{ text: '그대로', hit: false, start: 0 }]);
  });

  it('begin a line shortly before a hit that stands far back', () => {
    const text = `${'가'.repeat(80)} 번호표 이야기`;
    expect(joined(lineWithHit(text, '번호표'))).toBe(`…${'가'.repeat(7)} [번호표] 이야기`);
  });
});
