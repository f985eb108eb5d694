/** One strength of a relation. */
export interface ScaleLevel {
  /** Above 0. */
  readonly value: number;
  /** One character or two, as drawn in a cell. */
  readonly symbol: string;
}

/** What the cells of a house may hold beside nothing: strongest first. */
export interface RelationScale {
  readonly levels: readonly ScaleLevel[];
}

/** ◎ 9, ○ 3, △ 1: what nearly every house is drawn with. */
export const usualScale: RelationScale = {
  levels: [
    { value: 9, symbol: '◎' },
    { value: 3, symbol: '○' },
    { value: 1, symbol: '△' },
  ],
};
