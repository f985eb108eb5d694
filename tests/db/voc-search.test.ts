import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalizeForSearch, searchExpression } from '../../core/domain/voc/voc-search.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';

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

function found(raw: RawDatabase, query: string): number[] {
  const expression = searchExpression(query);
  return raw
    .prepare('SELECT rowid FROM voc_search WHERE voc_search MATCH ? ORDER BY rowid')
    .pluck()
    .all(expression) as number[];
}

/** What LIKE would find, were it told of NFC and letter case. */
function scanned(texts: readonly string[], query: string): number[] {
  const words = wordsOf(query);
  return texts.flatMap((text, index) =>
    words.every((word) => normalizeForSearch(text).includes(word)) ? [index + 1] : [],
  );
}

function wordsOf(query: string): string[] {
  return normalizeForSearch(query)
    .split(/[\s\p{Cc}\u180e]+/u)
    .filter((word) => word !== '');
}

const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'결제가안돼요서비스 ') },
  { weight: 4, arbitrary: fc.constantFrom(...'aAbBzZ09 "\'*^:()-+{}&|%_\\/.,?!~') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '각', '𠮷', 'Σ', 'ς', 'İ', 'ß', '\u0301'),
  },
  { weight: 1, arbitrary: fc.constantFrom('\n', '\t', '\u00a0', '\u3000', '\u0001', '\u180e') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const someText = fc.string({ unit: character, minLength: 1, maxLength: 24 });

describe('search index', () => {
  it('finds exactly what a scan of every text finds, for any substring and any words', () => {
    fc.assert(
      fc.property(
        fc.array(someText, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 })), { maxLength: 12 }),
        fc.array(someText, { maxLength: 3 }),
        (drawn, cuts, others) => {
          const texts = drawn.map((text) => text.replaceAll('\0', ' '));
          const raw = emptyIndex();
          try {
            fill(raw, texts);
            const pieces = cuts.map(([which, from, length]) => {
              const characters = Array.from(texts[which % texts.length] ?? '');
              const start = from % Math.max(1, characters.length);
              return characters.slice(start, start + length).join('');
            });
            for (const query of [...pieces, ...others]) {
              if (wordsOf(query).length > 0) {
                expect(found(raw, query), JSON.stringify(query)).toEqual(scanned(texts, query));
              }
            }
          } finally {
            raw.close();
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('takes as many words as a query can hold', () => {
    const raw = emptyIndex();
    fill(raw, ['가 나 다', '가 나']);
    expect(found(raw, Array.from({ length: 200 }, () => '가').join(' '))).toEqual([1, 2]);
    expect(
      found(
        raw,
        Array.from({ length: 199 }, () => '가')
          .join(' ')
          .concat(' 다'),
      ),
    ).toEqual([1]);
    raw.close();
  });

  it('follows a text that changes and forgets one that goes', () => {
    const raw = emptyIndex();
    fill(raw, ['결제 오류', '배송 지연']);
    raw.prepare("UPDATE voc SET text = '환불 지연' WHERE id = 1").run();
    raw.prepare('DELETE FROM voc WHERE id = 2').run();
    expect(found(raw, '결제')).toEqual([]);
    expect(found(raw, '지연')).toEqual([1]);
    raw.close();
  });
});

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
    normalized = texts.map(normalizeForSearch);
    raw = emptyIndex();
    fill(raw, texts);
  });
  afterAll(() => raw.close());

  it('finds what a scan finds, for hundreds of pieces of them', () => {
    expect(texts.length).toBeGreaterThan(40_000);
    // A fixed stride instead of chance: the same pieces in every run.
    for (let round = 0; round < 300; round++) {
      const characters = Array.from(texts[(round * 7_919) % texts.length] ?? '');
      const start = (round * 31) % Math.max(1, characters.length - 1);
      const query = characters.slice(start, start + 1 + (round % 6)).join('');
      const words = wordsOf(query);
      if (words.length === 0) continue;
      const expected = normalized.reduce(
        (count, text) => count + (words.every((word) => text.includes(word)) ? 1 : 0),
        0,
      );
      expect(found(raw, query).length, JSON.stringify(query)).toBe(expected);
    }
  });
});
