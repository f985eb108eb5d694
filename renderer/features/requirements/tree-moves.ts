import {
  maxRequirementLevel,
  type RequirementRow,
} from '../../../core/contract/requirement.contract.ts';

type TreeRow = Pick<RequirementRow, 'id' | 'parentId' | 'level'>;

/** Where a requirement goes: below which parent, and at which place among the others there. */
export interface TreePlace {
  parentId: number | null;
  position: number;
}

/*
 * All of these take the rows in outline order and answer null where the move cannot be made. The
 * position does not count the moved requirement itself, as `requirement.move` wants it.
 */

/** Below the sibling above it, as its last child. */
export function indented(rows: readonly TreeRow[], id: number): TreePlace | null {
  const siblings = siblingsOf(rows, id);
  const above = siblings[indexOf(siblings, id) - 1];
  if (above === undefined || above.level + heightOf(rows, id) > maxRequirementLevel) return null;
  return { parentId: above.id, position: childrenOf(rows, above.id).length };
}

/** Beside its parent, right below it. */
export function outdented(rows: readonly TreeRow[], id: number): TreePlace | null {
  const parent = rows.find((row) => row.id === rowOf(rows, id)?.parentId);
  if (parent === undefined) return null;
  const uncles = childrenOf(rows, parent.parentId);
  return { parentId: parent.parentId, position: indexOf(uncles, parent.id) + 1 };
}

/** One place up or down among its siblings. */
export function shifted(rows: readonly TreeRow[], id: number, step: -1 | 1): TreePlace | null {
  const siblings = siblingsOf(rows, id);
  const position = indexOf(siblings, id) + step;
  if (position < 0 || position >= siblings.length) return null;
  return { parentId: rowOf(rows, id)?.parentId ?? null, position };
}

export type DropSide = 'before' | 'after' | 'into';

/** Where it goes when dropped on another requirement. */
export function droppedOn(
  rows: readonly TreeRow[],
  id: number,
  targetId: number,
  side: DropSide,
): TreePlace | null {
  const target = rowOf(rows, targetId);
  if (target === undefined || isWithin(rows, targetId, id)) return null;
  const parentLevel = side === 'into' ? target.level : target.level - 1;
  if (parentLevel + heightOf(rows, id) > maxRequirementLevel) return null;
  const parentId = side === 'into' ? target.id : target.parentId;
  const others = childrenOf(rows, parentId).filter((row) => row.id !== id);
  if (side === 'into') return { parentId, position: others.length };
  return { parentId, position: indexOf(others, targetId) + (side === 'after' ? 1 : 0) };
}

/** A new requirement right below this one, on its level. */
export function placeAfter(rows: readonly TreeRow[], id: number): TreePlace {
  const siblings = siblingsOf(rows, id);
  return { parentId: rowOf(rows, id)?.parentId ?? null, position: indexOf(siblings, id) + 1 };
}

export function childrenOf<Row extends TreeRow>(
  rows: readonly Row[],
  parentId: number | null,
): Row[] {
  return rows.filter((row) => row.parentId === parentId);
}

/** Rows that are not below a folded one. */
export function unfoldedRows<Row extends TreeRow>(
  rows: readonly Row[],
  folded: ReadonlySet<number>,
): Row[] {
  const hidden = new Set<number>();
  return rows.filter((row) => {
    const { parentId } = row;
    const isHidden = parentId !== null && (hidden.has(parentId) || folded.has(parentId));
    if (isHidden) hidden.add(row.id);
    return !isHidden;
  });
}

/** The ids above a requirement, nearest first. */
export function ancestorIds(rows: readonly TreeRow[], id: number): number[] {
  const parentId = rowOf(rows, id)?.parentId ?? null;
  return parentId === null ? [] : [parentId, ...ancestorIds(rows, parentId)];
}

/** Whether `id` is `ancestorId` or stands below it. */
export function isWithin(rows: readonly TreeRow[], id: number, ancestorId: number): boolean {
  return id === ancestorId || ancestorIds(rows, id).includes(ancestorId);
}

function rowOf(rows: readonly TreeRow[], id: number): TreeRow | undefined {
  return rows.find((row) => row.id === id);
}

function siblingsOf(rows: readonly TreeRow[], id: number): TreeRow[] {
  return childrenOf(rows, rowOf(rows, id)?.parentId ?? null);
}

function indexOf(rows: readonly TreeRow[], id: number): number {
  return rows.findIndex((row) => row.id === id);
}

/** Levels a requirement takes up with all below it: 1 without children. */
function heightOf(rows: readonly TreeRow[], id: number): number {
  const children = childrenOf(rows, id);
  return 1 + Math.max(0, ...children.map((child) => heightOf(rows, child.id)));
}
