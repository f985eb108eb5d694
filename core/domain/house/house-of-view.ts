import type { HouseView } from '../../contract/house.contract.ts';
import type { FigureOptions } from './house-figures.ts';
import type { HouseModel, HouseNode, ModelHow, ModelWhat } from './house-model.ts';
import { treePlaces } from './house-tree.ts';
import { tanShenAdjustment } from './kano-adjustment.ts';

/** What a house keeps of how its figures are computed. */
export type FigureSettings = Pick<HouseView, 'normalization' | 'weighting' | 'kanoAdjusted'>;

/** How a house wants its figures computed. */
export function figureOptionsOf({
  normalization,
  weighting,
  kanoAdjusted,
}: FigureSettings): FigureOptions {
  return {
    normalize: normalization,
    basis: weighting,
    kano: kanoAdjusted ? tanShenAdjustment : { kind: 'none' },
  };
}

/**
 * A house on screen as core computes with it: rows and columns are those of the view, in its order.
 * Groups without anything in them are left out, for what has nothing below it would count as a leaf.
 */
export function modelOfView(view: HouseView): HouseModel {
  return {
    name: view.name,
    scale: view.scale,
    competitors: view.competitors.map(({ name }) => name),
    whats: side<ModelWhat>(
      view.whats.map(({ whatId, number, ...what }) => ({ ...what, id: whatId, code: number })),
      view.whatGroups.map(({ whatId, number, ...group }) => ({
        ...group,
        id: whatId,
        code: number,
        importance: null,
        current: null,
        target: null,
        salesPoint: null,
        kano: null,
        ratings: view.competitors.map(() => null),
      })),
    ),
    hows: side<ModelHow>(
      view.hows.map(({ howId, number, ...how }) => ({ ...how, id: howId, code: number })),
      view.howGroups.map(({ howId, number, ...group }) => ({
        ...group,
        id: howId,
        code: number,
        unit: '',
        direction: 'up' as const,
        targetValue: '',
        difficulty: null,
        ownRating: null,
        ratings: view.competitors.map(() => null),
      })),
    ),
    relations: view.relations,
    roof: view.roof,
  };
}

/** Leaves keep their order, for the relations are laid out by it; so groups go by their first leaf. */
function side<Node extends HouseNode>(leaves: readonly Node[], groups: readonly Node[]): Node[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const placed = new Set<number>();
  const nodes: Node[] = [];
  const place = (node: Node) => {
    if (placed.has(node.id)) return;
    const parent = node.parentId === null ? undefined : byId.get(node.parentId);
    if (parent !== undefined) place(parent);
    placed.add(node.id);
    nodes.push(node);
  };
  for (const leaf of leaves) place(leaf);
  return treePlaces(nodes).map(({ node }) => node);
}
