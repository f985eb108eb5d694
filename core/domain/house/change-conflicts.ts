import type { NodeChange } from './diff-nodes.ts';
import {
  type CellChange,
  diffHouses,
  type FieldChange,
  type FieldValue,
  type HouseDiff,
  type RoofChange,
} from './house-diff.ts';
import type { HouseModel } from './house-model.ts';
import { sameScale } from './relation-scale.ts';
import { changeScale } from './scale-change.ts';

/** Tells one cell, figure or name of a house from all others, by ids of the state after. */
export type ChangeKey = string;

export const houseNameKey: ChangeKey = 'name';

export function cellChangeKey({ whatId, howId }: Pick<CellChange, 'whatId' | 'howId'>): ChangeKey {
  return `cell:${whatId}:${howId}`;
}

export function roofChangeKey({
  howId,
  otherHowId,
}: Pick<RoofChange, 'howId' | 'otherHowId'>): ChangeKey {
  return `roof:${Math.min(howId, otherHowId)}:${Math.max(howId, otherHowId)}`;
}

export function fieldChangeKey(
  side: 'what' | 'how',
  { id, field, competitor }: Pick<FieldChange<string>, 'id' | 'field' | 'competitor'>,
): ChangeKey {
  return `${side}:${id}:${field}:${competitor ?? ''}`;
}

export function nameChangeKey(side: 'what' | 'how', id: number): ChangeKey {
  return `${side}:${id}:name`;
}

/**
 * What the house has now wherever it was changed since `base`, and changed otherwise in `after`: there one
 * of the two must give way. What both made the same is none, and neither are rows and columns that came or
 * went. Relations are on the scale of `after`.
 */
export function changeConflicts(
  base: HouseModel,
  after: HouseModel,
  now: HouseModel,
): ReadonlyMap<ChangeKey, FieldValue> {
  const wanted = new Map(valuesBefore(base, after));
  const found = valuesBefore(now, after);
  return new Map(found.filter(([key, value]) => wanted.has(key) && wanted.get(key) !== value));
}

/** What `before` has wherever `after` has something else. */
function valuesBefore(before: HouseModel, after: HouseModel): [ChangeKey, FieldValue][] {
  const diff = diffHouses(before, after);
  const names = (side: 'what' | 'how', changes: readonly NodeChange[]) =>
    changes.flatMap((change): [ChangeKey, FieldValue][] =>
      change.kind === 'renamed' ? [[nameChangeKey(side, change.after.id), change.before.name]] : [],
    );
  return [
    ...(before.name === after.name ? [] : [[houseNameKey, before.name] as [ChangeKey, FieldValue]]),
    ...names('what', diff.whats),
    ...names('how', diff.hows),
    ...diff.cells.map((cell): [ChangeKey, FieldValue] => [cellChangeKey(cell), cell.before]),
    ...diff.roof.map((cell): [ChangeKey, FieldValue] => [roofChangeKey(cell), cell.before]),
    ...diff.whatFields.map((change): [ChangeKey, FieldValue] => [
      fieldChangeKey('what', change),
      change.before,
    ]),
    ...diff.howFields.map((change): [ChangeKey, FieldValue] => [
      fieldChangeKey('how', change),
      change.before,
    ]),
  ];
}

/** A state of a house with its relations on the scale of another: strong stays strong. */
export function onScaleOf<Model extends HouseModel>(model: Model, { scale }: HouseModel) {
  if (sameScale(model.scale, scale)) return model;
  return { ...model, scale, relations: changeScale(model.relations, model.scale, scale).relations };
}

/** The differences but those of `keys`. */
export function withoutChanges(diff: HouseDiff, keys: ReadonlySet<ChangeKey>): HouseDiff {
  if (keys.size === 0) return diff;
  const named = (side: 'what' | 'how') => (change: NodeChange) =>
    change.kind !== 'renamed' || !keys.has(nameChangeKey(side, change.after.id));
  return {
    ...diff,
    whats: diff.whats.filter(named('what')),
    hows: diff.hows.filter(named('how')),
    cells: diff.cells.filter((cell) => !keys.has(cellChangeKey(cell))),
    roof: diff.roof.filter((cell) => !keys.has(roofChangeKey(cell))),
    whatFields: diff.whatFields.filter((change) => !keys.has(fieldChangeKey('what', change))),
    howFields: diff.howFields.filter((change) => !keys.has(fieldChangeKey('how', change))),
  };
}
