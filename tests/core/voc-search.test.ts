import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, normalizeForSearch } from '../../core/domain/voc/voc-search.ts';
import { searchExpression } from '../../core/domain/voc/voc-search-expression.ts';
import { matchesSearch, searchHits } from '../../core/domain/voc/voc-search-match.ts';
import { type ParsedSearch, parseSearch } from '../../core/domain/voc/voc-search-query.ts';

function parsed(query: string): ParsedSearch {
  const search = parseSearch(query);
  if (search === null) throw new Error(`nothing asked for: ${query}`);
  return search;
}

function finds(query: string, text: string): boolean {
  return matchesSearch(parsed(query), text);
}

function marked(query: string, text: string): string {
  let shown = '';
  let end = 0;
  for (const { from, to } of searchHits(parsed(query), text)) {
    shown += `${text.slice(end, from)}[${text.slice(from, to)}]`;
    end = to;
  }
  return shown + text.slice(end);
}

describe('grams', () => {
  it('cut every word into overlapping pairs and close it with its last character', () => {
    expect(gramsOf('결제가 안돼요')).toBe('결제 제가 가 안돼 돼요 요');
    expect(gramsOf('아')).toBe('아');
    expect(gramsOf(' \n\t ')).toBe('');
  });

  it('take an emoji for one character and a decomposed syllable for the composed one', () => {
    expect(gramsOf('😀👍')).toBe('😀👍 👍');
    expect(gramsOf('결제'.normalize('NFD'))).toBe(gramsOf('결제'));
    expect(normalizeForSearch('AS센터 ΟΔΟΣ')).toBe('as센터 οδοσ');
  });

  it('read letters and digits in full width as the same in half width', () => {
    expect(normalizeForSearch('ＡＳ １０％')).toBe('as 10%');
    expect(normalizeForSearch('ㅋㅋ ㅠㅠ')).toBe('ㅋㅋ ㅠㅠ');
  });
});

describe('what a query asks for', () => {
  it('is every word, wherever it stands', () => {
    expect(finds('결제 오류', '앱 오류로 결제가 두 번')).toBe(true);
    expect(finds('결제 오류', '결제가 두 번')).toBe(false);
    expect(finds('app', 'APP이 멈춤')).toBe(true);
    expect(finds('ＡＳ', 'as 접수')).toBe(true);
    expect(finds('결제'.normalize('NFD'), '결제')).toBe(true);
  });

  it('is a quoted phrase as it stands, whatever the white space between its words', () => {
    expect(finds('"결제 오류"', '앱 결제\n  오류가 남')).toBe(true);
    expect(finds('"결제 오류"', '오류 결제')).toBe(false);
    expect(finds('"결제 오류"', '결제오류')).toBe(false);
    expect(finds('“결제 오류”', '결제 오류')).toBe(true);
    expect(finds('" 결제 "', '선결제가')).toBe(true);
  });

  it('is a phrase to the end while its quote is still open', () => {
    expect(finds('"결제 오', '결제 오류')).toBe(true);
    expect(finds('"결제 오', '오 결제')).toBe(false);
    expect(parseSearch('"')).toBeNull();
    expect(parseSearch('-""')).toBeNull();
  });

  it('takes a quote inside a word as it stands', () => {
    expect(finds('32"', '32" TV')).toBe(true);
    expect(finds('32"', '32 TV')).toBe(false);
  });

  it('is nothing of what stands behind a minus', () => {
    expect(finds('결제 -환불', '결제 오류')).toBe(true);
    expect(finds('결제 -환불', '결제 오류로 환불')).toBe(false);
    expect(finds('-환불', '결제 오류')).toBe(true);
    expect(finds('-"결제 오류"', '결제 취소 오류')).toBe(true);
    expect(finds('-"결제 오류"', '결제 오류')).toBe(false);
    expect(finds('결제 －환불', '결제 환불')).toBe(false);
  });

  it('takes a minus alone or inside a word as it stands', () => {
    expect(finds('-', '010-1234')).toBe(true);
    expect(finds('-', '010 1234')).toBe(false);
    expect(finds('010-1234', '010-1234')).toBe(true);
    expect(finds('010-1234', '010')).toBe(false);
  });

  it('is, for consonants alone, syllables that begin with them or the consonants themselves', () => {
    expect(finds('ㅎㅂ', '환불해 주세요')).toBe(true);
    expect(finds('ㅎㅂ', '환 불')).toBe(false);
    expect(finds('ㅋㅋ', 'ㅋㅋㅋ')).toBe(true);
    expect(finds('ㅋㅋ', '쿠키')).toBe(true);
    expect(finds('환ㅂ', '환불')).toBe(true);
    expect(finds('환ㅂ', '황불')).toBe(false);
    expect(finds('ㄲ', '깨짐')).toBe(true);
    expect(finds('ㄱ', '깨짐')).toBe(false);
    expect(finds('ㅠㅠ', '유유')).toBe(false);
    expect(finds('ㅠㅠ', '느려요ㅠㅠ')).toBe(true);
  });

  it('is, within quotes, the consonants themselves', () => {
    expect(finds('"ㅋㅋ"', '쿠키')).toBe(false);
    expect(finds('"ㅋㅋ"', '웃김ㅋㅋ')).toBe(true);
  });

  it('reads a pair that the keyboard joined as itself or as two initials', () => {
    expect(finds('ㄱㅇㅄ', '교육부서')).toBe(true);
    expect(finds('ㅄ', 'ㅄ')).toBe(true);
    expect(finds('ㄳ', '감사합니다')).toBe(true);
    expect(finds('ㅄ', '부산')).toBe(true);
    expect(finds('ㅄ', '산부')).toBe(false);
  });

  it('is nothing when no word is there', () => {
    expect(parseSearch(' \u0000\n')).toBeNull();
    expect(parseSearch('""')).toBeNull();
  });
});

describe('the expression for the index', () => {
  const expressionOf = (query: string) => searchExpression(parsed(query));

  it('asks for every word and quotes what FTS5 would take for syntax', () => {
    expect(expressionOf('결제 오류')).toMatchObject({ match: '"결제" AND "오류"', exact: true });
    expect(expressionOf('a"b')).toMatchObject({ match: '"a"" ""b"' });
    expect(expressionOf('요')).toMatchObject({ match: '"요" *' });
  });

  it('runs over a blank through the character that closes the word before it', () => {
    expect(expressionOf('"결제 오류"')).toMatchObject({ match: '"결제 제 오류"', exact: true });
    expect(expressionOf('"이 앱 오"')).toMatchObject({ match: '"이 앱 오" *', exact: true });
  });

  it('leaves out what is behind a minus, and asks for the complement when nothing else is there', () => {
    expect(expressionOf('결제 -환불')).toEqual({
      kind: 'matching',
      match: '("결제") NOT ("환불")',
      exact: true,
    });
    expect(expressionOf('-결제 -환불')).toEqual({
      kind: 'allBut',
      match: '"결제" OR "환불"',
      exact: true,
    });
  });

  it('says when texts must be asked because of initials', () => {
    expect(expressionOf('환불 ㅂㅅ')).toEqual({ kind: 'matching', match: '"환불"', exact: false });
    expect(expressionOf('ㅎㅂ')).toEqual({ kind: 'every', exact: false });
    expect(expressionOf('결제 -ㅎㅂ')).toEqual({ kind: 'matching', match: '"결제"', exact: false });
  });
});

describe('search hits', () => {
  it('stand in the text as written, in order and without overlaps', () => {
    expect(marked('결제 app', '앱 결제 오류: APP 결제')).toBe('앱 [결제] 오류: [APP] [결제]');
    expect(marked('아아', '아아아 아')).toBe('[아아아] 아');
    expect(marked('ㅎㅂ', '환불이 늦어 화북점')).toBe('[환불]이 늦어 [화북]점');
    expect(marked('"결제 오류" -앱', '앱 결제 \n오류')).toBe('앱 [결제 \n오류]');
  });

  it('keep their place in a decomposed text, in full width and beside letters that grow', () => {
    const decomposed = '앱 결제 오류'.normalize('NFD');
    expect(marked('결제', decomposed).normalize('NFC')).toBe('앱 [결제] 오류');
    expect(marked('as', 'ＡＳ 접수')).toBe('[ＡＳ] 접수');
    expect(marked('결제', 'İİ 결제')).toBe('İİ [결제]');
    expect(marked('제', '😀결제👍')).toBe('😀결[제]👍');
  });

  it('hold, each for itself, something that the search finds', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'환불결제aA ㅋㄳ-"\n', 'é', '\u0301', 'İ', 'ᄒ', 'ᅪ', 'ᆫ', '😀'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (written, query) => {
        const search = parseSearch(query);
        if (search === null) return;
        const hits = searchHits(search, written);
        let end = -1;
        for (const { from, to } of hits) {
          expect(from).toBeGreaterThan(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(written.length);
          end = to;
        }
        if (search.required.length > 0 && matchesSearch(search, written)) {
          expect(hits.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
