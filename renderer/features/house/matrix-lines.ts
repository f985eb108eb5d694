import type {
  HouseHow,
  HouseHowGroup,
  HouseView,
  HouseWhat,
  HouseWhatGroup,
} from '../../../core/contract/house.contract.ts';
import { type ShownTree, shownTree } from '../../../core/domain/house/shown-lines.ts';

/** A row or column on screen: a leaf, or a collapsed group that stands for its leaves. */
interface LineOf<Leaf, Group> {
  /** whatId or howId, of the group when it is collapsed. */
  readonly id: number;
  readonly name: string;
  /** null for a collapsed group. */
  readonly leaf: Leaf | null;
  /** null for a leaf. */
  readonly group: Group | null;
  /** Its leaves by place in `view.whats` or `view.hows`: `firstLeaf` and the following. */
  readonly firstLeaf: number;
  readonly leafCount: number;
  readonly level: number;
}

export type WhatLine = LineOf<HouseWhat, HouseWhatGroup>;
export type HowLine = LineOf<HouseHow, HouseHowGroup>;

/** An open group beside its rows or over its columns. */
export interface LineGroup {
  readonly id: number;
  readonly name: string;
  /** 1 for the first level. */
  readonly level: number;
  /** Places among the shown lines. */
  readonly firstLine: number;
  readonly lineCount: number;
}

/** Everything that has a row or a column on screen, in the order of the screen. */
export interface MatrixLines {
  readonly rows: readonly WhatLine[];
  readonly columns: readonly HowLine[];
  readonly rowGroups: readonly LineGroup[];
  readonly columnGroups: readonly LineGroup[];
  /** Levels of open groups; 0 for a plain list. */
  readonly rowDepth: number;
  readonly columnDepth: number;
}

/** What of one side of a house is to be seen. */
export interface LineChoice {
  readonly collapsed: ReadonlySet<number>;
  /** Only these leaves; null for all. */
  readonly only: ReadonlySet<number> | null;
  /** Leaves in another order than the house's; groups do not show then. null for the house's. */
  readonly order: readonly number[] | null;
}

export interface SideLines<Line> {
  readonly lines: readonly Line[];
  readonly groups: readonly LineGroup[];
  readonly depth: number;
}

export function whatLines(
  { whats, whatGroups }: Pick<HouseView, 'whats' | 'whatGroups'>,
  choice: LineChoice,
): SideLines<WhatLine> {
  return sideLines(
    whats.map((what) => ({ ...place(what, what.whatId), item: what })),
    whatGroups.map((group) => ({ ...place(group, group.whatId), item: group })),
    choice,
  );
}

export function howLines(
  { hows, howGroups }: Pick<HouseView, 'hows' | 'howGroups'>,
  choice: LineChoice,
): SideLines<HowLine> {
  return sideLines(
    hows.map((how) => ({ ...place(how, how.howId), item: how })),
    howGroups.map((group) => ({ ...place(group, group.howId), item: group })),
    choice,
  );
}

/** The WHATs of a group, of the groups within it too, in display order. */
export function leavesOfGroup(
  { whats, whatGroups }: Pick<HouseView, 'whats' | 'whatGroups'>,
  groupId: number,
): HouseWhat[] {
  const parents = new Map(whatGroups.map(({ whatId, parentId }) => [whatId, parentId]));
  const isBelow = (parentId: number | null): boolean =>
    parentId !== null && (parentId === groupId || isBelow(parents.get(parentId) ?? null));
  return whats.filter(({ parentId }) => isBelow(parentId));
}

interface Place<Item> {
  id: number;
  parentId: number | null;
  name: string;
  item: Item;
}

function place(of: { parentId: number | null; name: string }, id: number) {
  return { id, parentId: of.parentId, name: of.name };
}

function sideLines<Leaf, Group>(
  leaves: readonly Place<Leaf>[],
  groups: readonly Place<Group>[],
  { collapsed, only, order }: LineChoice,
): SideLines<LineOf<Leaf, Group>> {
  if (order !== null) return orderedLines(leaves, order, only);
  const leafById = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const groupById = new Map(groups.map((group) => [group.id, group]));
  const places = only === null ? null : placesOf(leaves, only);
  const tree = shownTree(treeOf(leaves, groupById), collapsed, places);
  const lines = tree.lines.map(({ id, level, firstLeaf, leafCount }) => ({
    id,
    name: leafById.get(id)?.name ?? groupById.get(id)?.name ?? '',
    leaf: leafById.get(id)?.item ?? null,
    group: groupById.get(id)?.item ?? null,
    firstLeaf,
    leafCount,
    level,
  }));
  return { lines, ...namedGroups(tree, groupById) };
}

function namedGroups(
  tree: ShownTree,
  groupById: ReadonlyMap<number, { name: string }>,
): { groups: LineGroup[]; depth: number } {
  const groups = tree.groups.map((group) => ({
    ...group,
    name: groupById.get(group.id)?.name ?? '',
  }));
  return { groups, depth: Math.max(0, ...groups.map(({ level }) => level)) };
}

function orderedLines<Leaf, Group>(
  leaves: readonly Place<Leaf>[],
  order: readonly number[],
  only: ReadonlySet<number> | null,
): SideLines<LineOf<Leaf, Group>> {
  const rank = new Map(order.map((id, at) => [id, at]));
  const last = order.length;
  const lines = leaves
    .map(({ id, name, item }, firstLeaf) => ({
      id,
      name,
      leaf: item,
      group: null,
      firstLeaf,
      leafCount: 1,
      level: 1,
    }))
    .filter(({ id }) => only === null || only.has(id))
    .toSorted((a, b) => (rank.get(a.id) ?? last) - (rank.get(b.id) ?? last));
  return { lines, groups: [], depth: 0 };
}

function placesOf(
  leaves: readonly { id: number }[],
  only: ReadonlySet<number>,
): ReadonlySet<number> {
  return new Set(leaves.flatMap(({ id }, at) => (only.has(id) ? [at] : [])));
}

/** Groups before their first leaf; one without leaves would count as a leaf and is left out. */
function treeOf<Leaf, Group>(
  leaves: readonly Place<Leaf>[],
  groups: ReadonlyMap<number, Place<Group>>,
): { id: number; parentId: number | null }[] {
  const nodes: { id: number; parentId: number | null }[] = [];
  const placed = new Set<number>();
  const add = ({ id, parentId }: { id: number; parentId: number | null }) => {
    if (placed.has(id)) return;
    const parent = parentId === null ? undefined : groups.get(parentId);
    if (parent !== undefined) add(parent);
    placed.add(id);
    nodes.push({ id, parentId });
  };
  for (const leaf of leaves) add(leaf);
  return nodes;
}
