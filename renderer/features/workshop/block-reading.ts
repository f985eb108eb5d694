import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { Score, VoteRoundHead } from '../../../core/contract/workshop.contract.ts';
import { modelOfView } from '../../../core/domain/house/house-of-view.ts';
import {
  type LineFault,
  readScoreSheet,
  type SheetFault,
} from '../../../core/domain/workshop/read-score-sheet.ts';
import {
  importanceSheet,
  relationSheet,
  type SheetShape,
} from '../../../core/domain/workshop/sheet-shape.ts';

/** What an empty cell of a sheet means. */
export type BlankMeaning = 'notScored' | 'none';

/** What of a pasted block or a returned sheet belongs to the round, and what could not be read. */
export interface BlockReading {
  /** Whose it says it is. */
  participant: string | null;
  scores: Score[];
  faults: SheetFault[];
  rowFaults: LineFault[];
  columnFaults: LineFault[];
  /** Cells with something in them that this round does not ask: they stay blank on its sheets. */
  notAsked: number;
}

/** null: neither a score sheet of this house nor a block as large as what the round asks. */
export function readBlock(
  table: readonly (readonly string[])[],
  view: HouseView,
  round: VoteRoundHead,
  blank: BlankMeaning,
): BlockReading | null {
  const model = modelOfView(view);
  const shape = round.subject === 'importance' ? importanceSheet(model) : relationSheet(model);
  // An importance of 0 is none: there a blank is never an answer.
  const meaning = round.subject === 'importance' ? 'notScored' : blank;
  const reading = readScoreSheet(table, shape, meaning);
  if (reading.kind === 'noHeader') return bareBlock(table, shape, round, meaning);
  const written = meaning === 'none' ? readScoreSheet(table, shape) : reading;
  const isBlank = (row: number, column: number) =>
    written.kind === 'sheet' && (written.scores[row]?.[column] ?? null) === null;
  const whatIds = view.whats.map(({ whatId }) => whatId);
  const howIds = round.subject === 'importance' ? [null] : view.hows.map(({ howId }) => howId);
  const [askedWhats, askedHows] = [new Set(round.whatIds), new Set(round.howIds)];
  const cells = askedCells(round);
  const scores: Score[] = [];
  let notAsked = 0;
  for (const [i, row] of reading.scores.entries()) {
    for (const [j, value] of row.entries()) {
      const [whatId, howId] = [whatIds[i], howIds[j]];
      if (value === null || whatId === undefined || howId === undefined) continue;
      const isAsked =
        askedWhats.has(whatId) &&
        (howId === null || (askedHows.has(howId) && (cells?.has(`${whatId}:${howId}`) ?? true)));
      if (isAsked) scores.push({ whatId, howId, value });
      else if (!isBlank(i, j)) notAsked++;
    }
  }
  const { participant, faults, rowFaults, columnFaults } = reading;
  return { participant, scores, faults, rowFaults, columnFaults, notAsked };
}

function askedCells({ cells }: VoteRoundHead): ReadonlySet<string> | null {
  return cells === null ? null : new Set(cells.map(({ whatId, howId }) => `${whatId}:${howId}`));
}

/** Scores without any heading, a row for each WHAT and a column for each HOW that the round asks. */
function bareBlock(
  table: readonly (readonly string[])[],
  shape: SheetShape,
  round: VoteRoundHead,
  blank: BlankMeaning,
): BlockReading | null {
  const { subject, whatIds, howIds } = round;
  const cells = askedCells(round);
  const columns = subject === 'importance' ? [null] : howIds;
  const fits =
    table.length === whatIds.length && table.every((row) => row.length === columns.length);
  if (!fits) return null;
  const scores: Score[] = [];
  const faults: SheetFault[] = [];
  for (const [row, whatId] of whatIds.entries()) {
    for (const [column, howId] of columns.entries()) {
      if (howId !== null && cells !== null && !cells.has(`${whatId}:${howId}`)) continue;
      const entry = table[row]?.[column] ?? '';
      const isBlank = entry.trim() === '';
      if (isBlank && blank === 'notScored') continue;
      const value = isBlank ? 0 : shape.parse(entry);
      if (value === null) faults.push({ row, column, entry, what: row, how: column });
      else scores.push({ whatId, howId, value });
    }
  }
  return { participant: null, scores, faults, rowFaults: [], columnFaults: [], notAsked: 0 };
}

/** Nobody wrote anything on it: a file of sheets brings one for everybody, also for who scores elsewhere. */
export function isBlankSheet(reading: BlockReading): boolean {
  const { scores, faults, rowFaults, columnFaults, notAsked } = reading;
  return (
    [scores, faults, rowFaults, columnFaults].every(({ length }) => length === 0) && notAsked === 0
  );
}

/** Everything that was not read, as a table to keep or to paste elsewhere: where, what, entries. */
export function unreadRows(
  { faults, rowFaults, columnFaults }: BlockReading,
  reasonText: (reason: LineFault['reason'] | 'notALevel') => string,
): string[][] {
  return [
    ...faults.map(({ row, column, entry }) => [
      sheetAddress(row, column),
      entry,
      reasonText('notALevel'),
    ]),
    ...rowFaults.map(({ index, code, name, reason, entries }) => [
      String(index + 1),
      `${code} ${name}`.trim(),
      reasonText(reason),
      ...entries,
    ]),
    ...columnFaults.map(({ index, code, name, reason, entries }) => [
      columnLetters(index),
      `${code} ${name}`.trim(),
      reasonText(reason),
      ...entries,
    ]),
  ];
}

/** A place as Excel names it, `B3`; both from 0. */
function sheetAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

function columnLetters(column: number): string {
  const before = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return before === 0 ? letter : `${columnLetters(before - 1)}${letter}`;
}
