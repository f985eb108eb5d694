import type { InputOf } from '../../../core/contract/contract.ts';
import type { HouseView, RelationStrength } from '../../../core/contract/house.contract.ts';

/** An edit the screen shows before the host has kept it. */
export type HouseEdit =
  | { kind: 'relations'; input: InputOf<'house.setRelations'> }
  | { kind: 'importance'; input: InputOf<'house.setImportance'> };

/** The house as it will be; rows that stay the same stay the same object, so only others redraw. */
export function applyHouseEdit(view: HouseView, edit: HouseEdit): HouseView {
  if (edit.input.houseId !== view.id) return view;
  return edit.kind === 'relations'
    ? { ...view, relations: withRelations(view, edit.input.cells) }
    : { ...view, whats: withImportance(view, edit.input.values) };
}

function withRelations(
  view: HouseView,
  cells: InputOf<'house.setRelations'>['cells'],
): RelationStrength[][] {
  const rowOf = new Map(view.whats.map((what, index) => [what.requirementId, index]));
  const columnOf = new Map(view.hows.map((how, index) => [how.howId, index]));
  const relations = [...view.relations];
  const copied = new Set<number>();
  for (const cell of cells) {
    const row = rowOf.get(cell.requirementId);
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
  const wanted = new Map(values.map((value) => [value.requirementId, value.importance]));
  return view.whats.map((what) => {
    const importance = wanted.get(what.requirementId);
    return importance === undefined ? what : { ...what, importance };
  });
}
