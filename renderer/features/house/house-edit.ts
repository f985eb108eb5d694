import type { InputOf } from '../../../core/contract/contract.ts';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import { treePlaces, withoutEmptyGroups } from '../../../core/domain/house/house-tree.ts';
import { applySurroundEdit, type SurroundEdit } from './plan/surround-edit.ts';
import { howNodes, movedNodes, type SideNode, whatNodes } from './side-moves.ts';

/**
 * An edit the screen shows before the host has kept it. Applying one to a house that has it already
 * changes nothing: an answer of the host may be one edit ahead of what the screen knows to be kept.
 */
export type HouseEdit =
  | { kind: 'relations'; input: InputOf<'house.setRelations'> }
  | { kind: 'importance'; input: InputOf<'house.setImportance'> }
  | { kind: 'note'; input: InputOf<'house.setCellNote'> }
  | { kind: 'renameWhat'; input: InputOf<'house.renameWhat'> }
  | { kind: 'renameHow'; input: { houseId: number; howId: number; name: string } }
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
    case 'note':
      return { ...view, notes: withNote(view, edit.input) };
    case 'renameWhat':
      return withWhatNamed(view, edit.input);
    case 'renameHow':
      return withHowNamed(view, edit.input);
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

function withNote(
  view: HouseView,
  { whatId, howId, note }: InputOf<'house.setCellNote'>,
): HouseView['notes'] {
  const others = view.notes.filter((each) => each.whatId !== whatId || each.howId !== howId);
  const text = note.trim();
  return text === '' ? others : [...others, { whatId, howId, note: text }];
}

function withWhatNamed(view: HouseView, { whatId, name }: InputOf<'house.renameWhat'>): HouseView {
  const named = <Item extends { whatId: number }>(item: Item) =>
    item.whatId === whatId ? { ...item, name: name.trim() } : item;
  return { ...view, whats: view.whats.map(named), whatGroups: view.whatGroups.map(named) };
}

function withHowNamed(
  view: HouseView,
  { howId, name }: { howId: number; name: string },
): HouseView {
  const named = <Item extends { howId: number }>(item: Item) =>
    item.howId === howId ? { ...item, name: name.trim() } : item;
  return { ...view, hows: view.hows.map(named), howGroups: view.howGroups.map(named) };
}

function withHowMoved(view: HouseView, { howId, ...to }: InputOf<'house.moveHow'>): HouseView {
  const before = howNodes(view);
  const after = movedNodes(before, howId, to);
  if (after === before) return view;
  const places = placesOf(after);
  const at = (how: { howId: number }) => places.get(how.howId);
  const hows = view.hows.map((how) => ({ ...how, ...at(how) }));
  const order = orderBy(hows.map(({ position }) => position));
  return {
    ...view,
    howGroups: view.howGroups.map((group) => ({ ...group, ...at(group) })),
    hows: inOrder(hows, order),
    relations: view.relations.map((row) => inOrder(row, order)),
  };
}

function withWhatMoved(view: HouseView, { whatId, ...to }: InputOf<'house.moveWhat'>): HouseView {
  const before = whatNodes(view);
  const after = movedNodes(before, whatId, to);
  if (after === before) return view;
  const places = placesOf(after);
  const at = (what: { whatId: number }) => places.get(what.whatId);
  const whats = view.whats.map((what) => ({ ...what, ...at(what) }));
  const order = orderBy(whats.map(({ position }) => position));
  return {
    ...view,
    whatGroups: view.whatGroups.map((group) => ({ ...group, ...at(group) })),
    whats: inOrder(whats, order),
    relations: inOrder(view.relations, order),
  };
}

function placesOf(nodes: readonly SideNode[]) {
  const numbered = treePlaces(withoutEmptyGroups(nodes));
  const numbers = new Map(numbered.map(({ node, code }) => [node.id, code]));
  return new Map(
    treePlaces(nodes).map(({ node: { id, parentId } }, position) => [
      id,
      { parentId, position, number: numbers.get(id) ?? '' },
    ]),
  );
}

/** Indexes of the values from the smallest up. */
function orderBy(values: readonly number[]): number[] {
  return [...values.keys()].toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

function inOrder<T>(list: readonly T[], order: readonly number[]): T[] {
  return order.flatMap((index) => list.slice(index, index + 1));
}
