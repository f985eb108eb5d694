import { AppError } from '../../contract/app-error.ts';
import { maxRequirementLevel } from '../../contract/requirement.contract.ts';

/** What a tree of WHATs or HOWs is made of; `HouseNode` is one. */
export interface TreeNode {
  readonly id: number;
  readonly parentId: number | null;
}

/** As deep as the CS요소 전개표 that the WHATs come from. */
export const maxHouseLevel = maxRequirementLevel;

/** A node with its place in the tree. */
export interface TreePlace<Node extends TreeNode> {
  readonly node: Node;
  /** 1 for the first level. */
  readonly level: number;
  /** As on paper: 1, 1.2, 1.2.3. */
  readonly code: string;
  /** Without anything below it: it has a row or column. */
  readonly isLeaf: boolean;
  /** Of the leaves in display order, the first that belongs to it (itself, for a leaf). */
  readonly firstLeaf: number;
  /** How many leaves belong to it; 1 for a leaf. */
  readonly leafCount: number;
}

/**
 * The tree in display order: every group followed by all that belongs to it, siblings in the order of the
 * list. A node whose parent is not in the list, or that would be its own ancestor, stands on the first
 * level, so that nothing is ever lost.
 */
export function treePlaces<Node extends TreeNode>(nodes: readonly Node[]): TreePlace<Node>[] {
  const parents = soundParents(nodes);
  const children = Map.groupBy(nodes, (node) => parents.get(node.id) ?? null);
  const places: TreePlace<Node>[] = [];
  let leaves = 0;
  const visit = (siblings: readonly Node[], level: number, prefix: string): void => {
    for (const [i, node] of siblings.entries()) {
      const code = `${prefix}${i + 1}`;
      const at = places.length;
      const firstLeaf = leaves;
      const below = children.get(node.id) ?? [];
      const isLeaf = below.length === 0;
      const place = { node, level, code, isLeaf, firstLeaf, leafCount: 1 };
      places.push(place);
      if (isLeaf) leaves++;
      else visit(below, level + 1, `${code}.`);
      places[at] = { ...place, leafCount: leaves - firstLeaf };
    }
  };
  visit(children.get(null) ?? [], 1, '');
  return places;
}

/** What a house counts and numbers: a group without anything in it, however deep, is not there. */
export function withoutEmptyGroups<Node extends TreeNode & { readonly isGroup: boolean }>(
  nodes: readonly Node[],
): readonly Node[] {
  const parents = new Set(nodes.map(({ parentId }) => parentId));
  const kept = nodes.filter(({ id, isGroup }) => !isGroup || parents.has(id));
  return kept.length === nodes.length ? kept : withoutEmptyGroups(kept);
}

/** The parent of each node, null where the given one cannot be. */
function soundParents(nodes: readonly TreeNode[]): Map<number, number | null> {
  const given = new Map(nodes.map((node) => [node.id, node.parentId]));
  const sound = new Map<number, number | null>();
  for (const { id, parentId } of nodes) {
    let ancestor = parentId !== null && given.has(parentId) ? parentId : null;
    let steps = 0;
    while (ancestor !== null && ancestor !== id && steps++ < nodes.length) {
      ancestor = (sound.has(ancestor) ? sound.get(ancestor) : given.get(ancestor)) ?? null;
      if (ancestor !== null && !given.has(ancestor)) ancestor = null;
    }
    sound.set(id, ancestor === null && parentId !== null && given.has(parentId) ? parentId : null);
  }
  return sound;
}

/** Those with a row or column, in display order. */
export function leavesOf<Node extends TreeNode>(nodes: readonly Node[]): Node[] {
  return treePlaces(nodes).flatMap(({ node, isLeaf }) => (isLeaf ? [node] : []));
}

/** The list in display order, each node with the code of its place. */
export function withCodes<Node extends TreeNode & { readonly code: string }>(
  nodes: readonly Node[],
): Node[] {
  return treePlaces(nodes).map(({ node, code }) => (node.code === code ? node : { ...node, code }));
}

/**
 * The list after `id`, with all below it, became child number `position` of `parentId` (from 0, itself
 * not counted; beyond the end means last). In display order.
 *
 * @throws AppError `house.nodeUnknown`, `house.nodeInItself`, `house.treeTooDeep`
 */
export function moveNode<Node extends TreeNode>(
  nodes: readonly Node[],
  id: number,
  to: { parentId: number | null; position: number },
): Node[] {
  const places = treePlaces(nodes);
  const moved = places.find(({ node }) => node.id === id);
  const parent = places.find(({ node }) => node.id === to.parentId);
  if (moved === undefined || (to.parentId !== null && parent === undefined)) {
    throw new AppError('house.nodeUnknown');
  }
  const family = familyOf(places, moved);
  if (parent !== undefined && family.includes(parent)) throw new AppError('house.nodeInItself');
  const height = Math.max(...family.map(({ level }) => level)) - moved.level + 1;
  if ((parent?.level ?? 0) + height > maxHouseLevel) {
    throw new AppError('house.treeTooDeep', { levels: maxHouseLevel });
  }
  const others = places.map(({ node }) => node).filter((node) => node.id !== id);
  const isSibling = siblingTest(nodes, to.parentId);
  const next = others.filter(isSibling)[Math.max(0, to.position)];
  const at = next === undefined ? others.length : others.indexOf(next);
  const reparented = moved.node.parentId === to.parentId ? moved.node : null;
  const changed = reparented ?? { ...moved.node, parentId: to.parentId };
  return treePlaces(others.toSpliced(at, 0, changed)).map(({ node }) => node);
}

/** Whether a node stands right below `parentId`, with stray parents counted as none. */
function siblingTest(nodes: readonly TreeNode[], parentId: number | null) {
  const parents = soundParents(nodes);
  return (node: TreeNode) => (parents.get(node.id) ?? null) === parentId;
}

/** A node and all below it, in display order. */
function familyOf<Node extends TreeNode>(
  places: readonly TreePlace<Node>[],
  top: TreePlace<Node>,
): TreePlace<Node>[] {
  const start = places.indexOf(top);
  const after = places.findIndex(({ level }, at) => at > start && level <= top.level);
  return places.slice(start, after < 0 ? places.length : after);
}

/** Where a key would take a node. */
export type TreeStep = 'indent' | 'outdent' | 'up' | 'down';

/**
 * The list after one step of an outline: `indent` makes a node the last child of the sibling before it,
 * `outdent` the sibling after its parent (those after it stay where they are), `up` and `down` change
 * places with a sibling. Null when there is nowhere to go, or it would be deeper than
 * `maxHouseLevel`, or `id` is not in the list.
 */
export function stepNode<Node extends TreeNode>(
  nodes: readonly Node[],
  id: number,
  step: TreeStep,
): Node[] | null {
  const parents = soundParents(nodes);
  const parentId = parents.get(id);
  if (parentId === undefined) return null;
  const childrenOf = (of: number | null) => nodes.filter(siblingTest(nodes, of));
  const siblings = childrenOf(parentId);
  const at = siblings.findIndex((node) => node.id === id);
  const before = siblings[at - 1];
  if (step === 'indent') {
    if (before === undefined || !fitsBelow(nodes, id, before.id)) return null;
    return moveNode(nodes, id, { parentId: before.id, position: Number.POSITIVE_INFINITY });
  }
  if (step === 'outdent') {
    if (parentId === null) return null;
    const grandparentId = parents.get(parentId) ?? null;
    const position = childrenOf(grandparentId).findIndex((node) => node.id === parentId) + 1;
    return moveNode(nodes, id, { parentId: grandparentId, position });
  }
  const position = step === 'up' ? at - 1 : at + 1;
  if (position < 0 || position >= siblings.length) return null;
  return moveNode(nodes, id, { parentId, position });
}

function fitsBelow(nodes: readonly TreeNode[], id: number, parentId: number): boolean {
  const places = treePlaces(nodes);
  const moved = places.find(({ node }) => node.id === id);
  const parent = places.find(({ node }) => node.id === parentId);
  if (moved === undefined || parent === undefined) return false;
  const deepest = Math.max(...familyOf(places, moved).map(({ level }) => level));
  return parent.level + deepest - moved.level + 1 <= maxHouseLevel;
}
