import type { HouseView } from '../../../core/contract/house.contract.ts';
import type {
  ContestedCell,
  ContestedImportance,
  DecisionRow,
  RoundBallots,
  VoteRoundHead,
  VoteSubject,
} from '../../../core/contract/workshop.contract.ts';
import { scaleText } from '../../../core/domain/house/scale-entry.ts';
import { type Acceptance, acceptance } from '../../../core/domain/workshop/acceptance.ts';
import {
  ballotOutcomes,
  type CellOutcome,
  type CellStatus,
  countStatuses,
  figuresOf,
} from '../../../core/domain/workshop/ballot-outcomes.ts';
import {
  concordanceOfFinished,
  type FinishedConcordance,
} from '../../../core/domain/workshop/concordance.ts';
import {
  compareRounds,
  type RoundComparison,
} from '../../../core/domain/workshop/round-comparison.ts';
import { roundConcordance } from '../../../core/domain/workshop/round-discussion.ts';

/** A relation, or the importance of a WHAT. */
export interface CellPlace {
  whatId: number;
  howId: number | null;
}

export interface ResultLine<Id> {
  id: Id;
  /** As on paper: 1.2. */
  number: string;
  name: string;
}

/** What came of a closed round, with the names of what was scored. */
export interface RoundResult {
  round: VoteRoundHead;
  rows: ResultLine<number>[];
  /** One column without an id for importances. */
  columns: ResultLine<number | null>[];
  levels: readonly number[];
  outcomes: CellOutcome[][];
  counts: Record<CellStatus, number>;
  /** Cells that were asked and about which nothing can be said. */
  unclear: number;
  /** How far participants who finished put the cells in the same order. */
  concordance: FinishedConcordance;
  ballots: RoundBallots['ballots'];
}

export function roundResult(
  round: VoteRoundHead,
  { whatIds, howIds, levels, ballots }: RoundBallots,
  view: HouseView,
  importanceName: string,
): RoundResult {
  const whats = new Map(view.whats.map((what) => [what.whatId, what]));
  const hows = new Map(view.hows.map((how) => [how.howId, how]));
  const outcomes = ballotOutcomes(ballots, levels);
  const counts = countStatuses(outcomes);
  const asked = round.cells?.length ?? outcomes.reduce((sum, row) => sum + row.length, 0);
  return {
    round,
    rows: whatIds.map((id) => line(id, whats.get(id))),
    columns:
      round.subject === 'importance'
        ? [{ id: null, number: '', name: importanceName }]
        : howIds.map((id) => line(id, hows.get(id))),
    levels,
    outcomes,
    counts,
    unclear: asked - counts.agreed - counts.contested,
    concordance: roundConcordance({ ballots }),
    ballots,
  };
}

function line<Id>(id: Id, known: { number: string; name: string } | undefined): ResultLine<Id> {
  return { id, number: known?.number ?? '', name: known?.name ?? '' };
}

/** The cells to discuss in their order, importances among them as cells of the one column. */
export function contestedPlaces(
  result: RoundResult,
  order: { cells: readonly ContestedCell[]; importances: readonly ContestedImportance[] },
): ContestedCell[] {
  return result.round.subject === 'relations'
    ? [...order.cells]
    : order.importances.map((importance) => ({ ...importance, column: 0 }));
}

export function placeAt(
  { rows, columns }: RoundResult,
  { row, column }: { row: number; column: number },
): CellPlace | null {
  const [what, how] = [rows[row], columns[column]];
  return what === undefined || how === undefined ? null : { whatId: what.id, howId: how.id };
}

/** All that people differ on, in display order. */
export function contestedCellsOf(result: RoundResult): CellPlace[] {
  return result.outcomes.flatMap((ofRow, row) =>
    ofRow.flatMap(({ status }, column) => {
      const place = status === 'contested' ? placeAt(result, { row, column }) : null;
      return place === null ? [] : [place];
    }),
  );
}

function samePlace(one: CellPlace, other: { whatId: number | null; howId: number | null }) {
  return one.whatId === other.whatId && one.howId === other.howId;
}

/** What was decided about a cell, the last word of it; null when nothing was. */
export function decisionAbout(
  decisions: readonly DecisionRow[],
  place: CellPlace,
): DecisionRow | null {
  return decisions.findLast((decision) => samePlace(place, decision)) ?? null;
}

/** The round before that asked what `later` asks, and perhaps more. */
export function roundBefore(
  rounds: readonly VoteRoundHead[],
  later: VoteRoundHead,
): VoteRoundHead | null {
  const holds = (wide: readonly number[], narrow: readonly number[]) =>
    narrow.every((id) => wide.includes(id));
  return (
    rounds.findLast(
      (round) =>
        round.closedAt !== null &&
        round.number < later.number &&
        round.subject === later.subject &&
        holds(round.whatIds, later.whatIds) &&
        holds(round.howIds, later.howIds),
    ) ?? null
  );
}

/** How far people agreed on the order of the cells that `other` asked: W of two rounds on the same cells. */
export function concordanceOnCellsOf(result: RoundResult, other: RoundResult): number | null {
  const rowOf = new Map(result.rows.map(({ id }, row) => [id, row]));
  const columnOf = new Map(result.columns.map(({ id }, column) => [id, column]));
  const places = other.outcomes.flatMap((ofRow, i) =>
    ofRow.flatMap(({ n }, j) => {
      const [what, how] = [other.rows[i], other.columns[j]];
      if (n === 0 || what === undefined || how === undefined) return [];
      return [{ row: rowOf.get(what.id) ?? -1, column: columnOf.get(how.id) ?? -1 }];
    }),
  );
  return concordanceOfFinished(
    result.ballots.map(({ scores }) =>
      places.map(({ row, column }) => scores[row]?.[column] ?? null),
    ),
  ).w;
}

/** What is agreed in a round, and what else was decided on it before. */
export function acceptanceOf(result: RoundResult, decisions: readonly DecisionRow[]): Acceptance {
  const agreed = result.outcomes.flatMap((ofRow, row) =>
    ofRow.flatMap((outcome, column) => {
      const place = outcome.status === 'agreed' ? placeAt(result, { row, column }) : null;
      const figures = figuresOf(outcome);
      return place === null || figures === null ? [] : [{ ...place, value: figures.proposed }];
    }),
  );
  return acceptance(agreed, decisions, result.round.closedAt ?? '');
}

/** What people differ on, without what was decided nevertheless: nobody is asked that again. */
export function cellsToScoreAgain(
  result: RoundResult,
  decisions: readonly DecisionRow[],
): { open: CellPlace[]; decided: number } {
  const contested = contestedCellsOf(result);
  const open = contested.filter(
    (place) => (decisionAbout(decisions, place)?.after ?? null) === null,
  );
  return { open, decided: contested.length - open.length };
}

/** What became of every cell of `before` in `after`, which may have asked fewer. */
export function roundChanges(before: RoundResult, after: RoundResult): RoundComparison {
  const rowOf = new Map(after.rows.map(({ id }, row) => [id, row]));
  const columnOf = new Map(after.columns.map(({ id }, column) => [id, column]));
  const notAsked: CellOutcome = { status: 'unscored', n: 0, missing: 0 };
  const aligned = before.rows.map((what) =>
    before.columns.map((how) => {
      const [row, column] = [rowOf.get(what.id), columnOf.get(how.id)];
      if (row === undefined || column === undefined) return notAsked;
      return after.outcomes[row]?.[column] ?? notAsked;
    }),
  );
  return compareRounds(before.outcomes, aligned);
}

/** A level as people read it: its symbol, or the number of an importance; a dash for no relation. */
export function levelText(value: number, subject: VoteSubject, view: Pick<HouseView, 'scale'>) {
  if (subject === 'importance') return String(value);
  return value === 0 ? '–' : scaleText(value, view.scale, 'signs');
}
