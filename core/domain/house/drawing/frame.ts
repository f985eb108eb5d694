import { type HousePlan, headsHeight, leftWidth, roofHeight, sizeOf, sum } from './house-plan.ts';
import type { Box } from './sketch.ts';

/** Places in a list: `from` to before `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The part of a house that one picture shows: rows and columns with what stands around them. */
export interface HouseWindow {
  readonly rows: Span;
  readonly columns: Span;
  readonly hasRoof: boolean;
  readonly hasFoot: boolean;
  readonly hasRight: boolean;
}

/** Where the parts of a window lie, in mm from its upper left corner. */
export interface Frame {
  readonly plan: HousePlan;
  readonly window: HouseWindow;
  readonly width: number;
  readonly height: number;
  readonly headsTop: number;
  /** The matrix itself: no heads, no foot. */
  readonly matrix: Box;
  columnX(place: number): number;
  rowY(place: number): number;
}

export function wholeWindow(plan: HousePlan): HouseWindow {
  return {
    rows: { from: 0, to: plan.whats.length },
    columns: { from: 0, to: plan.hows.length },
    hasRoof: plan.roof.size > 0,
    hasFoot: true,
    hasRight: true,
  };
}

export function frameOf(plan: HousePlan, window: HouseWindow): Frame {
  const { rows, columns } = window;
  const headsTop = window.hasRoof ? roofHeight(plan, columns.to - columns.from) : 0;
  const heights = plan.rowHeights.slice(rows.from, rows.to);
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  const matrix = {
    x: leftWidth(plan),
    y: headsTop + headsHeight(plan),
    width: (columns.to - columns.from) * plan.howWidth,
    height: sum(heights),
  };
  return {
    plan,
    window,
    width: matrix.x + matrix.width + (window.hasRight ? sizeOf(plan.right) : 0),
    height: matrix.y + matrix.height + (window.hasFoot ? sizeOf(plan.foot) : 0),
    headsTop,
    matrix,
    columnX: (place) => matrix.x + (place - columns.from) * plan.howWidth,
    rowY: (place) => matrix.y + (tops[place - rows.from] ?? 0),
  };
}

export function placesIn({ from, to }: Span): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** The part of `first` to `last` (both within) that a span shows; null for none of it. */
export function shownPart(span: Span, first: number, last: number): Span | null {
  const from = Math.max(span.from, first);
  const to = Math.min(span.to, last + 1);
  return from < to ? { from, to } : null;
}
