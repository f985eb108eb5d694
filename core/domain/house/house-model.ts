import type { HowDirection } from '../../contract/house.contract.ts';
import type { KanoClass } from '../../contract/requirement.contract.ts';
import type { RelationScale } from './relation-scale.ts';

/** A place in the tree of WHATs or HOWs: up to three levels; only leaves have relations. */
export interface HouseNode {
  readonly id: number;
  /** null for a node of the first level. */
  readonly parentId: number | null;
  /** As on paper: 1, 1.2, 1.2.3. */
  readonly code: string;
  readonly name: string;
}

/** Figures of groups are null: they are rolled up from their leaves. */
export interface ModelWhat extends HouseNode {
  /** Above 0 up to 100. */
  readonly importance: number | null;
  /** How well we do and mean to do, on the rating scale of the house; null when not rated. */
  readonly current: number | null;
  readonly target: number | null;
  /** Usually 1, 1.2 or 1.5; null counts as 1. */
  readonly salesPoint: number | null;
  readonly kano: KanoClass | null;
  /** Customers' ratings of each competitor, in the order of `competitors`. */
  readonly ratings: readonly (number | null)[];
}

export interface ModelHow extends HouseNode {
  readonly unit: string;
  readonly direction: HowDirection;
  readonly targetValue: string;
  /** Technical difficulty, 1 (easy) to 5; null when not judged. */
  readonly difficulty: number | null;
  /** Our own measured level and each competitor's, 1 to 5, in the order of `competitors`. */
  readonly ownRating: number | null;
  readonly ratings: readonly (number | null)[];
}

/** ++ 2, + 1, − −1, −− −2; 0 is not kept. */
export type RoofStrength = 2 | 1 | -1 | -2;

export interface RoofCell {
  readonly howId: number;
  readonly otherHowId: number;
  readonly strength: RoofStrength;
}

/** Everything a House of Quality says, without anything computed from it. */
export interface HouseModel {
  readonly name: string;
  readonly scale: RelationScale;
  readonly competitors: readonly string[];
  /** In display order; a group stands before what belongs to it. */
  readonly whats: readonly ModelWhat[];
  readonly hows: readonly ModelHow[];
  /** Values of the scale's levels, by leaf WHAT and leaf HOW in display order; 0 for none. */
  readonly relations: readonly (readonly number[])[];
  readonly roof: readonly RoofCell[];
}
