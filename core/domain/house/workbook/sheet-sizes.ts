import { lineSpacing } from '../drawing/sketch.ts';
import { wrapText } from '../drawing/text-width.ts';
import { groupSpans } from '../house-leaves.ts';
import type { HouseSheetPlan } from './house-sheet-plan.ts';
import type { DescribedSheet } from './workbook-description.ts';

/** In characters, as Excel counts them. */
const columnWidth = { key: 4, group: 16, name: 38, how: 6.5, figure: 8 } as const;

/** In points. */
const usualHeight = 18;
const shortestHead = 110;
const tallestHead = 300;
/** A row cannot be taller. Source: Excel's specifications and limits. */
const tallestRow = 409;
/** Of the letters in cells; a little more than they are, for fonts differ. */
const letterSize = 10.5;
const cellPadding = 5;

export function sheetColumns(plan: HouseSheetPlan): DescribedSheet['columns'] {
  return Array.from({ length: plan.columnCount }, (_, column) => {
    if (column === 0) return { width: columnWidth.key, isHidden: true };
    if (column < plan.whatCodeColumn) return { width: columnWidth.group, isHidden: false };
    if (column === plan.whatNameColumn) return { width: columnWidth.name, isHidden: false };
    const isHow = column >= plan.firstHowColumn && column < plan.planColumn('current');
    return { width: isHow ? columnWidth.how : columnWidth.figure, isHidden: false };
  });
}

/** Tall enough for names in all their lines; groups give what they need more to their last row. */
export function sheetRowHeights(plan: HouseSheetPlan): (number | null)[] {
  const heights = Array.from({ length: plan.rowCount }, (_, row): number | null =>
    row < plan.howGroupRow ? null : usualHeight,
  );
  const raise = (row: number, height: number) => {
    heights[row] = Math.min(tallestRow, Math.max(heights[row] ?? 0, height));
  };
  heights[plan.titleRow] = 24;
  raise(plan.howNameRow, headHeight(plan));
  for (const { node, level, first, last } of groupSpans(plan.hows)) {
    const width = pointsOf(columnWidth.how) * (last - first + 1);
    raise(plan.howGroupRow + level, heightOf(node.name, width));
  }
  for (const { node } of plan.hows) {
    for (const key of ['unit', 'targetValue'] as const) {
      raise(plan.footRow(key), heightOf(node[key], pointsOf(columnWidth.how)));
    }
  }
  for (const [place, { node }] of plan.whats.entries()) {
    raise(plan.firstWhatRow + place, heightOf(node.name, pointsOf(columnWidth.name)));
  }
  for (const { node, first, last } of groupSpans(plan.whats)) {
    const rows = heights.slice(plan.firstWhatRow + first, plan.firstWhatRow + last + 1);
    const others = rows.slice(0, -1).reduce<number>((sum, height) => sum + (height ?? 0), 0);
    raise(plan.firstWhatRow + last, heightOf(node.name, pointsOf(columnWidth.group)) - others);
  }
  return heights;
}

/** Names read upwards, in as many lines side by side as their narrow columns hold. */
function headHeight({ hows }: HouseSheetPlan): number {
  const lines = Math.floor(pointsOf(columnWidth.how) / (letterSize * lineSpacing));
  let height = shortestHead;
  const isCut = () =>
    hows.some(
      ({ node }) => wrapText(node.name, height - cellPadding, letterSize, 99).length > lines,
    );
  while (height < tallestHead && isCut()) height += 10;
  return height;
}

function heightOf(text: string, width: number): number {
  const lines = wrapText(text, width - cellPadding, letterSize, 30).length;
  return Math.max(usualHeight, Math.ceil(lines * letterSize * lineSpacing + cellPadding));
}

/** Of a column of so many characters: seven pixels each, and five beside them. */
function pointsOf(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** Within the margins of A3 lying on its side, in points. */
const paperWidth = 1090;
/** Of what is printed: below, figures are hard to read. */
const smallestPrint = 0.6;

/** How many pages stand beside each other when a house is printed; what is frozen stands on each. */
export function pagesWide(columns: DescribedSheet['columns'], repeated: number): number {
  const widthOf = (part: DescribedSheet['columns']) =>
    part.reduce((sum, { width, isHidden }) => sum + (isHidden ? 0 : pointsOf(width)), 0);
  const left = widthOf(columns.slice(0, repeated)) * smallestPrint;
  const rest = widthOf(columns.slice(repeated)) * smallestPrint;
  return Math.max(1, Math.ceil(rest / Math.max(paperWidth / 4, paperWidth - left)));
}
