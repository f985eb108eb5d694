import { describe, expect, it } from 'vitest';
import {
  droppedOn,
  indented,
  outdented,
  placeAfter,
  shifted,
  unfoldedRows,
} from '../../renderer/features/requirements/tree-moves.ts';

/**
 * 1 ─ 2 ─ 3
 *   └ 4
 * 5
 * 6 ─ 7
 */
const rows = [
  { id: 1, parentId: null, level: 1 },
  { id: 2, parentId: 1, level: 2 },
  { id: 3, parentId: 2, level: 3 },
  { id: 4, parentId: 1, level: 2 },
  { id: 5, parentId: null, level: 1 },
  { id: 6, parentId: null, level: 1 },
  { id: 7, parentId: 6, level: 2 },
];

describe('moving in the outline', () => {
  it('indents below the sibling above, as its last child', () => {
    expect(indented(rows, 5)).toEqual({ parentId: 1, position: 2 });
  });

  it('does not indent the first of its siblings', () => {
    expect(indented(rows, 1)).toBeNull();
  });

  it('does not indent beyond the third level, counting what is below', () => {
    const deep = [
      { id: 1, parentId: null, level: 1 },
      { id: 2, parentId: null, level: 1 },
      { id: 3, parentId: 2, level: 2 },
      { id: 4, parentId: 3, level: 3 },
    ];
    expect(indented(deep, 2)).toBeNull();
    expect(indented(rows, 6)).toEqual({ parentId: 5, position: 0 });
  });

  it('outdents to right below its parent', () => {
    expect(outdented(rows, 4)).toEqual({ parentId: null, position: 1 });
    expect(outdented(rows, 3)).toEqual({ parentId: 1, position: 1 });
    expect(outdented(rows, 5)).toBeNull();
  });

  it('shifts among its siblings and stops at their ends', () => {
    expect(shifted(rows, 5, -1)).toEqual({ parentId: null, position: 0 });
    expect(shifted(rows, 5, 1)).toEqual({ parentId: null, position: 2 });
    expect(shifted(rows, 1, -1)).toBeNull();
    expect(shifted(rows, 6, 1)).toBeNull();
  });

  it('makes a new one right below, on the same level', () => {
    expect(placeAfter(rows, 1)).toEqual({ parentId: null, position: 1 });
    expect(placeAfter(rows, 2)).toEqual({ parentId: 1, position: 1 });
  });

  it('drops before, after or into another, its old place not counted', () => {
    expect(droppedOn(rows, 1, 5, 'after')).toEqual({ parentId: null, position: 1 });
    expect(droppedOn(rows, 6, 1, 'before')).toEqual({ parentId: null, position: 0 });
    expect(droppedOn(rows, 5, 6, 'into')).toEqual({ parentId: 6, position: 1 });
  });

  it('refuses to drop a requirement within itself or too deep', () => {
    expect(droppedOn(rows, 1, 3, 'after')).toBeNull();
    expect(droppedOn(rows, 6, 4, 'into')).toBeNull();
    expect(droppedOn(rows, 5, 3, 'into')).toBeNull();
  });

  it('hides everything below a folded requirement', () => {
    expect(unfoldedRows(rows, new Set([1])).map(({ id }) => id)).toEqual([1, 5, 6, 7]);
  });
});
