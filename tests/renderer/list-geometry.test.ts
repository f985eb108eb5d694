import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  headerHeight,
  listGeometry,
  positionOf,
  positionToShow,
  rowHeights,
  rowsInSight,
  scrollTopOf,
} from '../../renderer/features/voc/grid/list-geometry.ts';

const viewHeight = 700;
const lengths = fc.integer({ min: 1, max: 5_000_000 });
const heights = fc.constantFrom(...Object.values(rowHeights));

describe('the geometry of a long list', () => {
  it('stays within what browsers believe, and still reaches the first and the last row', () => {
    fc.assert(
      fc.property(lengths, heights, (length, height) => {
        const geometry = listGeometry(length, viewHeight, height);
        expect(geometry.sheet).toBeLessThan(16_000_000);
        const lowest = Math.max(0, geometry.sheet - viewHeight);
        expect(positionOf(geometry, 0)).toBe(0);
        const { end } = rowsInSight(geometry, positionOf(geometry, lowest), length);
        expect(end).toBe(length);
      }),
    );
  });

  it('finds from a position to the scroll bar and back', () => {
    fc.assert(
      fc.property(
        lengths,
        heights,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (length, height, share) => {
          const geometry = listGeometry(length, viewHeight, height);
          const position = share * Math.max(0, geometry.rows - geometry.view);
          const back = positionOf(geometry, scrollTopOf(geometry, position));
          expect(Math.abs(back - position)).toBeLessThan(0.01);
        },
      ),
    );
  });

  it('brings any row wholly into sight and moves nothing when it is', () => {
    fc.assert(
      fc.property(lengths, heights, fc.nat(), fc.nat(), (length, height, a, b) => {
        const geometry = listGeometry(length, viewHeight, height);
        const row = a % length;
        const from = b % Math.max(1, geometry.rows - geometry.view);
        const position = positionToShow(geometry, from, row);
        const top = row * height - position;
        if (geometry.rows > geometry.view) {
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + height).toBeLessThanOrEqual(geometry.view);
        }
        expect(positionToShow(geometry, position, row)).toBe(position);
      }),
    );
  });

  it('draws a short list from its top in a window that is taller', () => {
    const geometry = listGeometry(3, viewHeight, rowHeights.normal);
    expect(geometry.sheet).toBe(3 * rowHeights.normal + headerHeight);
    expect(rowsInSight(geometry, positionOf(geometry, 0), 3)).toEqual({ first: 0, end: 3 });
  });
});
