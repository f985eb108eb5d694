import { type TreeNode, treePlaces } from '../house/house-tree.ts';
import { rolledDownWeights } from '../house/tree-weights.ts';
import { type JudgementTable, judgementTable } from './judgement-table.ts';

/** What is compared with each other: the members of one group, or the first level of the tree. */
export interface ComparisonSet {
  /** null: the first level. */
  groupId: number | null;
  /** Two at least, in display order. */
  members: number[];
}

/** One comparison by the ids of what was compared: the first is `ratio` times as important. */
export interface PairRatio {
  whatId: number;
  otherWhatId: number;
  ratio: number;
}

/**
 * What has to be compared in a tree judged level by level: the first level, then each group, in display
 * order. Families of one need no comparison and are left out; a flat list is one set.
 */
export function comparisonSets(nodes: readonly TreeNode[]): ComparisonSet[] {
  const families = new Map<number | null, number[]>();
  const path: number[] = [];
  for (const { node, level, isLeaf } of treePlaces(nodes)) {
    const groupId = level === 1 ? null : (path[level - 2] ?? null);
    families.set(groupId, [...(families.get(groupId) ?? []), node.id]);
    if (!isLeaf) path[level - 1] = node.id;
  }
  return [...families].flatMap(([groupId, members]) =>
    members.length < 2 ? [] : [{ groupId, members }],
  );
}

/** The comparisons that belong to a set, as a table of its members. */
export function tableOfSet(
  { members }: ComparisonSet,
  comparisons: readonly PairRatio[],
): (number | null)[][] {
  const place = new Map(members.map((id, at) => [id, at]));
  return judgementTable(
    members.length,
    comparisons.flatMap(({ whatId, otherWhatId, ratio }) => {
      const [row, column] = [place.get(whatId), place.get(otherWhatId)];
      return row === undefined || column === undefined ? [] : [{ row, column, ratio }];
    }),
  );
}

/** How many pairs of a table were compared, of how many there are. */
export function progressOf(table: JudgementTable): { made: number; pairs: number } {
  const pairs = (table.length * (table.length - 1)) / 2;
  const known = table.flat().filter((value) => value !== null).length;
  return { made: (known - table.length) / 2, pairs };
}

/**
 * What each leaf weighs, in display order, summing to 1, when every set has priorities: each family's own
 * times those of the groups above it. Null while a set has none. A flat list keeps its priorities to the
 * last digit; a tree of a single leaf weighs 1.
 */
export function treePriorities(
  nodes: readonly TreeNode[],
  sets: readonly { set: ComparisonSet; weights: readonly number[] | null }[],
): number[] | null {
  const places = treePlaces(nodes);
  if (places.length === 0) return null;
  const [only] = sets;
  if (only !== undefined && places.every(({ level }) => level === 1)) {
    return only.weights === null ? null : [...only.weights];
  }
  const local = new Map<number, number>(places.map(({ node }) => [node.id, 1]));
  for (const { set, weights } of sets) {
    if (weights === null) return null;
    for (const [at, id] of set.members.entries()) local.set(id, weights[at] ?? 0);
  }
  return rolledDownWeights(nodes, local, 1);
}
