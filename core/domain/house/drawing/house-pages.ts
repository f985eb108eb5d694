import { drawHousePart, drawTitle } from './draw-house.ts';
import { drawLegend } from './draw-legend.ts';
import { drawPageMark, type PageGrid } from './draw-page-mark.ts';
import type { Drawing, DrawnSheet } from './drawing.ts';
import { frameOf, type HouseWindow, type Span, wholeWindow } from './frame.ts';
import type { HouseDrawingInput, HouseDrawingOptions } from './house-drawing-input.ts';
import {
  type HousePlan,
  headsHeight,
  leftWidth,
  letters,
  planHouse,
  roofHeight,
  sizeOf,
  sum,
} from './house-plan.ts';
import { largestScale, type Room, roofPages } from './roof-pages.ts';
import { fewestParts, type SizeSplit, splitSizes } from './split-sizes.ts';

/** A page of paper, in mm. */
export interface Paper {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

export const a3Landscape: Paper = { width: 420, height: 297, margin: 8 };
export const a4Landscape: Paper = { width: 297, height: 210, margin: 8 };

const titleHeight = 11;
const footGap = 2;
const markHeight = 7;

const mmPerPoint = 25.4 / 72;
/** Of the names, in mm: with smaller ones a house on a single page is cut. */
const smallestAlone = 5.5 * mmPerPoint;
/** The same on the pages of a house that is cut. */
const smallestCut = 7 * mmPerPoint;
/** Rows and columns of a house that is cut are drawn out to fill its pages, up to so many times. */
const mostStretch = 1.4;

/**
 * A house on sheets of paper, as large as it can be: on one when its names stay legible, else cut between
 * rows and columns, in as few parts as legible names allow, all alike and filling their pages, with
 * all heads repeated on each. Read from left to right, then down. A roof that is cut, or that would
 * cost more pages on the house, follows as a table of HOWs by HOWs. Pages come with their name, date,
 * legend and place; never fewer than one.
 */
export function housePages(
  input: HouseDrawingInput,
  options: HouseDrawingOptions,
  paper: Paper,
): DrawnSheet[] {
  const plan = planHouse(input, options);
  const legend = drawLegend(plan, paper.width - 2 * paper.margin);
  const whole = wholeWindow(plan);
  const { width, height } = frameOf(plan, whole);
  const alone = roomOn(paper, legend, 0);
  const fitting = Math.min(largestScale, alone.width / width, alone.height / height);
  if (fitting * letters.name >= smallestAlone) {
    const body = { body: drawHousePart(plan, whole), scale: fitting };
    return [page(paper, input, legend, body, { index: 0, count: 1, grid: null })];
  }
  const { house, roof } = cutHouse(plan, roomOn(paper, legend, markHeight));
  const count = house.windows.length + roof.length;
  return [
    ...house.windows.map(({ window, grid }, index) => {
      const body = { body: drawHousePart(house.plan, window), scale: house.scale };
      return page(paper, input, legend, body, { index, count, grid });
    }),
    ...roof.map(({ drawing, scale }, at) => {
      const index = house.windows.length + at;
      return page(paper, input, legend, { body: drawing, scale }, { index, count, grid: null });
    }),
  ];
}

function roomOn({ width, height, margin }: Paper, legend: Drawing, mark: number): Room {
  const furniture = titleHeight + footGap + legend.height + mark;
  return { width: width - 2 * margin, height: height - 2 * margin - furniture };
}

interface CutHouse {
  readonly plan: HousePlan;
  readonly scale: number;
  readonly windows: readonly { window: HouseWindow; grid: PageGrid }[];
}

function cutHouse(plan: HousePlan, room: Room) {
  const left = leftWidth(plan);
  const heads = headsHeight(plan);
  const widths = plan.hows.map(() => plan.howWidth);
  const right = sizeOf(plan.right);
  const foot = sizeOf(plan.foot);
  // Heads and the largest line must come on one page, however small.
  const least = Math.min(
    smallestCut / letters.name,
    room.width / (left + Math.max(right, ...widths)),
    room.height / (heads + Math.max(foot, ...plan.rowHeights)),
  );
  const heightLeft = room.height / least - heads;
  const columnCount = fewestParts(widths, room.width / least - left, 0, right);
  const peak = roofHeight(plan, plan.hows.length);
  const bareRows = fewestParts(plan.rowHeights, heightLeft, 0, foot);
  const roofedRows = fewestParts(plan.rowHeights, heightLeft, peak, foot);
  const roof = plan.roof.size === 0 ? [] : roofPages(plan, room, smallestCut);
  // A roof stands on its house where that costs no page more than its table would.
  const hasRoof =
    plan.roof.size > 0 &&
    columnCount === 1 &&
    peak <= heightLeft &&
    roofedRows <= bareRows + roof.length;
  const before = hasRoof ? peak : 0;
  const columns = splitSizes(widths, columnCount, 0, right);
  const rows = splitSizes(plan.rowHeights, hasRoof ? roofedRows : bareRows, before, foot);
  const scale = Math.min(
    largestScale,
    room.width / (left + columns.room),
    room.height / (heads + rows.room),
  );
  const across = room.width / scale - left;
  const down = room.height / scale - heads;
  const house: CutHouse = {
    plan: {
      ...plan,
      // A roof would grow with its columns.
      howWidth: plan.howWidth * (hasRoof ? 1 : stretchOf(columns, widths, across, 0, right)),
      rowHeights: plan.rowHeights.map(
        (height) => height * stretchOf(rows, plan.rowHeights, down, before, foot),
      ),
    },
    scale,
    windows: windowsOf(rows.spans, columns.spans, hasRoof),
  };
  return { house, roof: hasRoof ? [] : roof };
}

/** How many times larger lines can be with all parts still in their room. */
function stretchOf(
  { spans }: SizeSplit,
  sizes: readonly number[],
  room: number,
  before: number,
  after: number,
): number {
  const ratios = spans.flatMap(({ from, to }, part) => {
    const own = sum(sizes.slice(from, to));
    const other = (part === 0 ? before : 0) + (part === spans.length - 1 ? after : 0);
    return own === 0 ? [] : [(room - other) / own];
  });
  return Math.max(1, Math.min(mostStretch, ...ratios));
}

function windowsOf(rows: readonly Span[], columns: readonly Span[], hasRoof: boolean) {
  return rows.flatMap((rowSpan, row) =>
    columns.map((columnSpan, column) => ({
      window: {
        rows: rowSpan,
        columns: columnSpan,
        hasRoof: hasRoof && row === 0,
        // Where all HOWs are on other pages nothing is said of them.
        hasFoot: row === rows.length - 1 && columnSpan.from < columnSpan.to,
        hasRight: column === columns.length - 1,
      },
      grid: { rows: rows.length, columns: columns.length, row, column },
    })),
  );
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
  const isAlone = place.count === 1;
  const legendY = paper.height - margin - (isAlone ? 0 : markHeight) - legend.height;
  const mark = drawPageMark(place.index + 1, place.count, place.grid, width);
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
