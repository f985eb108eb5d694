import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupImportance,
  groupImportanceRange,
  sharedImportance,
} from '../../core/domain/house/group-importance.ts';
import { parseGroupImportanceEntry } from '../../core/domain/house/importance-entry.ts';

/** As typed into leaves: hundredths from 0.01 to 100. */
const importances = fc.array(
  fc.integer({ min: 1, max: 10_000 }).map((units) => units / 100),
  { minLength: 1, maxLength: 40 },
);

const sumOf = (values: readonly number[]) =>
  Math.round(values.reduce((sum, value) => sum + value, 0) * 100) / 100;

describe('importance rolled up and down a group of WHATs', () => {
  it('is the sum of what the WHATs have', () => {
    expect(groupImportance([5, 4, 3])).toBe(12);
    expect(groupImportance([0.1, 0.2])).toBe(0.3);
    expect(groupImportance([])).toBeNull();
  });

  it('shares what a group is given in proportion: 24 over 5, 4, 3 doubles them', () => {
    expect(sharedImportance([5, 4, 3], 24)).toEqual([10, 8, 6]);
  });

  it('shares hundredths by largest remainder: 10 over three alike', () => {
    expect(sharedImportance([3, 3, 3], 10)).toEqual([3.34, 3.33, 3.33]);
  });

  it('says from and to what a group can be given: a WHAT has 0.01 to 100', () => {
    expect(groupImportanceRange([5, 4, 3])).toEqual({ least: 0.03, most: 240 });
    expect(sharedImportance([5, 4, 3], 240)).toEqual([100, 80, 60]);
    expect(sharedImportance([5, 4, 3], 240.01)).toBeNull();
    expect(sharedImportance([5, 4, 3], 0.02)).toBeNull();
    expect(sharedImportance([], 5)).toBeNull();
  });

  it('lets a group keep what it has when its heaviest WHAT has 100', () => {
    const leaves = [100, 63.24, 46.83, 6.02];
    expect(sharedImportance(leaves, 216.09)).toEqual(leaves);
  });

  it('sums to what was typed, keeps the order, and stays within what a WHAT may have', () => {
    fc.assert(
      fc.property(importances, fc.double({ min: 0, max: 1, noNaN: true }), (leaves, at) => {
        const { least, most } = groupImportanceRange(leaves);
        const given = Math.floor((least + at * (most - least)) * 100) / 100;
        const shared = sharedImportance(leaves, Math.max(given, least)) ?? [];
        expect(sumOf(shared)).toBe(Math.max(given, least));
        expect(Math.min(...shared)).toBeGreaterThanOrEqual(0.01);
        expect(Math.max(...shared)).toBeLessThanOrEqual(100);
        for (const [one, mine] of leaves.entries()) {
          for (const [other, theirs] of leaves.entries()) {
            if (mine > theirs) expect(shared[one]).toBeGreaterThanOrEqual(shared[other] ?? 0);
          }
        }
      }),
    );
  });

  it('gives back what the WHATs had when the group is given what they come to', () => {
    fc.assert(
      fc.property(importances, (leaves) => {
        expect(sharedImportance(leaves, groupImportance(leaves) ?? 0)).toEqual(leaves);
      }),
    );
  });
});

describe('importance typed into a group', () => {
  it('may be more than one WHAT may have, and is no thousand by accident', () => {
    expect(['240', '12,5', '0', '1,000', 'x', ''].map(parseGroupImportanceEntry)).toEqual([
      240,
      12.5,
      null,
      null,
      null,
      null,
    ]);
  });
});
