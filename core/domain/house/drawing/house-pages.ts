import { drawHousePart, drawTitle } from './draw-house.ts';
import { drawLegend } from './draw-legend.ts';
import { drawPageMark, type PageGrid } from './draw-page-mark.ts';
import { drawRoofTable, roofTableSize } from './draw-roof-table.ts';
import type { Drawing, DrawnSheet } from './drawing.ts';
import { frameOf, type HouseWindow, placesIn, type Span, wholeWindow } from './frame.ts';
import type { HouseDrawingInput, HouseDrawingOptions } from './house-drawing-input.ts';
import {
  type HousePlan,
  headsHeight,
  howWidth,
  leftWidth,
  letters,
  planHouse,
  roofHeight,
  roofKey,
  sizeOf,
} from './house-plan.ts';
import { splitSizes } from './split-sizes.ts';

/** A page of paper, in mm. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** Of the smallest letters, in mm: below, a house is cut rather than made smaller. */
  readonly smallestLetters: number;
}

export const a3Landscape: Paper = { width: 420, height: 297, margin: 8, smallestLetters: 1.65 };
export const a4Landscape: Paper = { width: 297, height: 210, margin: 8, smallestLetters: 1.65 };

const titleHeight = 11;
const footGap = 2;
const markHeight = 7;

/**
 * A house on sheets of paper, as large as it can be with the fewest pages: on one when its letters stay
 * legible, else cut between rows and columns with all heads repeated on each part. Read from left
 * to right, then down. A roof that is cut, or that would take most of a page, follows as a table of HOWs
 * by HOWs. Pages come with their name, date, legend and place; never fewer than one.
 */
export function housePages(
  input: HouseDrawingInput,
  options: HouseDrawingOptions,
  paper: Paper,
): DrawnSheet[] {
  const plan = planHouse(input, options);
  const legend = drawLegend(plan, paper.width - 2 * paper.margin);
  const room = roomOn(paper, legend);
  const cut = cutHouse(plan, room, paper.smallestLetters / letters.label);
  const roof = cut.hasRoofTable ? cutRoof(plan, room, paper.smallestLetters) : [];
  const count = cut.windows.length + roof.length;
  const pageOf = (body: Drawing, scale: number, index: number, grid: PageGrid | null) =>
    page(paper, input, legend, { body, scale }, { index, count, grid });
  return [
    ...cut.windows.map(({ window, grid }, index) =>
      pageOf(drawHousePart(plan, window), cut.scale, index, grid),
    ),
    ...roof.map(({ drawing, scale }, index) =>
      pageOf(drawing, scale, cut.windows.length + index, null),
    ),
  ];
}

interface Room {
  readonly width: number;
  readonly height: number;
}

function roomOn({ width, height, margin }: Paper, legend: Drawing): Room {
  const furniture = titleHeight + footGap + Math.max(legend.height, 0) + markHeight;
  return { width: width - 2 * margin, height: height - 2 * margin - furniture };
}

interface CutHouse {
  readonly scale: number;
  readonly windows: readonly { window: HouseWindow; grid: PageGrid }[];
  readonly hasRoofTable: boolean;
}

/** Scales that are tried when a house must be cut, from the natural size down. */
const scaleSteps = 24;

function cutHouse(plan: HousePlan, room: Room, smallestScale: number): CutHouse {
  const whole = wholeWindow(plan);
  const { width, height } = frameOf(plan, whole);
  const fitting = Math.min(1.25, room.width / width, room.height / height);
  if (fitting >= smallestScale) return cutAt(plan, room, fitting);
  let best = cutAt(plan, room, smallestScale);
  for (let step = 1; step <= scaleSteps; step++) {
    const cut = cutAt(plan, room, smallestScale + ((1 - smallestScale) * step) / scaleSteps);
    if (pagesOf(cut) <= pagesOf(best)) best = cut;
  }
  return best;
}

/** A roof on its own needs a page at least. */
function pagesOf({ windows, hasRoofTable }: CutHouse): number {
  return windows.length + (hasRoofTable ? 1 : 0);
}

function cutAt(plan: HousePlan, room: Room, scale: number): CutHouse {
  const pageWidth = room.width / scale + 0.01;
  const pageHeight = room.height / scale + 0.01;
  const widthLeft = pageWidth - leftWidth(plan);
  const columns = splitSizes(
    plan.hows.map(() => howWidth),
    widthLeft,
    0,
    sizeOf(plan.right),
  );
  const heightLeft = pageHeight - headsHeight(plan);
  const roof = roofHeight(plan.hows.length);
  const foot = sizeOf(plan.foot);
  const bare = splitSizes(plan.rowHeights, heightLeft, 0, foot);
  const roofed = splitSizes(plan.rowHeights, heightLeft, roof, foot);
  // A roof stands on its house where that costs no page more than its table would.
  const hasRoof =
    plan.roof.size > 0 &&
    columns.length === 1 &&
    roofed.length <= bare.length + 1 &&
    roof < heightLeft;
  const rows = hasRoof ? roofed : bare;
  const windows = rows.flatMap((rowSpan, row) =>
    columns.map((columnSpan, column) => ({
      window: {
        rows: rowSpan,
        columns: columnSpan,
        hasRoof: hasRoof && row === 0,
        hasFoot: row === rows.length - 1,
        hasRight: column === columns.length - 1,
      },
      grid: { rows: rows.length, columns: columns.length, row, column },
    })),
  );
  return { scale, windows, hasRoofTable: plan.roof.size > 0 && !hasRoof };
}

function cutRoof(plan: HousePlan, room: Room, smallestLetters: number) {
  const natural = roofTableSize(plan, plan.hows.length, plan.hows.length);
  const fitting = Math.min(1.1, room.width / natural.width, room.height / natural.height);
  const scale = Math.max(fitting, smallestLetters / letters.label);
  const heads = roofTableSize(plan, 0, 0);
  const perRow = Math.floor((room.height / scale - heads.height + 0.01) / heads.cell);
  const perColumn = Math.floor((room.width / scale - heads.width + 0.01) / heads.cell);
  const count = plan.hows.length;
  return spansOf(count, perRow).flatMap((rows) =>
    spansOf(count, perColumn).flatMap((columns) => {
      // Parts that hold nothing are left out.
      if (!hasPair(plan, rows, columns)) return [];
      return [{ drawing: drawRoofTable(plan, rows, columns), scale }];
    }),
  );
}

function hasPair(plan: HousePlan, rows: Span, columns: Span): boolean {
  return placesIn(rows).some((row) =>
    placesIn(columns).some(
      (column) =>
        column > row &&
        plan.roof.has(roofKey(plan.hows[row]?.node.id ?? 0, plan.hows[column]?.node.id ?? 0)),
    ),
  );
}

function spansOf(count: number, atMost: number): Span[] {
  const parts = Math.max(1, Math.ceil(count / Math.max(1, atMost)));
  return Array.from({ length: parts }, (_, part) => ({
    from: Math.round((count * part) / parts),
    to: Math.round((count * (part + 1)) / parts),
  }));
}

function page(
  paper: Paper,
  { model, date }: HouseDrawingInput,
  legend: Drawing,
  { body, scale }: { body: Drawing; scale: number },
  place: { index: number; count: number; grid: PageGrid | null },
): DrawnSheet {
  const { margin } = paper;
  const width = paper.width - 2 * margin;
  const legendY = paper.height - margin - markHeight - legend.height;
  const mark = drawPageMark(place.index + 1, place.count, place.grid, width);
  const isAlone = place.count === 1;
  const left = margin + (isAlone ? Math.max(0, (width - body.width * scale) / 2) : 0);
  return {
    width: paper.width,
    height: paper.height,
    layers: [
      { drawing: drawTitle(model.name, date, width), x: margin, y: margin, scale: 1 },
      { drawing: body, x: left, y: margin + titleHeight, scale },
      { drawing: legend, x: margin, y: legendY, scale: 1 },
      { drawing: mark, x: margin, y: paper.height - margin - mark.height, scale: 1 },
    ],
  };
}
