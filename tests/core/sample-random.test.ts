import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../core/numerics/seeded-random.ts';
import {
  addDays,
  addMonths,
  daysBetween,
  weekdayOf,
  workdayOnOrBefore,
} from '../../core/sample/sample-calendar.ts';

describe('seeded random', () => {
  const draws = (seed: number, count: number) => {
    const random = new SeededRandom(seed);
    return Array.from({ length: count }, () => random.next());
  };

  it('repeats itself for the same seed and not for another', () => {
    expect(draws(42, 100)).toEqual(draws(42, 100));
    expect(draws(42, 100)).not.toEqual(draws(43, 100));
  });

  it('stays in [0, 1) and is even across ten bins (χ², 9 degrees, 99.9 %)', () => {
    const bins = new Array<number>(10).fill(0);
    for (const value of draws(7, 20_000)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      const bin = Math.floor(value * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chiSquare).toBeLessThan(27.88);
  });

  it('draws normal deviates with the mean and spread asked for', () => {
    const random = new SeededRandom(3);
    const values = Array.from({ length: 20_000 }, () => random.normal(10, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(10, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
  });

  it('shuffles without losing anything and never picks what weighs nothing', () => {
    const random = new SeededRandom(5);
    expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    for (let i = 0; i < 200; i++) {
      expect(random.pickWeighted(['never', 'always'], (v) => (v === 'never' ? 0 : 1))).toBe(
        'always',
      );
    }
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('forks a source whose draws do not shift its own', () => {
    const quiet = new SeededRandom(9);
    const busy = new SeededRandom(9);
    quiet.fork();
    const fork = busy.fork();
    for (let i = 0; i < 50; i++) fork.next();
    expect(busy.next()).toBe(quiet.next());
  });
});

describe('sample calendar', () => {
  it('adds days and months across ends of months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addMonths('2026-08-31', -6)).toBe('2026-02-28');
    expect(addMonths('2026-03-15', -12)).toBe('2025-03-15');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  });

  it('knows weekdays and steps back from a weekend', () => {
    expect(weekdayOf('2026-11-21')).toBe(6);
    expect(workdayOnOrBefore('2026-11-21')).toBe('2026-11-20');
    expect(workdayOnOrBefore('2026-11-22')).toBe('2026-11-20');
    expect(workdayOnOrBefore('2026-11-23')).toBe('2026-11-23');
  });
});
