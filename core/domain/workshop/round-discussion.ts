import type {
  ContestedCell,
  ContestedImportance,
  RoundBallots,
  VoteSubject,
} from '../../contract/workshop.contract.ts';
import { houseFigures } from '../house/house-figures.ts';
import type { HouseModel } from '../house/house-model.ts';
import { type FigureSettings, figureOptionsOf } from '../house/house-of-view.ts';
import { leavesOf } from '../house/house-tree.ts';
import { ballotOutcomes, type CellOutcome, figuresOf } from './ballot-outcomes.ts';
import { concordanceOfFinished, type FinishedConcordance } from './concordance.ts';
import { contestedCells, contestedImportances, type OnRowsDiscussed } from './discussion-order.ts';

/** A house with the options that its figures are computed by. */
export type WeighedModel = HouseModel & FigureSettings;

/** What the votes of one round were about. */
export type ScoredRound = RoundBallots & { subject: VoteSubject };

/** Outcomes by row and column of the round, also of one that nobody scored. */
export function outcomesOf(round: ScoredRound): CellOutcome[][] {
  if (round.ballots.length > 0) return ballotOutcomes(round.ballots, round.levels);
  const columns = round.subject === 'importance' ? 1 : round.howIds.length;
  return round.whatIds.map(() =>
    Array.from({ length: columns }, () => ({ status: 'unscored', n: 0, missing: 0 }) as const),
  );
}

/** How far participants who finished agree on the order of everything that was scored. */
export function roundConcordance({ ballots }: Pick<RoundBallots, 'ballots'>): FinishedConcordance {
  return concordanceOfFinished(ballots.map(({ scores }) => scores.flat()));
}

/**
 * What to discuss first of a round, with what depends on it in the house as it is now. `row` and `column`
 * are places in the lists of the round; what the house has no longer is left out.
 */
export function roundDiscussion(
  model: WeighedModel,
  round: ScoredRound,
  topK: number,
  onRows?: OnRowsDiscussed,
): { cells: ContestedCell[]; importances: ContestedImportance[] } {
  const house = placedIn(model, round);
  const outcomes = outcomesOf(round);
  return round.subject === 'relations'
    ? { cells: discussedCells(model, house, outcomes, topK, onRows), importances: [] }
    : { cells: [], importances: discussedImportances(model, house, outcomes, topK) };
}

/** What the votes propose where people agree. */
export function agreedValues(round: ScoredRound): { row: number; column: number; value: number }[] {
  return outcomesOf(round).flatMap((outcomesOfRow, row) =>
    outcomesOfRow.flatMap((outcome, column) =>
      outcome.status === 'agreed' ? [{ row, column, value: outcome.figures.proposed }] : [],
    ),
  );
}

/** Where the rows and columns of a round stand in the house: −1 for what is gone. */
interface PlacedRound {
  rows: number[];
  columns: number[];
}

function placedIn(model: HouseModel, { whatIds, howIds }: RoundBallots): PlacedRound {
  const places = (nodes: readonly { id: number }[]) =>
    new Map(nodes.map(({ id }, place) => [id, place]));
  const [whats, hows] = [places(leavesOf(model.whats)), places(leavesOf(model.hows))];
  return {
    rows: whatIds.map((id) => whats.get(id) ?? -1),
    columns: howIds.map((id) => hows.get(id) ?? -1),
  };
}

const unscored: CellOutcome = { status: 'unscored', n: 0, missing: 0 };

function discussedCells(
  model: WeighedModel,
  { rows, columns }: PlacedRound,
  outcomes: readonly (readonly CellOutcome[])[],
  topK: number,
  onRows: OnRowsDiscussed | undefined,
): ContestedCell[] {
  const whole = model.relations.map((row) => row.map(() => unscored));
  for (const [row, place] of rows.entries()) {
    for (const [column, columnPlace] of columns.entries()) {
      const outcome = outcomes[row]?.[column];
      const ofHouse = whole[place];
      if (ofHouse !== undefined && outcome !== undefined && columnPlace >= 0) {
        ofHouse[columnPlace] = outcome;
      }
    }
  }
  const options = figureOptionsOf(model);
  const weights = houseFigures(model, options).whats.absolute;
  const house = { weights, relations: model.relations, normalize: options.normalize, topK };
  const [rowAt, columnAt] = [placesBack(rows), placesBack(columns)];
  return contestedCells(house, whole, onRows).map((cell) => ({
    ...cell,
    row: rowAt.get(cell.row) ?? 0,
    column: columnAt.get(cell.column) ?? 0,
  }));
}

function discussedImportances(
  model: WeighedModel,
  { rows }: PlacedRound,
  outcomes: readonly (readonly CellOutcome[])[],
  topK: number,
): ContestedImportance[] {
  const leaves = leavesOf(model.whats);
  const ofHouse = new Array<CellOutcome>(leaves.length).fill(unscored);
  const proposed = new Map<number, number>();
  for (const [row, place] of rows.entries()) {
    const outcome = outcomes[row]?.[0];
    const what = leaves[place];
    if (outcome === undefined || what === undefined) continue;
    ofHouse[place] = outcome;
    const figures = figuresOf(outcome);
    if (figures !== null) proposed.set(what.id, figures.proposed);
  }
  const options = figureOptionsOf(model);
  const whats = model.whats.map((what) => ({
    ...what,
    importance: proposed.get(what.id) ?? what.importance,
  }));
  const weights = houseFigures({ ...model, whats }, options).whats.absolute;
  const house = { weights, relations: model.relations, normalize: options.normalize, topK };
  const rowAt = placesBack(rows);
  return contestedImportances(house, ofHouse).map((importance) => ({
    ...importance,
    row: rowAt.get(importance.row) ?? 0,
  }));
}

function placesBack(places: readonly number[]): Map<number, number> {
  return new Map(places.map((place, index) => [place, index]));
}
