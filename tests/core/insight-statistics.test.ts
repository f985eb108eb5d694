import { describe, expect, it } from 'vitest';
import { attributeChart } from '../../core/domain/control-chart/attribute-chart.ts';
import { qValues } from '../../core/domain/statistics/benjamini-hochberg.ts';
import { dateOfDay, dayNumber, mondayOf } from '../../core/domain/voc/calendar-days.ts';
import { crossResiduals } from '../../core/domain/voc/cross-residuals.ts';
import { type WeekCount, weeklyChart } from '../../core/domain/voc/weekly-chart.ts';
import { wordChanges } from '../../core/domain/words/rising-words.ts';
import { logLikelihoodRatio, significantPairs } from '../../core/domain/words/word-pairs.ts';
import { binomialUpperMidP } from '../../core/numerics/binomial-tail.ts';
import { logFactorial } from '../../core/numerics/log-factorial.ts';

describe('the mid-p of a binomial', () => {
  it('is what summing by hand gives', () => {
    // P(X = 4) + P(X = 5) of Bin(5, ½) are 5/32 and 1/32.
    expect(binomialUpperMidP(4, 5, 0.5)).toBeCloseTo((2.5 + 1) / 32, 14);
    expect(binomialUpperMidP(0, 5, 0.5)).toBeCloseTo(1 - 0.5 / 32, 14);
  });

  it('of both sides sums to one, also for a million trials', () => {
    const upper = binomialUpperMidP(301_000, 1_000_000, 0.3);
    const lower = binomialUpperMidP(699_000, 1_000_000, 0.7);
    expect(upper + lower).toBeCloseTo(1, 9);
  });

  it('rests on factorials that agree where the table ends', () => {
    expect(logFactorial(256) - logFactorial(255)).toBeCloseTo(Math.log(256), 11);
    expect(logFactorial(0)).toBe(0);
  });
});

describe('q-values', () => {
  it('are those of the worked example of Benjamini and Hochberg', () => {
    const ps = [0.01, 0.04, 0.03, 0.005];
    expect(qValues(ps).map((q) => Number(q.toFixed(6)))).toEqual([0.02, 0.04, 0.04, 0.02]);
    expect(qValues([])).toEqual([]);
  });
});

describe('words that change', () => {
  it('are called significant when they are, with an interval around the ratio', () => {
    const [first] = wordChanges([{ word: '환불', period: 60, baseline: 20 }], 1000, 1000);
    expect(first).toMatchObject({ direction: 'rising', expected: 20, ratio: 3, significant: true });
    expect(first?.ratioLow).toBeGreaterThan(1.8);
    expect(first?.ratioHigh).toBeLessThan(5);
  });

  it('of a handful of VOC are not called significant, and have no upper end without a baseline', () => {
    const [few] = wordChanges([{ word: '환불', period: 5, baseline: 0 }], 100, 400);
    expect(few?.ratio).toBeNull();
    expect(few?.ratioHigh).toBeNull();
    expect(wordChanges([{ word: '환불', period: 4, baseline: 0 }], 100, 400)).toEqual([]);
    const [even] = wordChanges([{ word: '환불', period: 3, baseline: 4 }], 100, 100);
    expect(even?.significant).toBe(false);
  });

  it('cannot be told without texts to compare with', () => {
    expect(wordChanges([{ word: '환불', period: 9, baseline: 0 }], 100, 0)).toEqual([]);
  });

  it('hardly ever come out of nothing but chance', () => {
    const flat = Array.from({ length: 200 }, (_, i) => ({
      word: `낱말${i}`,
      period: 20 + (i % 5),
      baseline: 20 + (i % 7),
    }));
    expect(wordChanges(flat, 1000, 1000).filter(({ significant }) => significant)).toEqual([]);
  });
});

describe('pairs of words', () => {
  it('weigh what Dunning weighs', () => {
    expect(logLikelihoodRatio(10, 20, 20, 40)).toBeCloseTo(0, 12);
    // 2·(30·ln(30/16) + 10·ln(10/24) + 10·ln(10/24) + 50·ln(50/36)) by hand.
    const by = 2 * (30 * Math.log(30 / 16) + 20 * Math.log(10 / 24) + 50 * Math.log(50 / 36));
    expect(logLikelihoodRatio(30, 40, 40, 100)).toBeCloseTo(by, 10);
  });

  it('are only those that stand together more than chance puts them', () => {
    const pair = (both: number) => ({
      first: 'ㄱ',
      second: 'ㄴ',
      both,
      firstCount: 40,
      secondCount: 40,
    });
    expect(significantPairs([pair(30)], 100)).toHaveLength(1);
    expect(significantPairs([pair(16)], 100)).toEqual([]);
    expect(significantPairs([pair(2)], 100)).toEqual([]);
  });
});

describe('cells of two facets', () => {
  it('are marked where they are more or less than independence explains', () => {
    const found = crossResiduals([
      [90, 10],
      [10, 90],
    ]);
    expect(found?.cells.flat().map(({ significant }) => significant)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(found?.cells[0]?.[0]?.expected).toBe(50);
  });

  it('are not marked in a table that chance explains, nor without counts', () => {
    const found = crossResiduals([
      [20, 21],
      [19, 20],
    ]);
    expect(found?.cells.flat().some(({ significant }) => significant)).toBe(false);
    expect(crossResiduals([[0, 0]])).toBeNull();
  });
});

describe('the weekly chart', () => {
  const weeks = (counts: number[], more: Partial<WeekCount>[] = []): WeekCount[] =>
    counts.map((count, i) => ({
      from: dateOfDay(dayNumber('2026-01-05') + 7 * i),
      to: dateOfDay(dayNumber('2026-01-11') + 7 * i),
      count,
      whole: null,
      partial: false,
      ...more[i],
    }));

  it('has the limits that the control chart of csm calc has, without weeks that are not whole', () => {
    const counts = [20, 22, 18, 21, 19, 20, 23, 17, 60];
    const weekly = weeklyChart(
      weeks([...counts, 3], [...counts.map(() => ({})), { partial: true }]),
      'c',
    );
    const same = attributeChart('c', counts, []);
    expect(weekly.chart).toEqual(same);
    expect(weekly.charted).toHaveLength(9);
    expect(weekly.signals).toContainEqual({
      week: 8,
      kind: 'above',
      value: 60,
      line: same.upper[8],
      length: null,
    });
    expect(weekly.overdispersed).toBe(true);
  });

  it('names a run once, with its length', () => {
    const weekly = weeklyChart(
      weeks([30, 31, 30, 32, 31, 30, 31, 30, 18, 17, 18, 19, 18, 17, 18, 19]),
      'c',
    );
    expect(weekly.signals.map(({ kind, length }) => [kind, length])).toEqual([
      ['runAbove', 8],
      ['runBelow', 8],
    ]);
  });

  it('is not drawn of fewer than eight weeks', () => {
    expect(weeklyChart(weeks([1, 2, 3]), 'c').chart).toBeNull();
  });
});

describe('weeks', () => {
  it('begin on Monday, before 1970 too', () => {
    expect(dateOfDay(mondayOf(dayNumber('2026-11-22')))).toBe('2026-11-16');
    expect(dateOfDay(mondayOf(dayNumber('2026-11-16')))).toBe('2026-11-16');
    expect(dateOfDay(mondayOf(dayNumber('1969-12-31')))).toBe('1969-12-29');
  });
});
