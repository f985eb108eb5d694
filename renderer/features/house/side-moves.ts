import type { HouseView } from '../../../core/contract/house.contract.ts';
import { maxHouseLevel, moveNode, treePlaces } from '../../../core/domain/house/house-tree.ts';

/** A WHAT, a HOW or a group of them, where it stands. */
export interface SideNode {
  readonly id: number;
  readonly parentId: number | null;
  readonly isGroup: boolean;
}

/** Back and forth among what is in the same group, into a group beside it, out of its own. */
export type SideStep = 'forward' | 'back' | 'in' | 'out';

/** Where a step leads: the group and the place in it, as `house.moveWhat` takes them. */
export interface SideTarget {
  readonly parentId: number | null;
  readonly position: number;
}

/** All of one side, groups and what is in them, in display order. */
export function whatNodes({ whats, whatGroups }: Pick<HouseView, 'whats' | 'whatGroups'>) {
  return nodesOf(
    whats.map(({ whatId: id, ...place }) => ({ ...place, id })),
    whatGroups.map(({ whatId: id, ...place }) => ({ ...place, id })),
  );
}

export function howNodes({ hows, howGroups }: Pick<HouseView, 'hows' | 'howGroups'>) {
  return nodesOf(
    hows.map(({ howId: id, ...place }) => ({ ...place, id })),
    howGroups.map(({ howId: id, ...place }) => ({ ...place, id })),
  );
}

interface StoredPlace {
  id: number;
  parentId: number | null;
  position: number;
}

function nodesOf(leaves: readonly StoredPlace[], groups: readonly StoredPlace[]): SideNode[] {
  const all = [
    ...leaves.map((leaf) => ({ ...leaf, isGroup: false })),
    ...groups.map((group) => ({ ...group, isGroup: true })),
  ].toSorted((a, b) => a.position - b.position);
  return treePlaces(all).map(({ node: { id, parentId, isGroup } }) => ({ id, parentId, isGroup }));
}

/** Where a step would take a node; null when there is nowhere to go or no level left. */
export function stepTarget(
  nodes: readonly SideNode[],
  id: number,
  step: SideStep,
): SideTarget | null {
  const node = nodes.find((each) => each.id === id);
  if (node === undefined) return null;
  const siblings = nodes.filter(({ parentId }) => parentId === node.parentId);
  const at = siblings.indexOf(node);
  if (step === 'forward' || step === 'back') {
    const position = at + (step === 'forward' ? 1 : -1);
    if (position < 0 || position >= siblings.length) return null;
    return { parentId: node.parentId, position };
  }
  if (step === 'out') {
    const parent = nodes.find((each) => each.id === node.parentId);
    if (parent === undefined) return null;
    const around = nodes.filter(({ parentId }) => parentId === parent.parentId);
    return { parentId: parent.parentId, position: around.indexOf(parent) + 1 };
  }
  const before = siblings[at - 1];
  const after = siblings[at + 1];
  if (before?.isGroup === true) {
    const inside = nodes.filter(({ parentId }) => parentId === before.id).length;
    return fitting(nodes, id, { parentId: before.id, position: inside });
  }
  return after?.isGroup === true ? fitting(nodes, id, { parentId: after.id, position: 0 }) : null;
}

function fitting(nodes: readonly SideNode[], id: number, to: SideTarget): SideTarget | null {
  const levels = new Map(treePlaces(nodes).map(({ node, level }) => [node.id, level]));
  const own = levels.get(id) ?? 1;
  const family = withAllBelow(nodes, id);
  const height = Math.max(...family.map((each) => (levels.get(each) ?? own) - own)) + 1;
  return (levels.get(to.parentId ?? 0) ?? 0) + height > maxHouseLevel ? null : to;
}

function withAllBelow(nodes: readonly SideNode[], id: number): number[] {
  const below = nodes.filter(({ parentId }) => parentId === id);
  return [id, ...below.flatMap((node) => withAllBelow(nodes, node.id))];
}

/** The nodes after a move; as they are when it cannot be made. */
export function movedNodes(
  nodes: readonly SideNode[],
  id: number,
  to: { parentId?: number | null | undefined; position: number },
): readonly SideNode[] {
  const node = nodes.find((each) => each.id === id);
  if (node === undefined) return nodes;
  const parentId = to.parentId === undefined ? node.parentId : to.parentId;
  if (parentId !== null && !nodes.some((each) => each.id === parentId && each.isGroup)) {
    return nodes;
  }
  if (parentId !== node.parentId && fitting(nodes, id, { parentId, position: 0 }) === null) {
    return nodes;
  }
  if (parentId !== null && withAllBelow(nodes, id).includes(parentId)) return nodes;
  return moveNode(nodes, id, { parentId, position: to.position });
}
