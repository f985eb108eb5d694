import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestAffinityGroups } from '../../core/domain/requirement/affinity-groups.ts';
import { KeywordCorpusBuilder } from '../../core/domain/requirement/keyword-corpus.ts';
import { logLikelihoodRatio, themesOf } from '../../core/domain/requirement/theme-words.ts';

function corpusOf(texts: readonly (readonly string[])[]) {
  const builder = new KeywordCorpusBuilder();
  for (const text of texts) builder.add(text);
  return builder.build();
}

const suggest = (texts: readonly (readonly string[])[], maxGroups = 10) =>
  suggestAffinityGroups(corpusOf(texts), { maxGroups });

function repeated(count: number, ...words: string[]): string[][] {
  return Array.from({ length: count }, () => words);
}

/** Texts of three clear themes and some that belong to none. */
const themed = [
  ...repeated(20, '환불', '지연'),
  ...repeated(15, '앱', '로그인', '오류'),
  ...repeated(10, '직원', '친절'),
  ['날씨'],
  ['주차'],
];

describe('affinity groups', () => {
  it('finds the themes and names each by its words', () => {
    const { groups, groupOf } = suggest(themed);
    expect(groups.map(({ words, size }) => [words.toSorted(), size])).toEqual([
      [['지연', '환불'], 20],
      [['로그인', '앱', '오류'].toSorted(), 15],
      [['직원', '친절'].toSorted(), 10],
    ]);
    expect([...groupOf.slice(0, 20)]).toEqual(Array(20).fill(0));
    expect([...groupOf.slice(-2)]).toEqual([-1, -1]);
  });

  it('says how alike the texts of a group are: 1 for the same words', () => {
    const [group] = suggest(themed).groups;
    expect(group?.similarity).toBeCloseTo(1, 6);
  });

  it('holds no more groups than were asked for', () => {
    expect(suggest(themed, 2).groups).toHaveLength(2);
  });

  it('makes no group of fewer than three texts, nor of words that are everywhere', () => {
    expect(suggest([['가', '나'], ['가', '나'], ['다']]).groups).toEqual([]);
    expect(suggest(repeated(50, '안녕하세요')).groups).toEqual([]);
  });

  it('is empty for no texts and for texts without keywords', () => {
    expect(suggest([]).groups).toEqual([]);
    expect([...suggest([[], [], []]).groupOf]).toEqual([-1, -1, -1]);
  });

  const texts = fc.array(
    fc.uniqueArray(fc.constantFrom(...'가나다라마바사아자차카타파하'), { maxLength: 5 }),
    { maxLength: 120 },
  );

  it('puts every text in at most one group, and the sizes are the counts', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const { groups, groupOf } = suggest(some);
        const counts = groups.map(() => 0);
        for (const group of groupOf) {
          if (group >= 0) counts[group] = (counts[group] ?? Number.NaN) + 1;
        }
        expect(counts).toEqual(groups.map(({ size }) => size));
        expect(groupOf).toHaveLength(some.length);
      }),
    );
  });

  it('shows every text with a word of its group', () => {
    fc.assert(
      fc.property(texts, (some) => {
        const { groups, groupOf } = suggest(some);
        for (const [place, group] of groupOf.entries()) {
          if (group < 0) continue;
          const shown = groups[group]?.words ?? [];
          expect(some[place]?.some((word) => shown.includes(word))).toBe(true);
        }
      }),
    );
  });

  it('gives the groups of three thousand texts that it always gave', () => {
    const many = Array.from({ length: 3_000 }, (_, i) => {
      const theme = (i * i * 7) % 23;
      const others = [1, 2, 3].map((k) => `말${(i * (k + 4) + theme * k * k) % 97}`);
      return i % 11 === 0 ? others : [`가${theme}`, `나${(theme * 5) % 17}`, ...others];
    });
    const { groups, groupOf } = suggest(many, 12);
    expect(
      groups.map(
        ({ words, size, similarity }) => `${words.join(' ')} ${size} ${similarity.toFixed(6)}`,
      ),
    ).toEqual([
      '가7 나1 238 0.524312',
      '가19 나10 237 0.524449',
      '가20 나15 237 0.526235',
      '가10 나16 237 0.526017',
      '가14 나2 237 0.526482',
      '가21 나3 237 0.525139',
      '가11 나4 237 0.524927',
      '가15 나7 237 0.526947',
      '가17 나0 237 0.495945',
      '가22 나8 237 0.476906',
      '가5 나8 237 0.476257',
      '가0 나0 119 0.553684',
    ]);
    expect(groupOf.reduce((sum, group) => (sum * 31 + group + 2) % 1_000_003, 0)).toBe(749_013);
  });

  it('gives the same groups each time', () => {
    fc.assert(
      fc.property(texts, (some) => {
        expect(suggest(some)).toEqual(suggest(some));
      }),
    );
  });
});

describe('words that belong together', () => {
  it('have the log-likelihood ratio of Dunning: 10 of 10 and 10 among 100 give 65.02', () => {
    // 2 · (10 ln 10 + 90 ln(90 / 81))
    expect(logLikelihoodRatio(10, 10, 10, 100)).toBeCloseTo(65.0166, 3);
  });

  it('are apart when they meet as often as by chance, or less', () => {
    expect(logLikelihoodRatio(10, 50, 20, 100)).toBeCloseTo(0, 9);
    expect(logLikelihoodRatio(0, 50, 20, 100)).toBeLessThan(0);
  });

  it('are pairs only where their meeting is no chance', () => {
    const corpus = corpusOf([
      ...repeated(10, '환불', '지연'),
      ...repeated(10, '가', '나'),
      ...repeated(10, '가'),
      ...repeated(10, '나'),
      ...repeated(10),
    ]);
    const counts = new Uint32Array([10, 10, 20, 20]);
    const pairs = themesOf(corpus, counts, 3).filter(({ words }) => words.length === 2);
    const named = pairs.map(({ words }) => words.map((word) => corpus.words[word]).toSorted());
    expect(named).toEqual([['지연', '환불']]);
  });
});
