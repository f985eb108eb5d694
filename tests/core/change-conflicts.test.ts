import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellChangeKey,
  changeConflicts,
  onScaleOf,
  withoutChanges,
} from '../../core/domain/house/change-conflicts.ts';
import { diffHouses } from '../../core/domain/house/house-diff.ts';
import type { HouseModel } from '../../core/domain/house/house-model.ts';
import { scalePresets } from '../../core/domain/house/relation-scale.ts';
import { sampleHouse } from '../support/sample-house.ts';

const base = sampleHouse(4, 3);

/** The sample with other relations and importance. */
const changed = fc
  .tuple(
    fc.array(fc.constantFrom(0, 1, 3, 9), { minLength: 12, maxLength: 12 }),
    fc.integer({ min: 1, max: 5 }),
  )
  .map(
    ([values, importance]): HouseModel => ({
      ...base,
      relations: base.relations.map((row, i) => row.map((_, j) => values[i * 3 + j] ?? 0)),
      whats: base.whats.map((what) => (what.parentId === null ? what : { ...what, importance })),
    }),
  );

describe('changes that meet others', () => {
  it('are none where one of the two changed nothing, or both the same', () => {
    fc.assert(
      fc.property(changed, (after) => {
        expect(changeConflicts(base, after, base).size).toBe(0);
        expect(changeConflicts(base, base, after).size).toBe(0);
        expect(changeConflicts(base, after, after).size).toBe(0);
      }),
    );
  });

  it('are exactly the places that three states have three values for, with what is there now', () => {
    fc.assert(
      fc.property(changed, changed, (after, now) => {
        const conflicts = changeConflicts(base, after, now);
        const wanted = diffHouses(base, after).cells.filter(
          ({ whatId, howId, before, after: to }) => {
            const found = diffHouses(base, now).cells.find(
              (cell) => cell.whatId === whatId && cell.howId === howId,
            );
            return found !== undefined && found.after !== before && found.after !== to;
          },
        );
        const cells = [...conflicts.keys()].filter((key) => key.startsWith('cell:'));
        expect(cells.toSorted()).toEqual(wanted.map(cellChangeKey).toSorted());
        const left = withoutChanges(diffHouses(base, after), new Set(conflicts.keys()));
        expect(left.cells).toHaveLength(diffHouses(base, after).cells.length - wanted.length);
      }),
    );
  });

  it('are found on another scale too', () => {
    const other = { ...base, scale: scalePresets['5-3-1'] };
    const onOther = onScaleOf(base, other);
    expect(onOther.relations.flat().filter((value) => value === 5).length).toBe(
      base.relations.flat().filter((value) => value === 9).length,
    );
    expect(changeConflicts(base, base, onOther).size).toBe(0);
  });
});
