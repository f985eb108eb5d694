import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { CellBlock } from '../../../core/domain/house/block-paste.ts';
import type { HouseEdit } from './house-edit.ts';
import type { HowLine, MatrixLines, WhatLine } from './matrix-lines.ts';

/** A house and what of it is on screen. */
export interface ShownHouse {
  readonly view: HouseView;
  readonly lines: MatrixLines;
}

/** What a cell between two lines says. */
export interface LineCell {
  /** The relation; between groups the strongest below. */
  readonly value: number;
  /** Filled cells below, of so many; 1 at most between leaves. */
  readonly filled: number;
  readonly cells: number;
}

/** The relation at a place of the screen; the strongest below it where a group is collapsed. */
export function relationAt({ view, lines }: ShownHouse, row: number, column: number): number {
  const what = lines.rows[row];
  const how = lines.columns[column];
  if (what === undefined || how === undefined) return 0;
  return lineCell(view.relations.slice(what.firstLeaf, what.firstLeaf + what.leafCount), how).value;
}

/** A cell from the relations of the leaves of its row. */
export function lineCell(
  below: readonly (readonly number[])[],
  { firstLeaf, leafCount }: Pick<HowLine, 'firstLeaf' | 'leafCount'>,
): LineCell {
  let value = 0;
  let filled = 0;
  for (const relations of below) {
    for (let leaf = firstLeaf; leaf < firstLeaf + leafCount; leaf += 1) {
      const relation = relations[leaf] ?? 0;
      if (relation === 0) continue;
      filled += 1;
      value = Math.max(value, relation);
    }
  }
  return { value, filled, cells: below.length * leafCount };
}

/** The edit that writes values into cells on screen; null when it would change nothing. */
export function writing(
  house: ShownHouse,
  block: CellBlock,
  valueAt: (row: number, column: number) => number,
): HouseEdit | null {
  const cells = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let column = block.left; column <= block.right; column += 1) {
      const what = house.lines.rows[row];
      const how = house.lines.columns[column];
      if (what?.leaf == null || how?.leaf == null) continue;
      const strength = valueAt(row, column);
      if (relationAt(house, row, column) === strength) continue;
      cells.push({ whatId: what.id, howId: how.id, strength });
    }
  }
  if (cells.length === 0) return null;
  return { kind: 'relations', input: { houseId: house.view.id, cells } };
}

/** The name of the first collapsed group among lines; null when all are leaves. */
export function collapsedIn(house: ShownHouse, block: CellBlock): string | null {
  const lines: (WhatLine | HowLine)[] = [
    ...house.lines.rows.slice(block.top, block.bottom + 1),
    ...house.lines.columns.slice(Math.max(0, block.left), block.right + 1),
  ];
  return lines.find(({ leaf }) => leaf === null)?.name ?? null;
}

/** What Ctrl+D, Ctrl+R and Ctrl+Enter do to a selected block of relations; null for nothing. */
export function filling(
  house: ShownHouse,
  block: CellBlock,
  active: { row: number; column: number },
  from: 'above' | 'left' | 'active',
): HouseEdit | null {
  if (from === 'active') {
    return writing(house, block, () => relationAt(house, active.row, active.column));
  }
  if (from === 'above') {
    // A single row takes what stands above it, as in spreadsheets.
    const source = block.top === block.bottom ? block.top - 1 : block.top;
    if (source < 0) return null;
    return writing(house, block, (_, column) => relationAt(house, source, column));
  }
  const source = block.left === block.right ? block.left - 1 : block.left;
  if (source < 0) return null;
  return writing(house, block, (row) => relationAt(house, row, source));
}
