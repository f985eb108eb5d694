import { describe, expect, it } from 'vitest';
import type { HouseFinding } from '../../core/domain/house/house-finding.ts';
import { findingGroups, foldedGroup } from '../../renderer/features/house/finding-groups.ts';

const many = (count: number, code: HouseFinding['code'], severity: HouseFinding['severity']) =>
  Array.from(
    { length: count },
    (_, i): HouseFinding => ({ code, severity, whatIds: [i + 1], howIds: [], params: {} }),
  );

describe('findings by kind', () => {
  it('keep their order, each kind once for each severity', () => {
    const groups = findingGroups([
      ...many(2, 'emptyRow', 'serious'),
      ...many(1, 'roofConflict', 'serious'),
      ...many(3, 'roofConflict', 'check'),
      ...many(60, 'noEvidence', 'check'),
    ]);
    expect(groups.map(({ code, severity, findings }) => [code, severity, findings.length])).toEqual(
      [
        ['emptyRow', 'serious', 2],
        ['roofConflict', 'serious', 1],
        ['roofConflict', 'check', 3],
        ['noEvidence', 'check', 60],
      ],
    );
    expect(new Set(groups.map(({ key }) => key)).size).toBe(4);
    expect(findingGroups([])).toEqual([]);
  });

  it('are folded after the first three, but never to hide a single one', () => {
    const folded = (count: number, isOpen: boolean) => {
      const { shown, folded, beyond } = foldedGroup(many(count, 'noEvidence', 'check'), isOpen);
      return [shown.length, folded, beyond];
    };
    expect(folded(3, false)).toEqual([3, 0, 0]);
    expect(folded(4, false)).toEqual([4, 0, 0]);
    expect(folded(60, false)).toEqual([3, 57, 0]);
    expect(folded(60, true)).toEqual([60, 57, 0]);
    expect(folded(250, true)).toEqual([200, 247, 50]);
  });
});
