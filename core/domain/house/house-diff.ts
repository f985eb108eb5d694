import { type NodeChange, type NodePair, nodeChanges, pairNodes } from './diff-nodes.ts';
import {
  type FigureOptions,
  type HouseFigures,
  houseFigures,
  usualFigureOptions,
} from './house-figures.ts';
import type { HouseModel, ModelHow, ModelWhat, RoofStrength } from './house-model.ts';
import { leavesOf } from './house-tree.ts';
import { sameScale } from './relation-scale.ts';
import { roofLookup } from './roof.ts';
import { changeScale } from './scale-change.ts';

/** A relation that is another; ids are those of the house after. */
export interface CellChange {
  readonly whatId: number;
  readonly howId: number;
  /** Both on the scale of the house after; 0 for none. */
  readonly before: number;
  readonly after: number;
}

export type FieldValue = string | number | null;

/** A figure or word of a WHAT or HOW that is another; `id` as in the house after. */
export interface FieldChange<Field extends string> {
  readonly id: number;
  readonly field: Field;
  /** For `rating`: whose; null for any other field. */
  readonly competitor: string | null;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

const whatFields = ['importance', 'current', 'target', 'salesPoint', 'kano'] as const;
const howFields = ['unit', 'direction', 'targetValue', 'difficulty', 'ownRating'] as const;
export type WhatField = (typeof whatFields)[number] | 'rating';
export type HowField = (typeof howFields)[number] | 'rating';

export interface RoofChange {
  readonly howId: number;
  readonly otherHowId: number;
  readonly before: RoofStrength | 0;
  readonly after: RoofStrength | 0;
}

/** Where a WHAT or HOW stands in both; listed for all that both have as leaves. */
export interface RankChange {
  readonly id: number;
  readonly rankBefore: number;
  readonly rankAfter: number;
  readonly relativeBefore: number | null;
  readonly relativeAfter: number | null;
}

/** How many of each; of ranks those that are others. */
export interface DiffSummary {
  readonly added: number;
  readonly removed: number;
  readonly renamed: number;
  readonly moved: number;
  readonly cells: number;
  readonly fields: number;
  readonly roof: number;
  readonly whatRanks: number;
  readonly howRanks: number;
}

export interface HouseDiff {
  readonly scaleChanged: boolean;
  readonly competitorsAdded: readonly string[];
  readonly competitorsRemoved: readonly string[];
  readonly whats: readonly NodeChange[];
  readonly hows: readonly NodeChange[];
  readonly cells: readonly CellChange[];
  readonly whatFields: readonly FieldChange<WhatField>[];
  readonly howFields: readonly FieldChange<HowField>[];
  readonly roof: readonly RoofChange[];
  readonly whatRanks: readonly RankChange[];
  readonly howRanks: readonly RankChange[];
  readonly summary: DiffSummary;
}

/**
 * What is different between two states of a house. WHATs and HOWs are the same by id, and those left over
 * by name, so that a house restored into a branch with new ids can be compared with its original.
 *
 * Everything is in the display order of the house after, what was removed after it in that of the house
 * before. Cells, roof and figures are compared where both houses have both leaves; what an added line
 * holds is not listed again. A house on another scale is first brought to the scale after (`changeScale`),
 * so that only judgements show that are really others. Competitors are the same by name. Ranks before are
 * those by `optionsBefore`: what a changed way of computing did to them shows too.
 */
export function diffHouses(
  before: HouseModel,
  after: HouseModel,
  options: FigureOptions = usualFigureOptions,
  optionsBefore: FigureOptions = options,
): HouseDiff {
  const whatPairs = pairNodes(before.whats, after.whats);
  const howPairs = pairNodes(before.hows, after.hows);
  const whatLeaves = leafPairs(whatPairs, before.whats, after.whats);
  const howLeaves = leafPairs(howPairs, before.hows, after.hows);
  const figures = {
    before: houseFigures(before, optionsBefore),
    after: houseFigures(after, options),
  };
  const diff = {
    scaleChanged: !sameScale(before.scale, after.scale),
    competitorsAdded: without(after.competitors, before.competitors),
    competitorsRemoved: without(before.competitors, after.competitors),
    whats: nodeChanges(before.whats, after.whats, whatPairs),
    hows: nodeChanges(before.hows, after.hows, howPairs),
    cells: cellChanges(before, after, whatLeaves, howLeaves),
    whatFields: whatLeaves.flatMap((pair) => [
      ...fieldChanges(pair, whatFields),
      ...ratingChanges(pair, before.competitors, after.competitors),
    ]),
    howFields: howLeaves.flatMap((pair) => [
      ...fieldChanges(pair, howFields),
      ...ratingChanges(pair, before.competitors, after.competitors),
    ]),
    roof: roofChanges(before, after, howLeaves),
    whatRanks: rankChanges(whatLeaves, figures, 'whats'),
    howRanks: rankChanges(howLeaves, figures, 'hows'),
  };
  return { ...diff, summary: summaryOf(diff) };
}

/** A leaf of both houses, with its places among the leaves. */
interface LeafPair<Node> extends NodePair<Node> {
  readonly placeBefore: number;
  readonly placeAfter: number;
}

function leafPairs<Node extends ModelWhat | ModelHow>(
  pairs: readonly NodePair<Node>[],
  before: readonly Node[],
  after: readonly Node[],
): LeafPair<Node>[] {
  const placesBefore = new Map(leavesOf(before).map(({ id }, place) => [id, place]));
  const placesAfter = new Map(leavesOf(after).map(({ id }, place) => [id, place]));
  return pairs
    .flatMap((pair) => {
      const placeBefore = placesBefore.get(pair.before.id);
      const placeAfter = placesAfter.get(pair.after.id);
      return placeBefore === undefined || placeAfter === undefined
        ? []
        : [{ ...pair, placeBefore, placeAfter }];
    })
    .toSorted((a, b) => a.placeAfter - b.placeAfter);
}

function cellChanges(
  before: HouseModel,
  after: HouseModel,
  whats: readonly LeafPair<ModelWhat>[],
  hows: readonly LeafPair<ModelHow>[],
): CellChange[] {
  const earlier = sameScale(before.scale, after.scale)
    ? before.relations
    : changeScale(before.relations, before.scale, after.scale).relations;
  const changes: CellChange[] = [];
  for (const what of whats) {
    const rowBefore = earlier[what.placeBefore] ?? [];
    const rowAfter = after.relations[what.placeAfter] ?? [];
    for (const how of hows) {
      const was = rowBefore[how.placeBefore] ?? 0;
      const is = rowAfter[how.placeAfter] ?? 0;
      if (was === is) continue;
      changes.push({ whatId: what.after.id, howId: how.after.id, before: was, after: is });
    }
  }
  return changes;
}

function fieldChanges<Field extends string, Node extends { readonly id: number }>(
  { before, after }: NodePair<Node & Readonly<Record<Field, FieldValue>>>,
  fields: readonly Field[],
): FieldChange<Field>[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({
      id: after.id,
      field,
      competitor: null,
      before: before[field],
      after: after[field],
    }));
}

function ratingChanges(
  { before, after }: NodePair<ModelWhat | ModelHow>,
  competitorsBefore: readonly string[],
  competitorsAfter: readonly string[],
): FieldChange<'rating'>[] {
  return competitorsAfter
    .map((competitor, place) => {
      const placeBefore = competitorsBefore.indexOf(competitor);
      return {
        id: after.id,
        field: 'rating' as const,
        competitor,
        known: placeBefore >= 0,
        before: before.ratings[placeBefore] ?? null,
        after: after.ratings[place] ?? null,
      };
    })
    .filter((change) => change.known && change.before !== change.after)
    .map(({ known: _, ...change }) => change);
}

function roofChanges(
  before: HouseModel,
  after: HouseModel,
  hows: readonly LeafPair<ModelHow>[],
): RoofChange[] {
  const earlier = roofLookup(before.roof);
  const later = roofLookup(after.roof);
  if (before.roof.length === 0 && after.roof.length === 0) return [];
  return hows.flatMap((one, at) =>
    hows.slice(at + 1).flatMap((other): RoofChange[] => {
      const values = {
        before: earlier(one.before.id, other.before.id),
        after: later(one.after.id, other.after.id),
      };
      if (values.before === values.after) return [];
      return [{ howId: one.after.id, otherHowId: other.after.id, ...values }];
    }),
  );
}

function rankChanges(
  pairs: readonly LeafPair<{ readonly id: number }>[],
  figures: { before: HouseFigures; after: HouseFigures },
  side: 'whats' | 'hows',
): RankChange[] {
  const before = figures.before[side];
  const after = figures.after[side];
  return pairs.map((pair) => ({
    id: pair.after.id,
    rankBefore: before.rank[pair.placeBefore] ?? 1,
    rankAfter: after.rank[pair.placeAfter] ?? 1,
    relativeBefore: before.relative[pair.placeBefore] ?? null,
    relativeAfter: after.relative[pair.placeAfter] ?? null,
  }));
}

function without(names: readonly string[], others: readonly string[]): string[] {
  return names.filter((name) => !others.includes(name));
}

function summaryOf(diff: Omit<HouseDiff, 'summary'>): DiffSummary {
  const nodes = [...diff.whats, ...diff.hows];
  const ofKind = (kind: NodeChange['kind']) => nodes.filter((node) => node.kind === kind).length;
  const reranked = (ranks: readonly RankChange[]) =>
    ranks.filter(({ rankBefore, rankAfter }) => rankBefore !== rankAfter).length;
  return {
    added: ofKind('added'),
    removed: ofKind('removed'),
    renamed: ofKind('renamed'),
    moved: ofKind('moved'),
    cells: diff.cells.length,
    fields: diff.whatFields.length + diff.howFields.length,
    roof: diff.roof.length,
    whatRanks: reranked(diff.whatRanks),
    howRanks: reranked(diff.howRanks),
  };
}
