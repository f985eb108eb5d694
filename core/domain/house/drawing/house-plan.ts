import { groupDepth, groupSpans, type HouseLeaf, leafPaths } from '../house-leaves.ts';
import type { ModelHow, ModelWhat, RoofStrength } from '../house-model.ts';
import type { HouseDrawingInput, HouseDrawingOptions, HousePart } from './house-drawing-input.ts';
import { cellPadding, lineSpacing, stackSpacing } from './sketch.ts';
import { textWidth, wrapText } from './text-width.ts';

/** Sizes of letters in mm, at the natural size of the drawing. */
export const letters = { name: 2.6, head: 2.6, figure: 2.4, label: 2.2, title: 4.6 } as const;

const howWidth = 7;
const lowestRow = 4.6;
/** For the code above a stacked name. */
export const codeRoom = 4;
const groupWidth = 20;
const nameWidth = 54;
const figureWidth = 9.5;
const importanceWidth = 8.5;
const ratingsWidth = 44;
const shortestHead = 24;
const tallestHead = 66;
const mostNameLines = 4;
const mostGroupLines = 5;

/** A WHAT or HOW that is drawn; `place` is its place among all leaves, where its figures are. */
export interface DrawnWhat extends HouseLeaf<ModelWhat> {
  readonly place: number;
  readonly figures: {
    readonly improvementRatio: number | null;
    readonly absoluteWeight: number | null;
    readonly relativeWeight: number | null;
  };
}
export interface DrawnHow extends HouseLeaf<ModelHow> {
  readonly place: number;
  readonly figures: {
    readonly absolute: number | null;
    readonly relative: number | null;
    readonly rank: number | null;
  };
}

export type LeftColumn = 'kano' | 'importance';
export type RightColumn =
  | 'customerRatings'
  | 'current'
  | 'target'
  | 'improvementRatio'
  | 'salesPoint'
  | 'absoluteWeight'
  | 'relativeWeight';
export type FootRow =
  | 'unit'
  | 'targetValue'
  | 'difficulty'
  | 'absoluteImportance'
  | 'relativeImportance'
  | 'bars'
  | 'rank'
  | 'technicalRatings';

interface Sized<Key> {
  readonly key: Key;
  readonly size: number;
}

/** Of customers' and technical ratings: from 1 to 5, or as far as levels on a scale of one's own reach. */
export interface RatingAxis {
  readonly from: number;
  readonly to: number;
  /** Where lines with their numbers stand. */
  readonly ticks: readonly number[];
}

/** How large everything of a house is, before any of it is drawn. */
export interface HousePlan {
  readonly input: HouseDrawingInput;
  readonly options: HouseDrawingOptions;
  readonly whats: readonly DrawnWhat[];
  readonly hows: readonly DrawnHow[];
  readonly counts: { readonly whats: number; readonly hows: number };
  readonly roof: ReadonlyMap<string, RoofStrength>;
  readonly whatLevels: number;
  readonly groupWidth: number;
  readonly nameWidth: number;
  readonly howWidth: number;
  readonly left: readonly Sized<LeftColumn>[];
  readonly right: readonly Sized<RightColumn>[];
  readonly howLevelHeights: readonly number[];
  readonly headHeight: number;
  readonly directionHeight: number;
  readonly rowHeights: readonly number[];
  readonly foot: readonly Sized<FootRow>[];
  readonly ratings: RatingAxis;
}

export function planHouse(input: HouseDrawingInput, options: HouseDrawingOptions): HousePlan {
  const { model } = input;
  const { whats: ofWhats, hows: ofHows } = input.figures;
  const allWhats = leafPaths(model.whats).map((leaf, place) => ({
    ...leaf,
    place,
    figures: {
      improvementRatio: ofWhats.improvementRatio[place] ?? null,
      absoluteWeight: ofWhats.absolute[place] ?? null,
      relativeWeight: ofWhats.relative[place] ?? null,
    },
  }));
  const allHows = leafPaths(model.hows).map((leaf, place) => ({
    ...leaf,
    place,
    figures: {
      absolute: ofHows.absolute[place] ?? null,
      relative: ofHows.relative[place] ?? null,
      rank: ofHows.rank[place] ?? null,
    },
  }));
  const whats = heaviest(
    allWhats,
    options.topWhats,
    ({ node, figures }) => figures.relativeWeight ?? node.importance ?? 0,
  );
  const hows = heaviest(allHows, options.topHows, ({ figures }) => figures.absolute ?? 0);
  const isShown = (part: HousePart) => !options.hidden.includes(part);
  const whatLevels = groupDepth(whats);
  return {
    input,
    options,
    whats,
    hows,
    counts: { whats: allWhats.length, hows: allHows.length },
    roof: isShown('roof') ? roofBetween(input, hows) : new Map(),
    whatLevels,
    groupWidth,
    nameWidth,
    howWidth,
    left: leftColumns(whats, isShown),
    right: rightColumns(whats, isShown),
    howLevelHeights: howLevelHeights(hows),
    headHeight: headHeight(hows, options),
    directionHeight: isShown('direction') ? 5.4 : 0,
    rowHeights: rowHeights(whats, whatLevels),
    foot: footRows(hows, isShown),
    ratings: ratingAxis(whats, hows),
  };
}

export function leftWidth(plan: HousePlan): number {
  return plan.whatLevels * plan.groupWidth + plan.nameWidth + sizeOf(plan.left);
}

export function headsHeight(plan: HousePlan): number {
  return sum(plan.howLevelHeights) + plan.headHeight + plan.directionHeight;
}

export function sizeOf(parts: readonly { readonly size: number }[]): number {
  return parts.reduce((total, { size }) => total + size, 0);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function roofHeight({ howWidth }: HousePlan, howCount: number): number {
  return howCount > 1 ? (howCount * howWidth) / 2 + 1 : 0;
}

export function roofKey(howId: number, otherHowId: number): string {
  return howId < otherHowId ? `${howId}|${otherHowId}` : `${otherHowId}|${howId}`;
}

/** A name with its code before it, as on paper. */
export function codedName({ code, name }: { code: string; name: string }): string {
  return code === '' ? name : `${code} ${name}`;
}

function heaviest<T extends { place: number }>(
  all: readonly T[],
  count: number | null,
  weightOf: (leaf: T) => number,
): T[] {
  if (count === null || count >= all.length) return [...all];
  return all
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.place - b.place)
    .slice(0, Math.max(0, count))
    .toSorted((a, b) => a.place - b.place);
}

function roofBetween({ model }: HouseDrawingInput, hows: readonly DrawnHow[]) {
  const shown = new Set(hows.map(({ node }) => node.id));
  return new Map(
    model.roof.flatMap(({ howId, otherHowId, strength }) =>
      howId !== otherHowId && shown.has(howId) && shown.has(otherHowId)
        ? [[roofKey(howId, otherHowId), strength] as const]
        : [],
    ),
  );
}

function leftColumns(whats: readonly DrawnWhat[], isShown: (part: HousePart) => boolean) {
  const columns: Sized<LeftColumn>[] = [];
  if (isShown('kano') && whats.some(({ node }) => node.kano !== null)) {
    columns.push({ key: 'kano', size: 6 });
  }
  return [...columns, { key: 'importance' as const, size: importanceWidth }];
}

function rightColumns(whats: readonly DrawnWhat[], isShown: (part: HousePart) => boolean) {
  const columns: Sized<RightColumn>[] = [];
  const isRated = whats.some(({ node }) => node.ratings.some((rating) => rating !== null));
  if (isShown('customerRatings') && isRated) {
    columns.push({ key: 'customerRatings', size: ratingsWidth });
  }
  if (!isShown('plan')) return columns;
  const filled = (has: (what: DrawnWhat) => boolean, keys: readonly RightColumn[]) => {
    if (whats.some(has)) columns.push(...keys.map((key) => ({ key, size: figureWidth })));
  };
  filled(({ node }) => node.current !== null, ['current']);
  filled(({ node }) => node.target !== null, ['target']);
  filled(({ figures }) => figures.improvementRatio !== null, ['improvementRatio']);
  filled(({ node }) => node.salesPoint !== null, ['salesPoint']);
  filled(({ figures }) => figures.absoluteWeight !== null, ['absoluteWeight']);
  filled(({ figures }) => figures.relativeWeight !== null, ['relativeWeight']);
  return columns;
}

function footRows(hows: readonly DrawnHow[], isShown: (part: HousePart) => boolean) {
  const rows: Sized<FootRow>[] = [];
  const upright = (
    key: FootRow & HousePart,
    textOf: (how: DrawnHow) => string,
    tallest: number,
  ) => {
    const widest = Math.max(0, ...hows.map((how) => textWidth(textOf(how), letters.label)));
    if (!isShown(key) || widest === 0) return;
    const oneLine = widest + 2 * cellPadding + 0.3;
    rows.push({ key, size: Math.min(tallest, Math.max(lowestRow, oneLine)) });
  };
  upright('unit', ({ node }) => node.unit, 20);
  upright('targetValue', ({ node }) => node.targetValue, 26);
  if (isShown('difficulty') && hows.some(({ node }) => node.difficulty !== null)) {
    rows.push({ key: 'difficulty', size: lowestRow });
  }
  if (isShown('weights')) {
    rows.push({ key: 'absoluteImportance', size: lowestRow });
    rows.push({ key: 'relativeImportance', size: lowestRow });
    rows.push({ key: 'bars', size: 14 }, { key: 'rank', size: lowestRow });
  }
  const isRated = hows.some(
    ({ node }) => node.ownRating !== null || node.ratings.some((rating) => rating !== null),
  );
  if (isShown('technicalRatings') && isRated) rows.push({ key: 'technicalRatings', size: 30 });
  return rows;
}

/** Groups are as wide as their columns: narrow ones need several lines. */
function howLevelHeights(hows: readonly DrawnHow[]): number[] {
  const heights = Array.from({ length: groupDepth(hows) }, () => lowestRow);
  for (const { node, level, first, last } of groupSpans(hows)) {
    const width = (last - first + 1) * howWidth - 2 * cellPadding;
    const lines = wrapText(codedName(node), width, letters.head, mostGroupLines).length;
    const height = lines * letters.head * lineSpacing + 1;
    heights[level] = Math.max(heights[level] ?? lowestRow, height);
  }
  return heights;
}

/** As tall as the longest name needs, within limits that leave room for the matrix. */
function headHeight(hows: readonly DrawnHow[], options: HouseDrawingOptions): number {
  const needs = hows.map(({ node }) => {
    if (options.heads === 'stacked') {
      const count = [...node.name].length;
      // Two columns, broken between words: seldom exactly in the middle.
      const rows = count <= 10 ? count : Math.ceil(count / 2) + 2;
      return codeRoom + rows * letters.head * stackSpacing;
    }
    const name = codedName(node);
    let height = shortestHead;
    while (
      height < tallestHead &&
      wrapText(name, height - 2 * cellPadding, letters.head, 99).length > 2
    ) {
      height += 2;
    }
    return height;
  });
  const wanted = Math.max(shortestHead, ...needs.map((need) => need + 2 * cellPadding));
  return Math.min(tallestHead, wanted);
}

/** Tall enough for each name; groups share out what they need more over their rows. */
function rowHeights(whats: readonly DrawnWhat[], levels: number): number[] {
  const heights = whats.map(({ node, groups }) => {
    const width = nameWidth + (levels - groups.length) * groupWidth - 2 * cellPadding;
    const lines = wrapText(codedName(node), width, letters.name, mostNameLines).length;
    return Math.max(lowestRow, lines * letters.name * lineSpacing + 1);
  });
  for (let level = levels - 1; level >= 0; level--) {
    for (const rows of rowsByGroup(whats, level)) {
      const group = whats[rows[0] ?? 0]?.groups[level];
      if (group === undefined) continue;
      const room = groupWidth - 2 * cellPadding;
      const lines = wrapText(codedName(group), room, letters.name, mostNameLines).length;
      const missing =
        lines * letters.name * lineSpacing + 1 - sum(rows.map((row) => heights[row] ?? 0));
      if (missing <= 0) continue;
      for (const row of rows) heights[row] = (heights[row] ?? 0) + missing / rows.length;
    }
  }
  return heights;
}

function rowsByGroup(whats: readonly DrawnWhat[], level: number): number[][] {
  const rows = new Map<number, number[]>();
  for (const [row, { groups }] of whats.entries()) {
    const id = groups[level]?.id;
    if (id === undefined) continue;
    const known = rows.get(id);
    if (known === undefined) rows.set(id, [row]);
    else known.push(row);
  }
  return [...rows.values()];
}

function ratingAxis(whats: readonly DrawnWhat[], hows: readonly DrawnHow[]): RatingAxis {
  const rated = [
    ...whats.flatMap(({ node }) => [node.current, ...node.ratings]),
    ...hows.flatMap(({ node }) => [node.ownRating, ...node.ratings]),
  ].filter((rating) => rating !== null);
  const from = rated.some((rating) => rating < 1) ? 0 : 1;
  const highest = Math.max(5, ...rated);
  const step = [1, 2, 5, 10].find((size) => highest / size <= mostTicks) ?? 20;
  const to = Math.ceil(highest / step) * step;
  const ticks = Array.from({ length: Math.floor(to / step) + 1 }, (_, place) => place * step);
  return { from, to, ticks: ticks.filter((tick) => tick >= from) };
}

/** More numbers would run into each other. */
const mostTicks = 6;
