import { type TreeNode, treePlaces } from './house-tree.ts';

/**
 * Weights rolled up: what each node weighs when the leaves' weights are given, in display order. A group
 * weighs what its leaves weigh together; null where none of them has a weight.
 */
export function rolledUpWeights(
  nodes: readonly TreeNode[],
  leafWeights: readonly (number | null)[],
): Map<number, number | null> {
  return new Map(
    treePlaces(nodes).map(({ node, firstLeaf, leafCount }) => {
      const own = leafWeights
        .slice(firstLeaf, firstLeaf + leafCount)
        .filter((weight) => weight !== null && weight !== undefined);
      return [node.id, own.length === 0 ? null : own.reduce((sum, weight) => sum + weight, 0)];
    }),
  );
}

/**
 * Weights rolled down: what each leaf weighs, in display order, when every node has a weight against its
 * siblings, as after comparing them in pairs level by level. A node's share is its weight over that of
 * all its siblings; a leaf weighs `total` × the shares on the way down to it. The leaves sum to `total`.
 *
 * Source: synthesis of priorities, Saaty, "The Analytic Hierarchy Process", McGraw-Hill, 1980.
 *
 * Local weights are finite and ≥ 0, in any unit, each family in its own. A node without one counts 0
 * beside siblings that have one; where no sibling has any weight they share alike.
 */
export function rolledDownWeights(
  nodes: readonly TreeNode[],
  localWeights: ReadonlyMap<number, number>,
  total: number,
): number[] {
  const places = treePlaces(nodes);
  const shares = siblingShares(places, (id) => localWeights.get(id) ?? 0);
  const weightOf: number[] = [];
  const leaves: number[] = [];
  for (const { node, level, isLeaf } of places) {
    const above = level === 1 ? total : (weightOf[level - 1] ?? 0);
    weightOf[level] = above * (shares.get(node.id) ?? 0);
    if (isLeaf) leaves.push(weightOf[level]);
  }
  return leaves;
}

/**
 * The weights against siblings that roll down to the leaves' weights given: fractions that sum to 1 in
 * every family. With `rolledDownWeights` and the leaves' sum as total it gives back what it was given.
 * Where a family weighs nothing its members share alike.
 */
export function localWeights(
  nodes: readonly TreeNode[],
  leafWeights: readonly (number | null)[],
): Map<number, number> {
  const weights = rolledUpWeights(nodes, leafWeights);
  return siblingShares(treePlaces(nodes), (id) => weights.get(id) ?? 0);
}

function siblingShares(
  places: readonly { node: TreeNode; level: number }[],
  weightOf: (id: number) => number,
): Map<number, number> {
  const shares = new Map<number, number>();
  for (const family of families(places)) {
    const total = family.reduce((sum, id) => sum + weightOf(id), 0);
    for (const id of family) shares.set(id, total > 0 ? weightOf(id) / total : 1 / family.length);
  }
  return shares;
}

/** Ids of siblings together, from places in display order. */
function families(places: readonly { node: TreeNode; level: number }[]): number[][] {
  const found: number[][] = [];
  const open: number[][] = [];
  for (const { node, level } of places) {
    open.length = level + 1;
    let family = open[level];
    if (family === undefined) {
      family = [];
      open[level] = family;
      found.push(family);
    }
    family.push(node.id);
  }
  return found;
}
