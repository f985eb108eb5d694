import type { HouseNode } from './house-model.ts';
import { treePlaces } from './house-tree.ts';

/** A row or column of the house with the groups it belongs to, from the first level down. */
export interface HouseLeaf<N extends HouseNode> {
  readonly node: N;
  readonly groups: readonly N[];
}

/** The rows or columns of the house in display order, each with its groups. */
export function leafPaths<N extends HouseNode>(nodes: readonly N[]): HouseLeaf<N>[] {
  const leaves: HouseLeaf<N>[] = [];
  const above: N[] = [];
  for (const { node, level, isLeaf } of treePlaces(nodes)) {
    above.length = level - 1;
    if (isLeaf) leaves.push({ node, groups: [...above] });
    else above.push(node);
  }
  return leaves;
}

/** Levels of groups above the leaves: 0 for a plain list. */
export function groupDepth(leaves: readonly HouseLeaf<HouseNode>[]): number {
  return leaves.reduce((depth, { groups }) => Math.max(depth, groups.length), 0);
}

/** A group over neighbouring leaves, `first` to `last` by their places in the list. */
export interface GroupSpan<N extends HouseNode> {
  readonly node: N;
  /** 0 for the first level. */
  readonly level: number;
  readonly first: number;
  readonly last: number;
}

/** Where to draw the names of groups; one that is torn apart has a span for each of its parts. */
export function groupSpans<N extends HouseNode>(leaves: readonly HouseLeaf<N>[]): GroupSpan<N>[] {
  const spans: GroupSpan<N>[] = [];
  for (let level = 0; level < groupDepth(leaves); level++) {
    let first = 0;
    while (first < leaves.length) {
      const node = leaves[first]?.groups[level];
      let last = first;
      while (last + 1 < leaves.length && leaves[last + 1]?.groups[level] === node) last++;
      if (node !== undefined) spans.push({ node, level, first, last });
      first = last + 1;
    }
  }
  return spans;
}
