import type { HowDirection } from '../../../contract/house.contract.ts';
import { type KanoClass, kanoClasses } from '../../../contract/requirement.contract.ts';
import { numberOfEntry } from '../scale-symbols.ts';
import { withoutUnwritable } from '../writable-text.ts';
import { cellAddress, type TableSheet } from './workbook-description.ts';

/** Why something that stands in a workbook was not taken; words are `houseFile:problem.<reason>`. */
export type ProblemReason =
  /** Neither a level of the scale nor its symbol. */
  | 'relationNotInScale'
  | 'notANumber'
  | 'outOfRange'
  | 'kanoUnknown'
  | 'directionUnknown'
  | 'roofSignUnknown'
  /** The same pair holds two signs, above and below the diagonal. */
  | 'roofContradicts'
  /** Entries in a row or column without a name. */
  | 'nameMissing'
  /** A copied row or column: read as a new one. */
  | 'copied'
  /** Its WHAT or HOW is no longer in the house: read as a new one. */
  | 'gone'
  /** A row or column that a person put where none is read. */
  | 'notRead'
  /** A row, column or sheet of this program was taken out: what it held stays as it was. */
  | 'missing'
  /** The name of another group beside a line of the house: lines stay in their groups. */
  | 'groupKept'
  /** Two names for one group or competitor: the first new one is taken. */
  | 'twoNames';

export interface ReadingProblem {
  readonly reason: ProblemReason;
  readonly sheet: string;
  /** As in Excel, `F12`; '' for a whole row, column or sheet that is missing. */
  readonly cell: string;
  /** What stands there, or which part is missing. */
  readonly entry: string;
}

/** A sheet keeps 15 digits of a number: what differs by less was not changed by anybody. */
const sheetPrecision = 1e-13;

/** Takes the entries of one sheet and gathers what cannot be taken. */
export class SheetEntries {
  readonly sheet: TableSheet;
  readonly #problems: ReadingProblem[];

  constructor(sheet: TableSheet, problems: ReadingProblem[]) {
    this.sheet = sheet;
    this.#problems = problems;
  }

  at(column: number, row: number): string {
    return (this.sheet.rows[row]?.[column] ?? '').trim();
  }

  /** What stands there; `own` itself where that is all of it that a sheet can say. */
  words(column: number, row: number, own: string): string {
    const entry = this.at(column, row);
    return entry === withoutUnwritable(own).trim() ? own : entry;
  }

  refuse(reason: ProblemReason, column: number, row: number): void {
    const entry = this.at(column, row);
    this.#problems.push({ reason, sheet: this.sheet.name, cell: cellAddress(column, row), entry });
  }

  missing(part: string): void {
    this.#problems.push({ reason: 'missing', sheet: this.sheet.name, cell: '', entry: part });
  }

  /** A number within limits or nothing; `before` where it can be neither. */
  number(
    column: number,
    row: number,
    limits: { above?: number; from?: number; to: number },
    before: number | null,
  ): number | null {
    const entry = this.at(column, row);
    if (entry === '') return null;
    const value = numberOfEntry(entry) ?? exactNumber(entry);
    if (value === null) {
      this.refuse('notANumber', column, row);
      return before;
    }
    if (before !== null && Math.abs(value - before) <= Math.abs(before) * sheetPrecision)
      return before;
    const { above = Number.NEGATIVE_INFINITY, from = Number.NEGATIVE_INFINITY, to } = limits;
    if (value > above && value >= from && value <= to) return value;
    this.refuse('outOfRange', column, row);
    return before;
  }

  kano(column: number, row: number, before: KanoClass | null): KanoClass | null {
    const entry = this.at(column, row).normalize('NFKC').toUpperCase();
    if (entry === '') return null;
    const found = kanoClasses.find((kanoClass) => kanoClass === entry);
    if (found === undefined) this.refuse('kanoUnknown', column, row);
    return found ?? before;
  }

  direction(column: number, row: number, before: HowDirection): HowDirection {
    const entry = this.at(column, row);
    const found = entry === '' ? before : directionOf(entry);
    if (found === null) this.refuse('directionUnknown', column, row);
    return found ?? before;
  }
}

const directions: readonly (readonly [HowDirection, readonly string[]])[] = [
  [
    'up',
    ['↑', '▲', '△', '⬆', '⇧', 'up', '+', '높을수록좋음', '망대', '증가', '상향', 'max', 'maximize'],
  ],
  [
    'down',
    [
      '↓',
      '▼',
      '▽',
      '⬇',
      '⇩',
      'down',
      '-',
      '낮을수록좋음',
      '망소',
      '감소',
      '하향',
      'min',
      'minimize',
    ],
  ],
  ['target', ['◎', '○', '●', '◇', '⊙', 'x', 'target', '목표', '망목', '목표값에맞춤', '유지']],
];

/** The direction that a sign or word means; null for none of those in use. */
function directionOf(entry: string): HowDirection | null {
  const plain = entry
    .normalize('NFKC')
    .replaceAll(/\s|\uFE0F/g, '')
    .toLowerCase();
  return directions.find(([, signs]) => signs.includes(plain))?.[0] ?? null;
}

/** As Excel writes very large and small ones. */
function exactNumber(entry: string): number | null {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(entry) ? Number(entry) : null;
}
