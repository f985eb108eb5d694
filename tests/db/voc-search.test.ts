import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalizeForSearch } from '../../core/domain/voc/voc-search.ts';
import { searchExpression } from '../../core/domain/voc/voc-search-expression.ts';
import { matchesSearch } from '../../core/domain/voc/voc-search-match.ts';
import { parseSearch } from '../../core/domain/voc/voc-search-query.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { isSearchIndexInStep, rebuildSearchIndex } from '../../db/search-index.ts';
import { searchIds } from '../../db/voc-search-ids.ts';

const realTexts = new URL('../../../shared/voc-texts/nsmc-50k.tsv', import.meta.url);
const hasRealTexts = existsSync(realTexts);
if (!hasRealTexts) console.info('skipped: real review texts are not on this machine');

function emptyIndex(): RawDatabase {
  const raw = openRaw(':memory:', { create: true });
  migrate(raw);
  return raw;
}

function fill(raw: RawDatabase, texts: readonly string[]): void {
  const insert = raw.prepare(
    `INSERT INTO voc (id, text, received_at, channel, kind, created_at, updated_at)
     VALUES (?, ?, '2026-01-01', 'web', 'other', '', '')`,
  );
  raw.transaction(() => {
    for (const [index, text] of texts.entries()) insert.run(index + 1, text);
  })();
}

function searchFor(query: string) {
  const search = parseSearch(query);
  if (search === null) throw new Error(`nothing asked for: ${query}`);
  return search;
}

function found(raw: RawDatabase, query: string): number[] {
  return [...searchIds(raw, searchFor(query))];
}

/** What the index answers by itself, where it says that this is exact. */
function matched(raw: RawDatabase, query: string): number[] | null {
  const expression = searchExpression(searchFor(query));
  if (!expression.exact) return null;
  const within = expression.kind === 'matching' ? 'IN' : 'NOT IN';
  return raw
    .prepare(
      `SELECT id FROM voc
       WHERE id ${within} (SELECT rowid FROM voc_search WHERE voc_search MATCH ?) ORDER BY id`,
    )
    .pluck()
    .all(expression.match) as number[];
}

function asked(texts: readonly string[], query: string): number[] {
  const search = searchFor(query);
  return texts.flatMap((text, index) => (matchesSearch(search, text) ? [index + 1] : []));
}

const separators = /[\s\p{Cc}\u180e]+/gu;

/** The text as a `LIKE` scan would be given it: normalized, white space as one blank. */
function plain(text: string): string {
  return normalizeForSearch(text).replaceAll(separators, ' ');
}

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'결제가안돼요서비스 ') },
  { weight: 3, arbitrary: fc.constantFrom(...'ㄱㄲㅅㅂㅋㅠㄳㅄ') },
  { weight: 4, arbitrary: fc.constantFrom(...'aAbBzZ09 "\'*^:()-+{}&|%_\\/.,?!~ＡＳ“”－') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '각', '𠮷', 'Σ', 'ς', 'İ', 'ß', '\u0301'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\t', '\u00a0', '\u3000', '\u0001', '\u180e') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const someText = fc
  .string({ unit: character, minLength: 1, maxLength: 24 })
  .map((text) => text.replaceAll('\0', ' '));

describe('search index', () => {
  it('finds exactly what asking every text finds, for any query', () => {
    fc.assert(
      fc.property(
        fc.array(someText, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 })), { maxLength: 12 }),
        fc.array(someText, { maxLength: 3 }),
        fc.constantFrom('', '-', '"', '-"'),
        (texts, cuts, others, before) => {
          const raw = emptyIndex();
          try {
            fill(raw, texts);
            const pieces = cuts.map(([which, from, length]) => {
              const characters = Array.from(texts[which % texts.length] ?? '');
              const start = from % Math.max(1, characters.length);
              return before + characters.slice(start, start + length).join('');
            });
            for (const query of [...pieces, ...others, pieces.join(' ')]) {
              if (parseSearch(query) === null) continue;
              const expected = asked(texts, query);
              expect(found(raw, query), JSON.stringify(query)).toEqual(expected);
              expect(matched(raw, query) ?? expected, JSON.stringify(query)).toEqual(expected);
            }
          } finally {
            raw.close();
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('asks for all of several initials beside a mark', () => {
    const raw = emptyIndex();
    const texts = ['ㅅ\u0301 ', 'ㅄ\u0301\naa'];
    fill(raw, texts);
    expect(found(raw, '-ㅄ\u0301')).toEqual(asked(texts, '-ㅄ\u0301'));
    expect(found(raw, '-ㅄ\u0301')).toEqual([1]);
    raw.close();
    const plainOnes = emptyIndex();
    fill(plainOnes, ['도사!', '박사!']);
    expect(found(plainOnes, 'ㅂㅅ!')).toEqual([2]);
    plainOnes.close();
  });

  it('takes as many words as a query can hold', () => {
    const raw = emptyIndex();
    fill(raw, ['가 나 다', '가 나']);
    const many = (rest: string) =>
      Array.from({ length: 150 }, (_, at) => `가${at}`).join(' ') + rest;
    expect(found(raw, many(''))).toEqual([]);
    expect(found(raw, `${'가 '.repeat(199)}다`)).toEqual([1]);
    expect(found(raw, `나 ${many('').replaceAll('가', '-가')}`)).toEqual([1, 2]);
    raw.close();
  });

  it('follows a text that changes and forgets one that goes', () => {
    const raw = emptyIndex();
    fill(raw, ['결제 오류', '배송 지연']);
    raw.prepare("UPDATE voc SET text = '환불 지연' WHERE id = 1").run();
    raw.prepare('DELETE FROM voc WHERE id = 2').run();
    expect(found(raw, '결제')).toEqual([]);
    expect(found(raw, '지연')).toEqual([1]);
    expect(found(raw, 'ㅎㅂ')).toEqual([1]);
    expect(found(raw, 'ㅂㅅ')).toEqual([]);
    expect(isSearchIndexInStep(raw)).toBe(true);
    raw.close();
  });

  it('notices a text that it lacks, has too much or has otherwise, and is mended by being made anew', () => {
    const harms = [
      'DELETE FROM voc_search WHERE rowid = 2',
      "INSERT INTO voc_search (rowid, grams) VALUES (9, '없는 말')",
      'DELETE FROM voc_initials WHERE rowid = 2',
      "INSERT INTO voc_initials (rowid, initials) VALUES (9, 'sh')",
      "DELETE FROM voc_initials WHERE rowid = 1; INSERT INTO voc_initials (rowid, initials) VALUES (1, 'sh')",
      "DELETE FROM voc_search WHERE rowid = 1; INSERT INTO voc_search (rowid, grams) VALUES (1, '결제 제')",
      "DELETE FROM voc_search WHERE rowid = 1; INSERT INTO voc_search (rowid, grams) VALUES (1, '결제 제 오류 류 더')",
    ];
    for (const harm of harms) {
      const raw = emptyIndex();
      fill(raw, ['결제 오류', '배송 지연', 'ㅋㅋ']);
      expect(isSearchIndexInStep(raw)).toBe(true);
      raw.exec(harm);
      expect(isSearchIndexInStep(raw), harm).toBe(false);
      expect(rebuildSearchIndex(raw, () => undefined)).toBe(3);
      expect(isSearchIndexInStep(raw), harm).toBe(true);
      expect(found(raw, '오류')).toEqual([1]);
      expect(found(raw, '"없는"')).toEqual([]);
      raw.close();
    }
  });

  it('stays as it was when making it anew is given up', () => {
    const raw = emptyIndex();
    fill(raw, ['결제 오류', '배송 지연']);
    raw.exec('DELETE FROM voc_search WHERE rowid = 2');
    expect(() =>
      rebuildSearchIndex(raw, (done) => {
        if (done > 0) throw new Error('given up');
      }),
    ).toThrow('given up');
    expect(found(raw, '결제')).toEqual([1]);
    expect(found(raw, '배송')).toEqual([]);
    raw.close();
  });
});

describe('a smaller body of texts', () => {
  it('is searched for every piece of it, quoted, as LIKE would', () => {
    const texts = [
      '결제가 안돼요. 앱을 지웠다가 다시 깔아도 같습니다 ㅠㅠ',
      '환불 접수한 지 2주가 지났는데 연락이 없네요!!',
      'AS센터 기사님이 친절하셔서 좋았어요ㅋㅋㅋ',
      '앱  결제\n오류 (에러코드 E-102) 확인 바랍니다 😀',
      '１０％ 할인이 적용되지 않은 ＶＩＰ 고객입니다',
    ];
    const raw = emptyIndex();
    fill(raw, texts);
    expectLike(
      raw,
      texts,
      texts.flatMap((text) => piecesOf(plain(text), 8)),
    );
    raw.close();
  });
});

/** Every piece of up to `longest` characters that a quoted phrase can ask for. */
function piecesOf(text: string, longest: number): string[] {
  const characters = Array.from(text);
  const pieces = new Set<string>();
  for (let from = 0; from < characters.length; from++) {
    for (let length = 1; length <= longest; length++) {
      pieces.add(characters.slice(from, from + length).join(''));
    }
  }
  return [...pieces].filter(
    (piece) => piece.trim() === piece && piece !== '' && !piece.includes('"'),
  );
}

/** Compares with LIKE itself, over the same text normalized. */
function expectLike(raw: RawDatabase, texts: readonly string[], pieces: readonly string[]): void {
  raw.exec('CREATE TEMP TABLE plain (id INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  const insert = raw.prepare('INSERT INTO plain VALUES (?, ?)');
  for (const [index, text] of texts.entries()) insert.run(index + 1, plain(text));
  const like = raw
    .prepare(`SELECT id FROM plain WHERE text LIKE '%' || ? || '%' ESCAPE '\\' ORDER BY id`)
    .pluck();
  for (const piece of pieces) {
    const pattern = piece.replaceAll(/[\\%_]/g, '\\$&');
    expect(found(raw, `"${piece}"`), JSON.stringify(piece)).toEqual(like.all(pattern));
  }
}

describe.skipIf(!hasRealTexts)('search index over 50,000 real texts', () => {
  let raw: RawDatabase;
  let texts: string[];
  let normalized: string[];

  beforeAll(() => {
    texts = readFileSync(realTexts, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1] ?? '')
      .filter((text) => text.trim() !== '');
    normalized = texts.map(plain);
    raw = emptyIndex();
    fill(raw, texts);
  });
  afterAll(() => raw.close());

  /** Pieces of 1 to 12 characters by a fixed stride instead of chance: the same in every run. */
  function* pieces(count: number): Generator<string> {
    for (let round = 0; round < count; round++) {
      const characters = Array.from(normalized[(round * 7_919) % normalized.length] ?? '');
      const start = (round * 31) % Math.max(1, characters.length - 1);
      const piece = characters
        .slice(start, start + 1 + (round % 12))
        .join('')
        .replaceAll(/["“”„‟]/gu, '')
        .trim();
      if (piece !== '') yield piece;
    }
  }

  function scanned(meets: (text: string) => boolean): number[] {
    return normalized.flatMap((text, index) => (meets(text) ? [index + 1] : []));
  }

  it('finds what a scan finds, for a thousand pieces of them as phrases', () => {
    expect(texts.length).toBeGreaterThan(40_000);
    let overBlanks = 0;
    for (const piece of pieces(1_200)) {
      if (piece.includes(' ')) overBlanks++;
      const expected = scanned((text) => text.includes(piece));
      expect(found(raw, `"${piece}"`), JSON.stringify(piece)).toEqual(expected);
    }
    expect(overBlanks).toBeGreaterThan(200);
  });

  it('finds what a scan finds for several words, and without some', () => {
    // Words that ask for initials or for a phrase are promised elsewhere.
    const words = [...pieces(1_200)].filter((piece) => /^[^\sㄱ-ㅎ"-][^\sㄱ-ㅎ]*$/u.test(piece));
    expect(words.length).toBeGreaterThan(250);
    for (let at = 0; at + 2 < words.length; at += 2) {
      const [one = '', two = '', three = ''] = words
        .slice(at, at + 3)
        .map((word) => word.slice(0, 2));
      const both = scanned((text) => text.includes(one) && text.includes(two));
      expect(found(raw, `${one} ${two}`), `${one} ${two}`).toEqual(both);
      const without = scanned((text) => text.includes(one) && !text.includes(three));
      expect(found(raw, `${one} -${three}`), `${one} -${three}`).toEqual(without);
      if (at % 100 === 0) {
        expect(found(raw, `-${two}`)).toEqual(scanned((text) => !text.includes(two)));
      }
    }
  });

  it('finds by initials what asking every text finds', () => {
    const queries = [
      'ㅎㅂ',
      'ㅂㅅ',
      'ㄱㄱㅅㅌ',
      'ㅋㅋ',
      'ㅋㅋㅋ',
      'ㅇ',
      'ㄳ',
      '재ㅁ',
      'ㅇ화',
      'ㅠㅠ',
    ];
    const mixed = ['영화 ㅈㅁ', 'ㅈㅁ -ㅋㅋ', '-ㅋㅋ', 'ㅇㄱ ㅁㄹ', 'ㅊㅊ -재미'];
    for (const query of [...queries, ...mixed]) {
      const expected = asked(texts, query);
      expect(expected.length, query).toBeGreaterThan(0);
      expect(found(raw, query), query).toEqual(expected);
    }
  });
});
