import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importanceSources } from '../../core/contract/house.contract.ts';
import {
  kanoAdjusted,
  onFivePoints,
  sharesOfHundred,
  withAverageForMissing,
} from '../../core/domain/importance/importance-scale.ts';
import { compareImportance } from '../../core/domain/importance/importance-sources.ts';
import {
  kendallTauB,
  spearmanRho,
  topOverlap,
} from '../../core/domain/importance/rank-agreement.ts';
import { midRanks } from '../../core/numerics/mid-ranks.ts';

const anyImportance = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: 4 });

describe('one scale for importances', () => {
  it('gives shares of 100, with an average place kept free for a gap', () => {
    expect(sharesOfHundred([3, 1])).toEqual([75, 25]);
    const [first, second, gap] = sharesOfHundred([3, 1, null]);
    expect(first).toBeCloseTo(50, 12);
    expect(second).toBeCloseTo(100 / 6, 12);
    expect(gap).toBeNull();
    expect(sharesOfHundred([0, 0])).toEqual([50, 50]);
    expect(sharesOfHundred([null, null])).toEqual([null, null]);
    expect(sharesOfHundred([])).toEqual([]);
  });

  it('gives five points that keep proportions, or that start at 1', () => {
    expect(onFivePoints([200, 100, 0, null], 'proportional')).toEqual([5, 2.5, 0, null]);
    expect(onFivePoints([200, 100, 0, null], 'spread')).toEqual([5, 3, 1, null]);
    expect(onFivePoints([7, 7], 'spread')).toEqual([3, 3]);
    expect(onFivePoints([null], 'spread')).toEqual([null]);
  });

  it('puts an average in place of a gap, which leaves the shares of the others as they were', () => {
    expect(withAverageForMissing([3, null, 1])).toEqual([3, 2, 1]);
    expect(withAverageForMissing([null, null])).toEqual([1, 1]);
    fc.assert(
      fc.property(fc.array(anyImportance, { minLength: 1, maxLength: 12 }), (values) => {
        const [gappy, whole] = [
          sharesOfHundred(values),
          sharesOfHundred(withAverageForMissing(values)),
        ];
        for (const [i, share] of gappy.entries()) {
          if (share !== null) expect(whole[i]).toBeCloseTo(share, 9);
        }
        expect(whole.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(100, 9);
      }),
    );
  });

  it('raises by Kano what would please or be missed, and not for having been asked', () => {
    const pulls = [
      { better: 0.2, worse: -0.8 },
      { better: 0, worse: 0 },
      null,
      { better: null, worse: null },
    ];
    const [missed, indifferent, unasked, unclear] = kanoAdjusted([10, 10, 10, 10], pulls);
    expect(missed).toBeCloseTo(18, 12);
    expect(indifferent).toBe(10);
    expect(unasked).toBeCloseTo(14, 12);
    expect(unclear).toBeCloseTo(14, 12);
    expect(kanoAdjusted([4, null], [null, null])).toEqual([4, null]);
  });
});

describe('agreement of two orders', () => {
  it('ranks ties at their mean', () => {
    expect(midRanks([9, 4, 4, 1])).toEqual([1, 2.5, 2.5, 4]);
    expect(midRanks([])).toEqual([]);
  });

  it('reproduces Kendall’s example of pupils by mathematics and music (Rank Correlation Methods, 1948): −0.07', () => {
    const mathematics = [7, 4, 3, 10, 6, 2, 9, 8, 1, 5];
    const music = [5, 7, 3, 10, 1, 9, 6, 2, 8, 4];
    expect(kendallTauB(mathematics, music)).toBeCloseTo(-3 / 45, 12);
    expect(kendallTauB([1, 2, 2, 3], [1, 2, 3, 3])).toBeCloseTo(4 / 5, 12);
  });

  it('is 1 for the same order, −1 for the opposite one, and nothing where all are on a level', () => {
    expect([kendallTauB([1, 2, 3], [2, 4, 9]), spearmanRho([1, 2, 3], [2, 4, 9])]).toEqual([1, 1]);
    expect([kendallTauB([1, 2, 3], [3, 2, 1]), spearmanRho([1, 2, 3], [3, 2, 1])]).toEqual([
      -1, -1,
    ]);
    expect([kendallTauB([1, 1], [1, 2]), spearmanRho([1, 1], [1, 2])]).toEqual([null, null]);
    expect([kendallTauB([], []), spearmanRho([4], [4])]).toEqual([null, null]);
  });

  it('computes Spearman as 1 − 6Σd² ÷ (n(n² − 1)) where there are no ties', () => {
    const order = fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7 });
    fc.assert(
      fc.property(order, order, (a, b) => {
        const squares = a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0);
        expect(spearmanRho(a, b)).toBeCloseTo(1 - (6 * squares) / (7 * 48), 12);
      }),
    );
  });

  it('counts how many of the first k are the same, with ties at the edge', () => {
    expect(topOverlap([5, 4, 3, 2], [2, 5, 4, 3], 2)).toBe(0.5);
    expect(topOverlap([5, 4, 4, 2], [5, 4, 3, 2], 2)).toBeCloseTo(2 / 3, 12);
    expect(topOverlap([], [], 2)).toBeNull();
    expect(topOverlap([1], [1], 0)).toBeNull();
  });
});

describe('importances side by side', () => {
  const comparison = compareImportance(
    [
      { source: 'direct', values: [5, 3, 1, null] },
      { source: 'evidence', values: [10, 300, 90, 200] },
      { source: 'ahp', values: [0.5, 0.3, 0.2, null] },
    ],
    2,
  );

  it('compare in order only over the WHATs that both sources know', () => {
    expect(comparison.agreements.map(({ a, b, n }) => [a, b, n])).toEqual([
      ['direct', 'evidence', 3],
      ['direct', 'ahp', 3],
      ['evidence', 'ahp', 3],
    ]);
    expect(comparison.agreements[1]).toMatchObject({ kendallTauB: 1, spearman: 1, topOverlap: 1 });
    expect(comparison.agreements[0]?.kendallTauB).toBeCloseTo(-1 / 3, 12);
    expect(comparison.agreements[0]?.topOverlap).toBe(0.5);
    expect(comparison.sources[0]).toMatchObject({ ranks: [1, 2, 3, null], missing: 1 });
  });

  it('name the WHAT they differ most about, and who says what', () => {
    expect(comparison.differences.map(({ what }) => what)).toEqual([0, 1, 2]);
    expect(comparison.differences[0]).toMatchObject({
      lowest: 'evidence',
      highest: 'direct',
      rankSpan: 3,
    });
  });

  it('have nothing to say without sources, and refuse lists that do not match', () => {
    expect(compareImportance([], 3)).toEqual({ sources: [], agreements: [], differences: [] });
    expect(() =>
      compareImportance(
        [
          { source: 'direct', values: [1] },
          { source: 'ahp', values: [] },
        ],
        3,
      ),
    ).toThrow(
      expect.objectContaining({ code: 'calculation.sizeMismatch', path: 'sources[1].values' }),
    );
    expect(() => compareImportance([{ source: 'direct', values: [1, -1] }], 3)).toThrow(
      expect.objectContaining({ code: 'calculation.outOfRange', path: 'sources[0].values[1]' }),
    );
  });

  it('never give a figure that is no number, whatever is missing', () => {
    const lists = fc
      .integer({ min: 0, max: 6 })
      .chain((m) =>
        fc.array(fc.array(anyImportance, { minLength: m, maxLength: m }), { maxLength: 6 }),
      );
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 5 }), (values, topK) => {
        const result = compareImportance(
          values.map((list, s) => ({ source: importanceSources[s] ?? 'direct', values: list })),
          topK,
        );
        const figures = JSON.stringify(result, (_, value) =>
          typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
        );
        expect(figures).not.toContain('BAD');
      }),
    );
  });
});
