import type { HouseNode } from '../house-model.ts';
import { idsOfKey } from './house-sheet-plan.ts';
import type { SheetEntries } from './sheet-entries.ts';

/** A row of WHATs or a column of HOWs as it stands on the sheet. */
export interface ReadLine<N extends HouseNode> {
  /** Row or column, from 0. */
  readonly place: number;
  /** Of a node that is new: below 0. */
  readonly id: number;
  /** null for a new one. */
  readonly before: N | null;
  readonly name: string;
}

export interface ReadTree<N extends HouseNode> {
  readonly lines: readonly ReadLine<N>[];
  /** Groups and leaves with their new parents and names; a group before what belongs to it. */
  readonly nodes: readonly TreeNodeRead<N>[];
}

export interface TreeNodeRead<N extends HouseNode> {
  readonly id: number;
  readonly parentId: number | null;
  readonly name: string;
  readonly before: N | null;
  readonly isLeaf: boolean;
}

/** How one side of the sheet is laid out. */
export interface TreeSource<N extends HouseNode> {
  readonly side: 'what' | 'how';
  readonly entries: SheetEntries;
  /** Rows or columns that can hold a WHAT or HOW. */
  readonly places: readonly number[];
  readonly before: readonly N[];
  keyAt(place: number): string;
  nameCell(place: number): { column: number; row: number };
  /** Cells of the groups from the first level down; where the sheet has no such level it is left out. */
  groupCells(place: number): readonly { column: number; row: number }[];
  /** Whether anything but a name stands in it. */
  hasEntries(place: number): boolean;
}

/**
 * The tree as a person left it: lines in their new order, renamed, new ones among the groups they stand in.
 * A line of this house stays in its group wherever it was moved; a new one belongs where it was put in.
 */
export function readTree<N extends HouseNode>(source: TreeSource<N>): ReadTree<N> {
  const { side, entries, before } = source;
  const known = new Map(before.map((node) => [node.id, node]));
  const seen = new Set<number>();
  const groups = new GroupNames(source, known);
  const lines: (ReadLine<N> & { path: readonly number[] })[] = [];
  let nextNewId = -1;
  let path: readonly number[] = [];
  for (const place of source.places) {
    const ids = idsOfKey(side, source.keyAt(place));
    const cell = source.nameCell(place);
    const name = entries.at(cell.column, cell.row);
    const leafId = ids?.at(-1) ?? null;
    const node = leafId === null || seen.has(leafId) ? null : (known.get(leafId) ?? null);
    if (name === '' && node === null) {
      if (source.hasEntries(place)) entries.refuse('nameMissing', cell.column, cell.row);
      continue;
    }
    if (name === '') entries.refuse('nameMissing', cell.column, cell.row);
    if (leafId !== null && node === null) {
      entries.refuse(seen.has(leafId) ? 'copied' : 'gone', cell.column, cell.row);
    }
    if (node === null || ids === null) {
      path = groups.pathOfNew(place, path);
      lines.push({ place, id: nextNewId, before: null, name, path });
      nextNewId -= 1;
      continue;
    }
    seen.add(node.id);
    path = ancestorsOf(node, known);
    groups.noteNames(place, path);
    const kept = name === '' ? node.name : entries.words(cell.column, cell.row, node.name);
    lines.push({ place, id: node.id, before: node, name: kept, path });
  }
  return { lines, nodes: nodesOf(lines, groups, known) };
}

function ancestorsOf<N extends HouseNode>(node: N, known: ReadonlyMap<number, N>): number[] {
  const ids: number[] = [];
  let parent = known.get(node.parentId ?? Number.NaN);
  while (parent !== undefined && !ids.includes(parent.id)) {
    ids.unshift(parent.id);
    parent = known.get(parent.parentId ?? Number.NaN);
  }
  return ids;
}

function nodesOf<N extends HouseNode>(
  lines: readonly (ReadLine<N> & { path: readonly number[] })[],
  groups: GroupNames<N>,
  known: ReadonlyMap<number, N>,
): TreeNodeRead<N>[] {
  const nodes: TreeNodeRead<N>[] = [];
  const placed = new Set<number>();
  for (const { id, before, name, path } of lines) {
    for (const [level, groupId] of path.entries()) {
      if (placed.has(groupId)) continue;
      placed.add(groupId);
      const group = known.get(groupId) ?? null;
      const parentId = path[level - 1] ?? null;
      const groupName = groups.nameOf(groupId);
      nodes.push({ id: groupId, parentId, name: groupName, before: group, isLeaf: false });
    }
    nodes.push({ id, parentId: path.at(-1) ?? null, name, before, isLeaf: true });
  }
  return nodes;
}

/** New groups have ids below this; new lines never come near it. */
const firstNewGroupId = -1_000_000;

/** Names of groups, which stand in the first of their merged cells only. */
class GroupNames<N extends HouseNode> {
  readonly #source: TreeSource<N>;
  readonly #known: ReadonlyMap<number, N>;
  readonly #names = new Map<number, string>();
  #nextId = firstNewGroupId;

  constructor(source: TreeSource<N>, known: ReadonlyMap<number, N>) {
    this.#source = source;
    this.#known = known;
  }

  nameOf(id: number): string {
    return this.#names.get(id) ?? this.#known.get(id)?.name ?? '';
  }

  /** Takes what stands in the group cells of a line that is known. */
  noteNames(place: number, path: readonly number[]): void {
    const { entries } = this.#source;
    for (const [level, cell] of this.#source.groupCells(place).entries()) {
      const id = path[level];
      const before = this.#known.get(id ?? 0)?.name;
      const text = entries.words(cell.column, cell.row, before ?? '');
      if (id === undefined) {
        if (text !== '') entries.refuse('notRead', cell.column, cell.row);
        continue;
      }
      if (text === '') continue;
      if (text !== before && this.#isOtherGroup(text, id)) {
        entries.refuse('groupKept', cell.column, cell.row);
      } else if (!this.#names.has(id)) this.#names.set(id, text);
      else if (text !== before && text !== this.nameOf(id)) {
        entries.refuse('twoNames', cell.column, cell.row);
      }
    }
  }

  /** A line that was given the name of another group was to be moved there, not to rename its own. */
  #isOtherGroup(name: string, id: number): boolean {
    const { before } = this.#source;
    return before.some(
      (node) =>
        node.id !== id && node.name === name && before.some((one) => one.parentId === node.id),
    );
  }

  /** The groups of a new line: those written beside it, else those of the line before it. */
  pathOfNew(place: number, pathBefore: readonly number[]): number[] {
    const { entries } = this.#source;
    const path: number[] = [];
    let isOther = false;
    for (const [level, cell] of this.#source.groupCells(place).entries()) {
      const text = entries.at(cell.column, cell.row);
      const inherited = pathBefore[level];
      if (text === '') {
        if (isOther || inherited === undefined) break;
        path.push(inherited);
        continue;
      }
      const id = this.#groupNamed(text, path.at(-1) ?? null);
      isOther ||= id !== inherited;
      path.push(id);
    }
    return path;
  }

  #groupNamed(name: string, parentId: number | null): number {
    const { before } = this.#source;
    const parents = new Set(before.map((node) => node.parentId));
    const known = before.find(
      (node) => parents.has(node.id) && node.parentId === parentId && this.nameOf(node.id) === name,
    );
    if (known !== undefined) return known.id;
    for (const [id, other] of this.#names) {
      if (id <= firstNewGroupId && other === name && this.#parents.get(id) === parentId) return id;
    }
    const id = this.#nextId;
    this.#nextId -= 1;
    this.#names.set(id, name);
    this.#parents.set(id, parentId);
    return id;
  }

  readonly #parents = new Map<number, number | null>();
}
