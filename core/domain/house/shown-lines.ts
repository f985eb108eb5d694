import type { RoofCell, RoofStrength } from './house-model.ts';
import { type TreeNode, treePlaces } from './house-tree.ts';
import { normalizedRoof } from './roof.ts';

/** A row or column as it is shown: a leaf, or a collapsed group that stands for its leaves. */
export interface ShownLine {
  readonly id: number;
  readonly kind: 'leaf' | 'collapsed';
  readonly level: number;
  /** The leaves it stands for, by place in display order: `firstLeaf` and the following. */
  readonly firstLeaf: number;
  readonly leafCount: number;
}

/** An open group as it is drawn beside its rows or over its columns. */
export interface ShownGroup {
  readonly id: number;
  readonly level: number;
  /** Places among the shown lines. */
  readonly firstLine: number;
  readonly lineCount: number;
}

export interface ShownTree {
  readonly lines: readonly ShownLine[];
  readonly groups: readonly ShownGroup[];
}

/**
 * What shows of a tree when some groups are collapsed: an open group spans the lines below it; a collapsed
 * one is a line itself, and nothing below it shows. Ids of leaves among the collapsed do nothing.
 *
 * `only` limits what shows to some leaves, by place in display order (see `placesAboveCut`). A collapsed
 * group shows when one of its leaves does, and still stands for all of them; a group without shown lines
 * is left out.
 */
export function shownTree(
  nodes: readonly TreeNode[],
  collapsed: ReadonlySet<number>,
  only: ReadonlySet<number> | null = null,
): ShownTree {
  const lines: ShownLine[] = [];
  const groups: { id: number; level: number; firstLine: number; lineCount: number }[] = [];
  const open: (typeof groups)[number][] = [];
  let hiddenUpTo = 0;
  for (const { node, level, isLeaf, firstLeaf, leafCount } of treePlaces(nodes)) {
    if (firstLeaf < hiddenUpTo) continue;
    open.length = Math.min(open.length, level - 1);
    if (!isLeaf && !collapsed.has(node.id)) {
      const group = { id: node.id, level, firstLine: lines.length, lineCount: 0 };
      groups.push(group);
      open.push(group);
      continue;
    }
    if (!isLeaf) hiddenUpTo = firstLeaf + leafCount;
    if (only !== null && !leafRange(firstLeaf, leafCount).some((leaf) => only.has(leaf))) continue;
    const kind = isLeaf ? 'leaf' : 'collapsed';
    lines.push({ id: node.id, kind, level, firstLeaf, leafCount });
    for (const group of open) group.lineCount++;
  }
  return { lines, groups: groups.filter(({ lineCount }) => lineCount > 0) };
}

function leafRange(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + at);
}

/** Correlations of two shown columns. */
export interface ShownRoofCell {
  /** Places among the shown columns, `left` < `right`. */
  readonly left: number;
  readonly right: number;
  /** The strongest of them; of equally strong ones the negative, for conflicts are what one looks for. */
  readonly strength: RoofStrength;
  /** How many there are between the two. */
  readonly count: number;
}

/**
 * The roof over columns as they are shown, `leafIds` being all HOWs in display order: a collapsed group
 * takes over the correlations of its HOWs with others; those within it do not show.
 */
export function shownRoof(
  roof: readonly RoofCell[],
  leafIds: readonly number[],
  columns: readonly ShownLine[],
): ShownRoofCell[] {
  const columnOf = new Map(
    columns.flatMap(({ firstLeaf, leafCount }, column) =>
      leafRange(firstLeaf, leafCount).map((leaf) => [leafIds[leaf], column] as const),
    ),
  );
  const pairs = normalizedRoof(roof).flatMap(({ howId, otherHowId, strength }) => {
    const one = columnOf.get(howId);
    const other = columnOf.get(otherHowId);
    if (one === undefined || other === undefined || one === other) return [];
    return [{ left: Math.min(one, other), right: Math.max(one, other), strength }];
  });
  const together = Map.groupBy(pairs, ({ left, right }) => left * columns.length + right);
  return [...together.values()]
    .flatMap((cells) => {
      const force = (strength: RoofStrength) => Math.abs(strength) * 2 - Math.sign(strength) / 2;
      const [strongest] = cells.toSorted((a, b) => force(b.strength) - force(a.strength));
      return strongest === undefined ? [] : [{ ...strongest, count: cells.length }];
    })
    .toSorted((a, b) => a.left - b.left || a.right - b.right);
}

/** What a cell shows where a row, a column or both stand for several leaves. */
export interface ShownCell {
  /** The strongest relation below it: what its symbol shows. 0 for none. */
  readonly strongest: number;
  /** Filled cells below it. */
  readonly filled: number;
  /** All cells below it; 1 where both are leaves. */
  readonly cells: number;
  /** Σ weight × relation below it: what these WHATs give to these HOWs, in units of absolute weight. */
  readonly contribution: number;
}

/**
 * Cells of a house as it is shown, by shown row and column. `relations` are those of the leaves, `weights`
 * what each leaf WHAT weighs. A collapsed cell shows the strongest relation below it as its symbol, for a
 * mean of symbols is none, and its contribution as its number: contributions sum to the HOWs' absolute
 * weights (without row normalisation) whatever is collapsed.
 */
export function shownCells(
  relations: readonly (readonly number[])[],
  weights: readonly number[],
  rows: readonly ShownLine[],
  columns: readonly ShownLine[],
): ShownCell[][] {
  return rows.map((row) =>
    columns.map((column) => {
      let strongest = 0;
      let filled = 0;
      let contribution = 0;
      for (let i = row.firstLeaf; i < row.firstLeaf + row.leafCount; i++) {
        for (let j = column.firstLeaf; j < column.firstLeaf + column.leafCount; j++) {
          const relation = relations[i]?.[j] ?? 0;
          if (relation === 0) continue;
          filled++;
          strongest = Math.max(strongest, relation);
          contribution += (weights[i] ?? 0) * relation;
        }
      }
      return { strongest, filled, cells: row.leafCount * column.leafCount, contribution };
    }),
  );
}
