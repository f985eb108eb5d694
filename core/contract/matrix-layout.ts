import type { HouseScaleLevel } from './house.contract.ts';

/** How the roof stands above the heads, row `rows[0]` nearest to them. */
export interface RoofLayout {
  /**
   * `leftTriangle`: the cell d rows up in a HOW's column is its pair with the HOW d to the right;
   * `rightTriangle`: with the one d to the left; `table`: rows are named like the HOWs.
   */
  readonly kind: 'leftTriangle' | 'rightTriangle' | 'table';
  readonly rows: readonly number[];
}

/** Where everything of a house lies in a table, counted from 0. A person may change any of it. */
export interface MatrixLayout {
  readonly title: { readonly row: number; readonly column: number } | null;
  readonly whatRows: readonly number[];
  readonly whatNameColumn: number;
  /** From the first level down. */
  readonly whatGroupColumns: readonly number[];
  readonly howColumns: readonly number[];
  readonly howNameRow: number;
  readonly howGroupRows: readonly number[];
  readonly scale: { readonly levels: readonly Readonly<HouseScaleLevel>[] };
  readonly importanceColumn: number | null;
  readonly kanoColumn: number | null;
  readonly currentColumn: number | null;
  readonly targetColumn: number | null;
  readonly salesPointColumn: number | null;
  /** One for each competitor, named by its head. */
  readonly ratingColumns: readonly number[];
  readonly directionRow: number | null;
  readonly unitRow: number | null;
  readonly targetValueRow: number | null;
  readonly difficultyRow: number | null;
  readonly ownRatingRow: number | null;
  readonly ratingRows: readonly number[];
  readonly roof: RoofLayout | null;
  /** Weights, ranks and codes: the program computes its own. */
  readonly computedColumns: readonly number[];
  readonly computedRows: readonly number[];
}

export type LayoutPart =
  | 'matrix'
  | 'whats'
  | 'hows'
  | 'importance'
  | 'scale'
  | 'plan'
  | 'whatRatings'
  | 'howRatings'
  | 'roof';

/** Why a part was taken for what it is; words are `houseFile:reason.<reason>`. */
export type LayoutReason =
  /** The largest block of relations below a row of names and beside a column of names. */
  | 'block'
  /** Named by its head or label. */
  | 'named'
  /** Numbers beside the names, without a head that tells. */
  | 'onlyNumbers'
  | 'notFound'
  /** All entries belong to a scale in use. */
  | 'knownScale'
  /** No scale in use has these values. */
  | 'ownScale'
  /** Signs above the heads in a triangle. */
  | 'triangle'
  /** Either way of reading the triangle fits. */
  | 'triangleEitherWay'
  | 'rowsNamedLikeHows';

export interface LayoutFinding {
  readonly part: LayoutPart;
  readonly reason: LayoutReason;
  /** 0 to 1. */
  readonly confidence: number;
}

export interface MatrixProposal {
  readonly layout: MatrixLayout;
  readonly findings: readonly LayoutFinding[];
  /** Of the least certain of what a house must have: names, relations, importance. */
  readonly confidence: number;
}
