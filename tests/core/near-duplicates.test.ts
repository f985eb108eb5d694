import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DuplicateCriteria } from '../../core/contract/duplicate.contract.ts';
import { type DuplicateCandidate, DuplicateFinder } from '../../core/domain/voc/near-duplicates.ts';
import { jaccard, shinglesOf, spokenLetters } from '../../core/domain/voc/text-shingles.ts';

const criteria: DuplicateCriteria = {
  threshold: 0.8,
  withinDays: 0,
  sameChannel: true,
  sameBranch: true,
  minLetters: 10,
};
const anywhere: DuplicateCriteria = {
  ...criteria,
  withinDays: null,
  sameChannel: false,
  sameBranch: false,
};

function voc(text: string, more: Partial<DuplicateCandidate> = {}): DuplicateCandidate {
  return {
    text,
    receivedAt: '2026-11-21',
    channel: 'phone',
    branch: '강남',
    person: null,
    ...more,
  };
}

/** The first of each, by its place; null for those that repeat nothing. */
function firsts(list: readonly DuplicateCandidate[], given = criteria): (number | null)[] {
  const finder = new DuplicateFinder(given);
  return list.map((entry, place) => finder.add(place, entry)?.first ?? null);
}

const complaint = '기사님이 약속 시간보다 두 시간이나 늦게 오셨는데 사과도 없었습니다';

describe('duplicates', () => {
  it('are texts of the same letters, however they are spaced and punctuated', () => {
    const list = [
      voc(complaint),
      voc(`  ${complaint.replaceAll(' ', '')}!! `),
      voc(complaint.normalize('NFD')),
      voc('환불을 요청했는데 아직 처리가 안 되었습니다'),
    ];
    expect(firsts(list)).toEqual([null, 0, 0, null]);
  });

  it('are received on the same day, in the same channel and branch, from no two known people', () => {
    const list = [
      voc(complaint),
      voc(complaint, { receivedAt: '2026-11-22' }),
      voc(complaint, { channel: 'web' }),
      voc(complaint, { branch: '마포' }),
      voc(complaint, { branch: null }),
      voc(complaint, { person: 'c1' }),
      voc(complaint, { person: 'c2' }),
      voc(complaint, { receivedAt: '2026-11-21T18:30' }),
      voc(complaint, { person: 'c2' }),
    ];
    expect(firsts(list)).toEqual([null, null, null, null, null, null, null, 0, 6]);
    expect(firsts(list, anywhere)).toEqual([null, 0, 0, 0, 0, null, null, 0, 6]);
  });

  it('may be asked for within some days', () => {
    const week = { ...criteria, withinDays: 7 };
    const list = ['2026-11-01', '2026-11-08', '2026-11-09', '2026-11-10'].map((receivedAt) =>
      voc(complaint, { receivedAt }),
    );
    expect(firsts(list, week)).toEqual([null, 0, null, 2]);
  });

  it('are never as short as what everybody says', () => {
    const thanks = Array.from({ length: 50 }, () => voc('감사합니다!'));
    expect(firsts(thanks)).toEqual(thanks.map(() => null));
    expect(firsts(thanks, { ...criteria, minLetters: 5 }).slice(1)).toEqual(
      thanks.slice(1).map(() => 0),
    );
  });

  it('are near when they share four fifths of their shingles, and tell by how much', () => {
    const finder = new DuplicateFinder(criteria);
    expect(finder.add(1, voc(complaint))).toBeNull();
    const near = finder.add(2, voc(`${complaint}.. 정말`));
    const again = finder.add(3, voc(`${complaint} 정말!`));
    const [one, other] = [complaint, `${complaint}정말`].map((text) =>
      shinglesOf(spokenLetters(text)),
    );
    const similarity = jaccard(one ?? new Uint32Array(), other ?? new Uint32Array());
    expect(similarity).toBeLessThan(1);
    expect(near).toEqual({ first: 1, similarity, same: null });
    expect(again).toEqual({ first: 1, similarity, same: 2 });
    expect(
      finder.add(4, voc('기사님이 약속을 지키셔서 감사했습니다 다음에도 부탁드려요')),
    ).toBeNull();
  });

  it('are only the same letters when no threshold is asked for', () => {
    const finder = new DuplicateFinder({ ...criteria, threshold: null });
    finder.add(1, voc(complaint));
    expect(finder.add(2, voc(`${complaint} 정말`))).toBeNull();
    expect(finder.add(3, voc(complaint))).toMatchObject({ first: 1, same: 1 });
  });
});

const words = [
  '배송',
  '환불',
  '기사님',
  '늦게',
  '왔습니다',
  '친절',
  '사과',
  '없었',
  '요청',
  '했는데',
];
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 5, maxLength: 14 })
  .map((chosen) => chosen.join(' '));
/** Sentences and small changes of them, many of one kind, as a real workspace has. */
const corpus = fc
  .array(
    fc.tuple(sentence, fc.array(fc.tuple(fc.nat(40), fc.constantFrom(...words)), { maxLength: 3 })),
    {
      minLength: 2,
      maxLength: 60,
    },
  )
  .map((list) =>
    list.flatMap(([text, changes]) => [
      text,
      ...changes.map(([at, word]) => text.slice(0, at) + word + text.slice(at)),
    ]),
  );

describe('the search for near-duplicates', () => {
  it('agrees with comparing every text with every representative', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const finder = new DuplicateFinder(anywhere);
        const representatives: { place: number; shingles: Uint32Array }[] = [];
        let missed = 0;
        for (const [place, text] of texts.entries()) {
          const found = finder.add(place, voc(text));
          const shingles = shinglesOf(spokenLetters(text));
          if (found !== null) {
            const first = shinglesOf(spokenLetters(texts[found.first] ?? ''));
            expect(jaccard(first, shingles)).toBe(found.similarity);
            expect(found.similarity).toBeGreaterThanOrEqual(0.8);
            continue;
          }
          const best = Math.max(
            0,
            ...representatives.map((other) => jaccard(other.shingles, shingles)),
          );
          if (best >= 0.8) missed++;
          representatives.push({ place, shingles });
        }
        // Bands meet a pair at the very threshold with a probability of 99.8 %.
        expect(missed).toBeLessThanOrEqual(1);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it('finds the same again, whatever was searched before', () => {
    fc.assert(
      fc.property(corpus, (texts) => {
        const list = texts.map((text) => voc(text));
        expect(firsts(list, anywhere)).toEqual(firsts(list, anywhere));
      }),
      { seed: 4, numRuns: 20 },
    );
  });

  it('takes a hundred thousand repetitions and a template without comparing all with all', {
    timeout: 120_000,
  }, () => {
    const same = Array.from({ length: 50_000 }, () => voc(complaint));
    const filled = Array.from({ length: 50_000 }, (_, at) =>
      voc(`안녕하세요 고객 번호 ${at * 7919} 입니다 지난번 주문이 ${at % 97}일째 오지 않습니다`),
    );
    const before = process.cpuUsage();
    const found = firsts([...same, ...filled], anywhere);
    expect(found.slice(1, 50_000).every((first) => first === 0)).toBe(true);
    // A quadratic search would need minutes. Time of this process, which a busy machine leaves alone.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(30);
  });
});

describe('shingles', () => {
  it('are all three-letter pieces, a shorter text is one piece, no text is none', () => {
    expect(shinglesOf('가나다라').length).toBe(2);
    expect(shinglesOf('가나').length).toBe(1);
    expect(shinglesOf('').length).toBe(0);
    expect(shinglesOf('가나다가나다').length).toBe(3);
  });

  it('measure what texts share, the same both ways, 1 for the same set, 0 for less than is asked for', () => {
    const text = fc.string({ unit: fc.constantFrom(...'가나다라마바사'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.double({ min: 0, max: 1, noNaN: true }), (one, other, bar) => {
        const pieces = (letters: string) =>
          new Set(
            letters.length < 3
              ? letters === ''
                ? []
                : [letters]
              : Array.from({ length: letters.length - 2 }, (_, at) => letters.slice(at, at + 3)),
          );
        const [a, b] = [pieces(one), pieces(other)];
        const union = new Set([...a, ...b]).size;
        const common = [...a].filter((piece) => b.has(piece)).length;
        const expected = union === 0 ? 1 : common / union;
        expect(jaccard(shinglesOf(one), shinglesOf(other))).toBe(expected);
        expect(jaccard(shinglesOf(other), shinglesOf(one))).toBe(expected);
        const kept = expected < bar ? 0 : expected;
        expect(jaccard(shinglesOf(one), shinglesOf(other), bar)).toBe(kept);
        expect(jaccard(shinglesOf(one), shinglesOf(other), expected)).toBe(expected);
      }),
    );
  });
});
