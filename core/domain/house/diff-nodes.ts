import { nameKey } from './alike-hows.ts';
import { type TreeNode, type TreePlace, treePlaces } from './house-tree.ts';

type NamedNode = TreeNode & { readonly name: string };

/** The same WHAT or HOW in two houses. */
export interface NodePair<Node> {
  readonly before: Node;
  readonly after: Node;
}

export interface NodeState {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** A node may be both renamed and moved: then it is listed once for each. */
export type NodeChange =
  | { readonly kind: 'added'; readonly before: null; readonly after: NodeState }
  | { readonly kind: 'removed'; readonly before: NodeState; readonly after: null }
  | {
      readonly kind: 'renamed' | 'moved';
      readonly before: NodeState;
      readonly after: NodeState;
    };

/**
 * Which node is which: by id, then, of those left over, by name, first to first. In the display order of
 * `after`.
 */
export function pairNodes<Node extends NamedNode>(
  before: readonly Node[],
  after: readonly Node[],
): NodePair<Node>[] {
  const byId = new Map(before.map((node) => [node.id, node]));
  const afterIds = new Set(after.map(({ id }) => id));
  const leftOver = treePlaces(before)
    .map(({ node }) => node)
    .filter(({ id }) => !afterIds.has(id));
  const byName = Map.groupBy(leftOver, ({ name }) => nameKey(name));
  return treePlaces(after).flatMap(({ node }) => {
    const same = byId.get(node.id) ?? byName.get(nameKey(node.name))?.shift();
    return same === undefined ? [] : [{ before: same, after: node }];
  });
}

/** Changes of the tree: in the display order of `after`, then what was removed in that of `before`. */
export function nodeChanges<Node extends NamedNode>(
  before: readonly Node[],
  after: readonly Node[],
  pairs: readonly NodePair<Node>[],
): NodeChange[] {
  const placesBefore = new Map(treePlaces(before).map((place) => [place.node.id, place]));
  const beforeOf = new Map(pairs.map((pair) => [pair.after.id, pair.before.id]));
  const kept = new Set(pairs.map((pair) => pair.before.id));
  const moved = movedIds(before, after, pairs);
  const changes = treePlaces(after).flatMap((place): NodeChange[] => {
    const earlier = placesBefore.get(beforeOf.get(place.node.id) ?? Number.NaN);
    const state = stateOf(place);
    if (earlier === undefined) return [{ kind: 'added', before: null, after: state }];
    const both = { before: stateOf(earlier), after: state };
    return [
      ...(both.before.name === state.name ? [] : [{ kind: 'renamed' as const, ...both }]),
      ...(moved.has(place.node.id) ? [{ kind: 'moved' as const, ...both }] : []),
    ];
  });
  const removed = [...placesBefore.values()]
    .filter(({ node }) => !kept.has(node.id))
    .map((place): NodeChange => ({ kind: 'removed', before: stateOf(place), after: null }));
  return [...changes, ...removed];
}

function stateOf({ node, code }: TreePlace<NamedNode>): NodeState {
  return { id: node.id, code, name: node.name };
}

/**
 * Ids in `after` of nodes that were moved: those with another parent and, of siblings that stayed
 * together, the fewest that explain their new order.
 */
function movedIds<Node extends NamedNode>(
  before: readonly Node[],
  after: readonly Node[],
  pairs: readonly NodePair<Node>[],
): Set<number> {
  const orderBefore = new Map(treePlaces(before).map(({ node }, order) => [node.id, order]));
  const afterOf = new Map(pairs.map((pair) => [pair.before.id, pair.after.id]));
  const known = new Set(after.map(({ id }) => id));
  const isKnown = (id: number | null) => id !== null && known.has(id);
  const moved = new Set<number>();
  const stayed = new Map<number | null, { id: number; order: number }[]>();
  for (const pair of pairs) {
    const parentBefore = pair.before.parentId;
    const parentAfter = isKnown(pair.after.parentId) ? pair.after.parentId : null;
    const parentNow = parentBefore === null ? null : (afterOf.get(parentBefore) ?? null);
    if (parentNow !== parentAfter) {
      moved.add(pair.after.id);
      continue;
    }
    const siblings = stayed.get(parentAfter) ?? [];
    siblings.push({ id: pair.after.id, order: orderBefore.get(pair.before.id) ?? 0 });
    stayed.set(parentAfter, siblings);
  }
  for (const siblings of stayed.values()) {
    const orders = siblings.map(({ order }) => order);
    const inOrder = longestAscent(orders);
    for (const [place, { id }] of siblings.entries()) if (!inOrder.has(place)) moved.add(id);
  }
  return moved;
}

/** Places of a longest ascending subsequence of distinct numbers (patience sorting). */
function longestAscent(values: readonly number[]): Set<number> {
  const tops: number[] = [];
  const previous = new Array<number>(values.length).fill(-1);
  for (const [place, value] of values.entries()) {
    let pile = tops.findIndex((top) => (values[top] ?? 0) >= value);
    if (pile < 0) pile = tops.length;
    previous[place] = tops[pile - 1] ?? -1;
    tops[pile] = place;
  }
  const found = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) found.add(at);
  return found;
}
