import { useRef } from 'react';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import {
  type FigureChange,
  figuresAfter,
  type HouseFigures,
  houseFigures,
} from '../../../core/domain/house/house-figures.ts';
import type { HouseModel } from '../../../core/domain/house/house-model.ts';
import { figureOptionsOf, modelOfView } from '../../../core/domain/house/house-of-view.ts';

export interface ComputedHouse {
  readonly view: HouseView;
  readonly model: HouseModel;
  readonly figures: HouseFigures;
}

/** The figures of a house, of an edited one for no more work than the edit makes. */
export function useFigures(view: HouseView): ComputedHouse {
  const known = useRef<ComputedHouse | null>(null);
  if (known.current?.view !== view) known.current = computedAfter(known.current, view);
  return known.current;
}

/** From what was computed before, where little is another; parts that stay are the same objects. */
export function computedAfter(before: ComputedHouse | null, view: HouseView): ComputedHouse {
  const change = before === null ? null : changeBetween(before.view, view);
  if (before === null || change === null) {
    const model = modelOfView(view);
    return { view, model, figures: houseFigures(model, figureOptionsOf(view)) };
  }
  if (change === 'nothing') return { ...before, view };
  const model =
    change.kind === 'relations'
      ? { ...before.model, relations: view.relations }
      : modelOfView(view);
  const figures = figuresAfter(before.figures, model, change, figureOptionsOf(view));
  return { view, model, figures };
}

/** null when everything has to be computed anew. */
function changeBetween(before: HouseView, after: HouseView): FigureChange | 'nothing' | null {
  const sameFrame =
    before.id === after.id &&
    before.normalization === after.normalization &&
    before.weighting === after.weighting &&
    before.kanoAdjusted === after.kanoAdjusted &&
    before.scale === after.scale &&
    before.competitors === after.competitors &&
    before.whatGroups === after.whatGroups &&
    before.howGroups === after.howGroups &&
    before.hows === after.hows &&
    before.roof === after.roof;
  if (!sameFrame) return null;
  if (before.whats === after.whats) {
    if (before.relations === after.relations) return 'nothing';
    return { kind: 'relations', columns: changedColumns(before.relations, after.relations) };
  }
  const samePlaces =
    before.relations === after.relations &&
    before.whats.length === after.whats.length &&
    before.whats.every(
      ({ whatId, parentId }, row) =>
        after.whats[row]?.whatId === whatId && after.whats[row].parentId === parentId,
    );
  return samePlaces ? { kind: 'whats' } : null;
}

function changedColumns(
  before: readonly (readonly number[])[],
  after: readonly (readonly number[])[],
): number[] {
  const changed = new Set<number>();
  for (const [row, cells] of after.entries()) {
    const known = before[row];
    if (known === cells) continue;
    for (const [column, value] of cells.entries()) {
      if (known?.[column] !== value) changed.add(column);
    }
  }
  return [...changed];
}
