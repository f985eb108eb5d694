import type { InputOf } from '../../../core/contract/contract.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { movedWithin } from '../../../core/domain/house/house-matrix.ts';
import { applySurroundEdit, type SurroundEdit } from './plan/surround-edit.ts';

/**
 * An edit the screen shows before the host has kept it. Applying one to a house that has it already
 * changes nothing: an answer of the host may be one edit ahead of what the screen knows to be kept.
 */
export type HouseEdit =
  | { kind: 'relations'; input: InputOf<'house.setRelations'> }
  | { kind: 'importance'; input: InputOf<'house.setImportance'> }
  | { kind: 'moveHow'; input: InputOf<'house.moveHow'> }
  | { kind: 'moveWhat'; input: InputOf<'house.moveWhat'> }
  | SurroundEdit;

/** The house as it will be; rows that stay the same stay the same object, so only others redraw. */
export function applyHouseEdit(view: HouseView, edit: HouseEdit): HouseView {
  if (edit.input.houseId !== view.id) return view;
  switch (edit.kind) {
    case 'relations':
      return { ...view, relations: withRelations(view, edit.input.cells) };
    case 'importance':
      return { ...view, whats: withImportance(view, edit.input.values) };
    case 'moveHow':
      return withHowMoved(view, edit.input);
    case 'moveWhat':
      return withWhatMoved(view, edit.input);
    default:
      return applySurroundEdit(view, edit);
  }
}

function withRelations(view: HouseView, cells: InputOf<'house.setRelations'>['cells']): number[][] {
  const rowOf = new Map(view.whats.map((what, index) => [what.whatId, index]));
  const columnOf = new Map(view.hows.map((how, index) => [how.howId, index]));
  const relations = [...view.relations];
  const copied = new Set<number>();
  for (const cell of cells) {
    const row = rowOf.get(cell.whatId);
    const column = columnOf.get(cell.howId);
    if (row === undefined || column === undefined) continue;
    const before = relations[row] ?? [];
    const next = copied.has(row) ? before : [...before];
    next[column] = cell.strength;
    relations[row] = next;
    copied.add(row);
  }
  return relations;
}

function withImportance(
  view: HouseView,
  values: InputOf<'house.setImportance'>['values'],
): HouseView['whats'] {
  const wanted = new Map(values.map((value) => [value.whatId, value.importance]));
  return view.whats.map((what) => {
    const importance = wanted.get(what.whatId);
    return importance === undefined ? what : { ...what, importance };
  });
}

function withHowMoved(view: HouseView, { howId, position }: InputOf<'house.moveHow'>): HouseView {
  const from = view.hows.findIndex((how) => how.howId === howId);
  if (from < 0) return view;
  const order = movedWithin([...view.hows.keys()], from, position);
  return {
    ...view,
    hows: inOrder(view.hows, order),
    relations: view.relations.map((row) => inOrder(row, order)),
  };
}

function withWhatMoved(
  view: HouseView,
  { whatId, position }: InputOf<'house.moveWhat'>,
): HouseView {
  const from = view.whats.findIndex((what) => what.whatId === whatId);
  if (from < 0) return view;
  const order = movedWithin([...view.whats.keys()], from, position);
  return {
    ...view,
    whats: inOrder(view.whats, order),
    relations: inOrder(view.relations, order),
  };
}

function inOrder<T>(list: readonly T[], order: readonly number[]): T[] {
  return order.flatMap((index) => list.slice(index, index + 1));
}
