import type { HowDirection } from '../../../contract/house.contract.ts';
import { kanoClasses } from '../../../contract/requirement.contract.ts';
import { groupSpans } from '../house-leaves.ts';
import type { HouseModel, ModelHow, ModelWhat } from '../house-model.ts';
import { howFormulas, whatFormulas } from './house-formulas.ts';
import {
  type FootKey,
  footKeys,
  type HouseSheetPlan,
  houseMark,
  leafKey,
  planHouseSheet,
  planKeys,
} from './house-sheet-plan.ts';
import type { HouseWorkbookInput } from './house-workbook.ts';
import { relationFormat } from './relation-format.ts';
import { CellGrid, formulaCell, numberCell, sheetLook, sheetName, text } from './sheet-cells.ts';
import { pagesWide, sheetColumns, sheetRowHeights } from './sheet-sizes.ts';
import { cellAddress, type DescribedCell, type DescribedSheet } from './workbook-description.ts';

const directionSigns = { up: '↑', down: '↓', target: '◎' } as const satisfies Record<
  HowDirection,
  string
>;

/** Found at a glance, as in the drawing. */
const strongestFill = '#dce9f2';

/** The sheet with the house: heads, rows, matrix, plan, ratings and what is computed of them. */
export function describeHouseSheet(input: HouseWorkbookInput): DescribedSheet {
  const { model, options, words } = input;
  const plan = planHouseSheet(model, options.normalize === 'lyman');
  const grid = new CellGrid(plan.rowCount, plan.columnCount);
  putKeys(grid, plan, model);
  grid.put(1, plan.titleRow, text(model.name, sheetLook.title));
  grid.put(1, plan.hintRow, text(`${words.hint} ${scaleWords(model)}`, sheetLook.hint));
  putHeads(grid, plan, input);
  putHowHeads(grid, plan);
  for (const [place, { node }] of plan.whats.entries()) putWhat(grid, plan, input, place, node);
  putWhatGroups(grid, plan);
  putFoot(grid, plan, input);
  const heights = sheetRowHeights(plan);
  const columns = sheetColumns(plan);
  return {
    name: sheetName(words.houseSheet),
    isHidden: false,
    rows: Array.from({ length: plan.rowCount }, (_, row) => ({
      height: heights[row] ?? null,
      isHidden: row === plan.keyRow,
      cells: grid.rowCells(row),
    })),
    columns,
    pagesWide: pagesWide(columns, plan.firstHowColumn),
    frozen: { rows: plan.firstWhatRow, columns: plan.firstHowColumn },
    lists: entryLists(plan, model),
    symbols: symbolRules(plan, model),
  };
}

/** What the symbols of the cells stand for. */
function scaleWords({ scale }: HouseModel): string {
  return scale.levels.map(({ value, symbol }) => `${symbol} = ${value}`).join(', ');
}

/** What tells each row and column apart, wherever a person moves it. */
function putKeys(grid: CellGrid, plan: HouseSheetPlan, model: HouseModel): void {
  const column = (at: number, key: string) => grid.put(at, plan.keyRow, text(key, sheetLook.key));
  const row = (at: number, key: string) => grid.put(0, at, text(key, sheetLook.key));
  column(0, houseMark);
  for (let level = 0; level < plan.whatLevels; level++) {
    column(plan.whatGroupColumn + level, `group:${level}`);
  }
  column(plan.whatCodeColumn, 'code');
  column(plan.whatNameColumn, 'name');
  column(plan.kanoColumn, 'kano');
  column(plan.importanceColumn, 'importance');
  for (const [j, how] of plan.hows.entries()) column(plan.firstHowColumn + j, leafKey('how', how));
  for (const key of planKeys) column(plan.planColumn(key), key);
  if (plan.shareColumn !== null) column(plan.shareColumn, 'share');
  for (let level = 0; level < plan.howLevels; level++) {
    row(plan.howGroupRow + level, `group:${level}`);
  }
  row(plan.howCodeRow, 'code');
  row(plan.howNameRow, 'name');
  row(plan.directionRow, 'direction');
  for (const [i, what] of plan.whats.entries()) row(plan.firstWhatRow + i, leafKey('what', what));
  for (const key of footKeys) row(plan.footRow(key), key);
  for (const competitor of model.competitors.keys()) {
    column(plan.whatRatingColumn(competitor), `rating:${competitor}`);
    row(plan.howRatingRow(competitor), `rating:${competitor}`);
  }
}

function putHeads(
  grid: CellGrid,
  plan: HouseSheetPlan,
  { model, words }: HouseWorkbookInput,
): void {
  const rows = plan.firstWhatRow - plan.howGroupRow;
  const tall = (column: number, words_: string, style: DescribedCell['style']) =>
    grid.merge(column, plan.howGroupRow, 1, rows, text(words_, style));
  for (let level = 0; level < plan.whatLevels; level++) {
    tall(plan.whatGroupColumn + level, '', sheetLook.head);
  }
  tall(plan.whatCodeColumn, words.code, sheetLook.head);
  tall(plan.whatNameColumn, words.whats, sheetLook.head);
  tall(plan.kanoColumn, words.kano, sheetLook.upright);
  tall(plan.importanceColumn, words.importance, sheetLook.upright);
  for (const key of planKeys) tall(plan.planColumn(key), words[key], sheetLook.upright);
  if (plan.shareColumn !== null) tall(plan.shareColumn, words.weightShare, sheetLook.upright);
  for (const [competitor, name] of model.competitors.entries()) {
    tall(plan.whatRatingColumn(competitor), name, sheetLook.upright);
  }
}

function putHowHeads(grid: CellGrid, plan: HouseSheetPlan): void {
  for (const { node, level, first, last } of groupSpans(plan.hows)) {
    const cell = text(node.name, { ...sheetLook.group, align: 'center' });
    const column = plan.firstHowColumn + first;
    grid.merge(column, plan.howGroupRow + level, last - first + 1, 1, cell);
  }
  for (const [j, { node }] of plan.hows.entries()) {
    const column = plan.firstHowColumn + j;
    grid.put(column, plan.howCodeRow, text(node.code, sheetLook.code));
    grid.put(column, plan.howNameRow, text(node.name, sheetLook.upright));
    const sign = directionSigns[node.direction];
    grid.put(column, plan.directionRow, text(sign, sheetLook.words));
  }
}

function putWhatGroups(grid: CellGrid, plan: HouseSheetPlan): void {
  for (const { node, level, first, last } of groupSpans(plan.whats)) {
    const column = plan.whatGroupColumn + level;
    const row = plan.firstWhatRow + first;
    grid.merge(column, row, 1, last - first + 1, text(node.name, sheetLook.group));
  }
}

function putWhat(
  grid: CellGrid,
  plan: HouseSheetPlan,
  { model, figures, options }: HouseWorkbookInput,
  place: number,
  what: ModelWhat,
): void {
  const row = plan.firstWhatRow + place;
  const put = (column: number, cell: DescribedCell) => grid.put(column, row, cell);
  const computed = (format: string) => ({ ...sheetLook.computed, format });
  const formulas = whatFormulas(plan, row, options);
  const { improvementRatio, absolute, relative } = figures.whats;
  put(plan.whatCodeColumn, text(what.code, sheetLook.code));
  put(plan.whatNameColumn, text(what.name, sheetLook.name));
  put(plan.kanoColumn, text(what.kano ?? '', sheetLook.words));
  put(plan.importanceColumn, numberCell(what.importance, { ...sheetLook.entry, isBold: true }));
  const format = relationFormat(model.scale);
  for (const j of plan.hows.keys()) {
    const value = model.relations[place]?.[j] ?? 0;
    const cell = numberCell(value === 0 ? null : value, { ...sheetLook.entry, format });
    put(plan.firstHowColumn + j, cell);
  }
  for (const key of ['current', 'target', 'salesPoint'] as const) {
    put(plan.planColumn(key), numberCell(what[key], sheetLook.entry));
  }
  put(
    plan.planColumn('improvementRatio'),
    formulaCell(formulas.improvementRatio, improvementRatio[place] ?? null, computed('0.00')),
  );
  put(
    plan.planColumn('absoluteWeight'),
    formulaCell(formulas.absoluteWeight, absolute[place] ?? null, computed('0.00')),
  );
  put(
    plan.planColumn('relativeWeight'),
    formulaCell(formulas.relativeWeight, relative[place] ?? null, computed('0.0%')),
  );
  if (plan.shareColumn !== null && formulas.share !== null) {
    const sum = (model.relations[place] ?? []).reduce((total, value) => total + value, 0);
    const share = sum === 0 ? 0 : (absolute[place] ?? 0) / sum;
    put(plan.shareColumn, formulaCell(formulas.share, share, computed('0.000')));
  }
  for (const competitor of model.competitors.keys()) {
    const rating = what.ratings[competitor] ?? null;
    put(plan.whatRatingColumn(competitor), numberCell(rating, sheetLook.entry));
  }
}

function putFoot(
  grid: CellGrid,
  plan: HouseSheetPlan,
  { model, figures, words }: HouseWorkbookInput,
): void {
  const label = (row: number, words_: string) =>
    grid.merge(1, row, plan.firstHowColumn - 1, 1, text(words_, sheetLook.footHead));
  for (const key of footKeys) label(plan.footRow(key), footWord(key, words));
  for (const [competitor, name] of model.competitors.entries()) {
    label(plan.howRatingRow(competitor), name);
  }
  for (const [j, { node }] of plan.hows.entries()) {
    const column = plan.firstHowColumn + j;
    const put = (key: FootKey, cell: DescribedCell) => grid.put(column, plan.footRow(key), cell);
    const formulas = howFormulas(plan, column);
    const { absolute, relative, rank } = figures.hows;
    put('unit', text(node.unit, sheetLook.words));
    put('targetValue', text(node.targetValue, sheetLook.words));
    put('difficulty', numberCell(node.difficulty, sheetLook.entry));
    const computed = (format: string) => ({ ...sheetLook.computed, format });
    const weight = formulaCell(formulas.absoluteImportance, absolute[j] ?? null, computed('0.0'));
    const share = formulaCell(formulas.relativeImportance, relative[j] ?? null, computed('0.0%'));
    put('absoluteImportance', weight);
    put('relativeImportance', share);
    put('rank', formulaCell(formulas.rank, rank[j] ?? null, { ...sheetLook.ranked, format: '0' }));
    put('ownRating', numberCell(node.ownRating, sheetLook.entry));
    putHowRatings(grid, plan, column, node);
  }
}

function putHowRatings(
  grid: CellGrid,
  plan: HouseSheetPlan,
  column: number,
  { ratings }: ModelHow,
): void {
  for (const [competitor, rating] of ratings.entries()) {
    grid.put(column, plan.howRatingRow(competitor), numberCell(rating, sheetLook.entry));
  }
}

function footWord(key: FootKey, words: HouseWorkbookInput['words']): string {
  return key === 'ownRating' ? words.ourselves : words[key];
}

function entryLists(plan: HouseSheetPlan, model: HouseModel): DescribedSheet['lists'] {
  if (plan.whats.length === 0 || plan.hows.length === 0) return [];
  const lastRow = plan.firstWhatRow + plan.whats.length - 1;
  const lastColumn = plan.firstHowColumn + plan.hows.length - 1;
  const block = (left: number, top: number, right: number, bottom: number) =>
    `${cellAddress(left, top)}:${cellAddress(right, bottom)}`;
  const direction = plan.directionRow;
  return [
    {
      range: block(plan.firstHowColumn, plan.firstWhatRow, lastColumn, lastRow),
      entries: model.scale.levels.map(({ value }) => String(value)),
    },
    {
      range: block(plan.kanoColumn, plan.firstWhatRow, plan.kanoColumn, lastRow),
      entries: kanoClasses,
    },
    {
      range: block(plan.firstHowColumn, direction, lastColumn, direction),
      entries: Object.values(directionSigns),
    },
  ];
}

function symbolRules(plan: HouseSheetPlan, model: HouseModel): DescribedSheet['symbols'] {
  if (plan.whats.length === 0 || plan.hows.length === 0) return [];
  const first = cellAddress(plan.firstHowColumn, plan.firstWhatRow);
  const last = cellAddress(
    plan.firstHowColumn + plan.hows.length - 1,
    plan.firstWhatRow + plan.whats.length - 1,
  );
  return model.scale.levels.map(({ value, symbol }, place) => ({
    range: `${first}:${last}`,
    value,
    symbol,
    ...(place === 0 ? { fill: strongestFill } : {}),
  }));
}
