import type { RoundModel } from '../../../contract/round.contract.ts';
import type { HouseWords } from '../drawing/house-drawing-input.ts';
import type { FigureOptions, HouseFigures } from '../house-figures.ts';
import type { HouseModel } from '../house-model.ts';
import { describeHouseSheet } from './house-sheet.ts';
import { factsMark } from './house-sheet-plan.ts';
import { recordMark, recordPieces } from './kept-record.ts';
import { describeRoofSheet } from './roof-sheet.ts';
import { blankSheet, text } from './sheet-cells.ts';
import type { DescribedSheet, WorkbookDescription } from './workbook-description.ts';

/** Words of the workbook beside those of the drawing. */
export interface WorkbookWords extends HouseWords {
  readonly houseSheet: string;
  readonly roofSheet: string;
  /** What can be changed in Excel and comes back. */
  readonly hint: string;
  readonly roofHint: string;
  readonly code: string;
  /** Head of the helper column when rows are normalised. */
  readonly weightShare: string;
}

export interface HouseWorkbookInput {
  readonly model: HouseModel;
  readonly figures: Pick<HouseFigures, 'whats' | 'hows'>;
  /** Those the figures were computed with: formulas do the same. */
  readonly options: FigureOptions;
  readonly words: WorkbookWords;
  /** Names the house across workspaces, so that a workbook is not read into another one. */
  readonly houseKey: string;
  /** Everything that was said in the house, so that what has no place on a sheet comes back too. */
  readonly record?: RoundModel;
}

/**
 * A house as a workbook with its look: the house itself with live formulas, the roof as a table, and a
 * hidden sheet that tells which house it is. Ids of WHATs and HOWs stand in a hidden column and row of the
 * sheets themselves: there they go along when a person sorts, moves or inserts, as they would not in
 * a sheet apart. Read it back with `readHouseWorkbook`.
 */
export function describeHouseWorkbook(input: HouseWorkbookInput): WorkbookDescription {
  const sheets = [describeHouseSheet(input), describeRoofSheet(input), factsSheet(input)];
  return { sheets };
}

function factsSheet({ houseKey, record }: HouseWorkbookInput): DescribedSheet {
  const facts = [
    [factsMark, '1'],
    ['house', houseKey],
    ...(record === undefined ? [] : recordPieces(record).map((piece) => [recordMark, piece])),
  ];
  return {
    ...blankSheet('csm'),
    isHidden: true,
    rows: facts.map((cells) => ({
      height: null,
      isHidden: false,
      cells: cells.map((words) => text(words, {})),
    })),
  };
}
