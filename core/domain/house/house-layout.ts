import type { HouseModel, ModelHow, ModelWhat } from './house-model.ts';
import { leavesOf, withCodes } from './house-tree.ts';

/** A house with another tree, and what the other tree has no place for. */
export interface RelaidHouse {
  readonly model: HouseModel;
  /** Filled cells of rows or columns that are gone, or became groups. */
  readonly lostCells: number;
  /** Roof cells likewise. */
  readonly lostRoofCells: number;
}

/**
 * The house with other WHATs: every leaf that stays keeps its row, new leaves have empty rows, and codes
 * follow the places. A leaf that something was put below is a group from then on, and its row is lost:
 * ask before doing it when `lostCells` is not 0.
 */
export function withWhats(model: HouseModel, whats: readonly ModelWhat[]): RelaidHouse {
  return relaid(model, { ...model, whats: withCodes(whats) });
}

/** The same for HOWs and their columns. */
export function withHows(model: HouseModel, hows: readonly ModelHow[]): RelaidHouse {
  return relaid(model, { ...model, hows: withCodes(hows) });
}

function relaid(before: HouseModel, after: HouseModel): RelaidHouse {
  const rowOf = placesOf(leavesOf(before.whats));
  const columnOf = placesOf(leavesOf(before.hows));
  const columns = leavesOf(after.hows).map(({ id }) => columnOf.get(id) ?? -1);
  const relations = leavesOf(after.whats).map(({ id }) => {
    const row = before.relations[rowOf.get(id) ?? -1] ?? [];
    return columns.map((column) => row[column] ?? 0);
  });
  const leafHows = new Set(leavesOf(after.hows).map(({ id }) => id));
  const roof = before.roof.filter(
    ({ howId, otherHowId }) => leafHows.has(howId) && leafHows.has(otherHowId),
  );
  return {
    model: { ...after, relations, roof },
    lostCells: filledCells(before.relations) - filledCells(relations),
    lostRoofCells: before.roof.length - roof.length,
  };
}

function placesOf(nodes: readonly { id: number }[]): Map<number, number> {
  return new Map(nodes.map(({ id }, place) => [id, place]));
}

function filledCells(relations: readonly (readonly number[])[]): number {
  return relations.reduce((sum, row) => sum + row.filter((value) => value !== 0).length, 0);
}

/** A relation by place among the leaves. */
export interface RelationChange {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The house with these relations; rows without change are the same arrays. Places outside it are left. */
export function withRelations(model: HouseModel, changes: readonly RelationChange[]): HouseModel {
  const relations = model.relations.slice();
  for (const [row, own] of Map.groupBy(changes, (change) => change.row)) {
    const values = relations[row]?.slice();
    if (values === undefined) continue;
    for (const { column, value } of own) if (column in values) values[column] = value;
    relations[row] = values;
  }
  return { ...model, relations };
}

/** What of a WHAT can change without the tree changing. */
export type WhatPatch = Partial<Omit<ModelWhat, 'id' | 'parentId' | 'code'>>;

/** The house with some of a WHAT's figures changed; the house itself when it has no such WHAT. */
export function withWhat(model: HouseModel, id: number, patch: WhatPatch): HouseModel {
  const at = model.whats.findIndex((what) => what.id === id);
  const what = model.whats[at];
  return what === undefined
    ? model
    : { ...model, whats: model.whats.with(at, { ...what, ...patch }) };
}
