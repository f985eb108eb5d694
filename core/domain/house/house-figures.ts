import { sharesOf } from '../../numerics/shares.ts';
import { computeHouse, type HouseNormalization, type HouseNote, rankDescending } from './house.ts';
import type { HouseModel, ModelHow, ModelWhat } from './house-model.ts';
import { type HouseProfiles, houseProfiles } from './house-profiles.ts';
import { leavesOf, type TreeNode, treePlaces } from './house-tree.ts';
import { type KanoAdjustment, kanoEffect } from './kano-adjustment.ts';
import { type PlanningNote, plannedWeight } from './planning.ts';

/** What the relations are multiplied with: importance alone, or what the plan makes of it. */
export type WeightBasis = 'importance' | 'plan';

export interface FigureOptions {
  readonly normalize: HouseNormalization;
  readonly basis: WeightBasis;
  readonly kano: KanoAdjustment;
}

/** In a house without a plan, weights are the importance: nothing has to be chosen. */
export const usualFigureOptions: FigureOptions = {
  normalize: 'none',
  basis: 'plan',
  kano: { kind: 'none' },
};

/** By leaf WHAT in display order. */
export interface WhatFigures {
  /** target ÷ current; null unless both are rated. */
  readonly improvementRatio: readonly (number | null)[];
  /** The same after Kano adjustment. */
  readonly adjustedRatio: readonly (number | null)[];
  /** What multiplies the relations, in units of importance. */
  readonly absolute: readonly number[];
  /** absolute ÷ Σ absolute, a fraction; all null when nothing has weight. */
  readonly relative: readonly (number | null)[];
  readonly rank: readonly number[];
}

/** By leaf HOW in display order. */
export interface HowFigures {
  /** Σ weight × relation; see `computeHouse`. */
  readonly absolute: readonly number[];
  readonly relative: readonly (number | null)[];
  readonly rank: readonly number[];
  /** absolute ÷ difficulty: what a unit of difficulty buys; null where difficulty is not judged. */
  readonly perDifficulty: readonly (number | null)[];
  /** Rank by it among those judged. */
  readonly perDifficultyRank: readonly (number | null)[];
}

/** Sums over the leaves of a group. */
export interface GroupFigures {
  readonly absolute: number;
  readonly relative: number | null;
}

/** Everything a house computes. */
export interface HouseFigures {
  readonly whats: WhatFigures;
  readonly hows: HowFigures;
  /** By id of group; leaves are not in them. */
  readonly whatGroups: ReadonlyMap<number, GroupFigures>;
  readonly howGroups: ReadonlyMap<number, GroupFigures>;
  readonly profiles: HouseProfiles;
  /** Why shares are null: no WHAT has weight, or no HOW has relations with one that has. */
  readonly notes: readonly (PlanningNote | HouseNote)[];
}

/**
 * Computes a whole house.
 *
 * WHATs: absolute weight = importance × improvement ratio × sales point (`computePlanning`), the ratio
 * adjusted and the product multiplied as `kanoEffect` says. A ratio that is not planned and a sales point
 * that is not set count 1; a WHAT without importance weighs 0. With the basis `importance` neither ratio
 * nor sales point count. HOWs: `computeHouse` with these weights. Per difficulty: the importance a unit of
 * effort buys, after Wasserman, "On how to prioritize design requirements during the QFD planning
 * process", IIE Transactions 25(3), 1993, 59–65, with technical difficulty in place of cost.
 *
 * The model must have a row for every leaf WHAT and a cell in it for every leaf HOW.
 * Degenerate cases: a house without WHATs has HOWs that weigh 0 and all rank 1; shares of nothing are null.
 * Throws as `computeHouse` does for shapes and numbers that are not allowed.
 */
export function houseFigures(
  model: HouseModel,
  options: FigureOptions = usualFigureOptions,
): HouseFigures {
  const whats = whatFigures(leavesOf(model.whats), options);
  const hows = leavesOf(model.hows);
  const absolute = howWeights(model, whats.absolute, hows.length, options.normalize);
  const figures = howFigures(absolute, hows);
  return {
    whats,
    hows: figures,
    whatGroups: groupFigures(model.whats, whats),
    howGroups: groupFigures(model.hows, figures),
    profiles: houseProfiles(model),
    notes: notesOf(whats, figures),
  };
}

/** What has changed since figures were computed; a change of the trees calls for `houseFigures`. */
export type FigureChange =
  /** Cells in these columns, by place among the leaf HOWs. */
  | { readonly kind: 'relations'; readonly columns: readonly number[] }
  /** Importance, plan, Kano class or ratings of WHATs. */
  | { readonly kind: 'whats' }
  /** Difficulty or ratings of HOWs. */
  | { readonly kind: 'hows' };

/**
 * The figures of `model`, of which `before` are those before the change: the same numbers, to the last bit,
 * as `houseFigures(model, options)`, for less work. A changed cell costs one column, unless rows are
 * normalised. `model` is taken to be sound; `options` must be those of `before`.
 */
export function figuresAfter(
  before: HouseFigures,
  model: HouseModel,
  change: FigureChange,
  options: FigureOptions = usualFigureOptions,
): HouseFigures {
  const leaves = leavesOf(model.hows);
  if (change.kind === 'hows') {
    const hows = howFigures(before.hows.absolute, leaves);
    return { ...before, hows, profiles: houseProfiles(model) };
  }
  if (change.kind === 'whats') {
    const whats = whatFigures(leavesOf(model.whats), options);
    const weights = howWeights(model, whats.absolute, leaves.length, options.normalize);
    const whatGroups = groupFigures(model.whats, whats);
    const known = { ...before, whats, whatGroups, profiles: houseProfiles(model) };
    return withHowWeights(known, model, leaves, weights);
  }
  const weights =
    options.normalize === 'none'
      ? withColumns(before, model.relations, change.columns)
      : howWeights(model, before.whats.absolute, leaves.length, options.normalize);
  return withHowWeights(before, model, leaves, weights);
}

function withHowWeights(
  before: HouseFigures,
  model: HouseModel,
  leaves: readonly ModelHow[],
  absolute: readonly number[],
): HouseFigures {
  const hows = howFigures(absolute, leaves);
  const howGroups = groupFigures(model.hows, hows);
  return { ...before, hows, howGroups, notes: notesOf(before.whats, hows) };
}

function notesOf(whats: WhatFigures, hows: HowFigures): HouseFigures['notes'] {
  if (whats.relative.includes(null)) return ['noWeight'];
  return hows.relative.includes(null) ? ['noRelations'] : [];
}

/** Sums in the order in which `computeHouse` adds, so that not even the last bit differs. */
function withColumns(
  { whats, hows }: HouseFigures,
  relations: readonly (readonly number[])[],
  columns: readonly number[],
): number[] {
  const absolute = hows.absolute.slice();
  for (const column of new Set(columns)) {
    let sum = 0;
    for (const [row, weight] of whats.absolute.entries()) {
      sum += weight * (relations[row]?.[column] ?? 0);
    }
    if (column in absolute) absolute[column] = sum;
  }
  return absolute;
}

function howWeights(
  { relations }: HouseModel,
  weights: readonly number[],
  count: number,
  normalize: HouseNormalization,
): number[] {
  const { absolute } = computeHouse({ weights, relations, normalize });
  // A house without WHATs has no rows to take a width from: its HOWs weigh nothing.
  return weights.length === 0 ? new Array<number>(count).fill(0) : absolute;
}

function whatFigures(leaves: readonly ModelWhat[], options: FigureOptions): WhatFigures {
  const rows = leaves.map((what) => weighedWhat(what, options));
  const absolute = rows.map((row) => row.absolute);
  return {
    improvementRatio: rows.map((row) => row.ratio),
    adjustedRatio: rows.map((row) => row.adjustedRatio),
    absolute,
    relative: sharesOf(absolute),
    rank: rankDescending(absolute),
  };
}

function weighedWhat(
  { importance, current, target, salesPoint, kano }: ModelWhat,
  { basis, kano: adjustment }: FigureOptions,
): { ratio: number | null; adjustedRatio: number | null; absolute: number } {
  const ratio = current === null || target === null ? null : target / current;
  const { adjustedRatio, factor } = kanoEffect(ratio, kano, adjustment);
  const planned = basis === 'plan';
  const weight = plannedWeight(
    importance ?? 0,
    planned ? (adjustedRatio ?? 1) : 1,
    planned ? (salesPoint ?? 1) : 1,
  );
  return { ratio, adjustedRatio, absolute: weight * factor };
}

function howFigures(absolute: readonly number[], leaves: readonly ModelHow[]): HowFigures {
  const perDifficulty = leaves.map(({ difficulty }, place) =>
    difficulty === null ? null : (absolute[place] ?? 0) / difficulty,
  );
  const judged = perDifficulty.filter((value) => value !== null);
  const ranks = rankDescending(judged).values();
  return {
    absolute,
    relative: sharesOf(absolute),
    rank: rankDescending(absolute),
    perDifficulty,
    perDifficultyRank: perDifficulty.map((value) =>
      value === null ? null : (ranks.next().value ?? null),
    ),
  };
}

function groupFigures(
  nodes: readonly TreeNode[],
  { absolute, relative }: Pick<HowFigures, 'absolute' | 'relative'>,
): Map<number, GroupFigures> {
  const sumOf = (values: readonly (number | null)[], first: number, count: number) =>
    values.slice(first, first + count).reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return new Map(
    treePlaces(nodes)
      .filter(({ isLeaf }) => !isLeaf)
      .map(({ node, firstLeaf, leafCount }) => [
        node.id,
        {
          absolute: sumOf(absolute, firstLeaf, leafCount),
          relative: relative.includes(null) ? null : sumOf(relative, firstLeaf, leafCount),
        },
      ]),
  );
}
