import type { DecisionRow } from '../../contract/workshop.contract.ts';
import { figuresOf } from './ballot-outcomes.ts';
import { outcomesOf, type ScoredRound } from './round-discussion.ts';

export interface HistoryCell {
  whatId: number;
  howId: number;
}

/** A cell that people differed on, and what became of it. */
export interface ContestedHistory {
  whatId: number;
  howId: number;
  /** Votes of the round in which it was first contested. */
  lowest: number;
  highest: number;
  agreementBefore: number | null;
  /** Of the last later round that scored it again; null without one. */
  agreementAfter: number | null;
  /** The round in which it was first contested. */
  roundId: number;
  /** What was decided, or what people came to agree on in a later round; null while it is open. */
  decided: number | null;
  /** Whether it was decided or agreed on in votes alone; null while it is open. */
  settledBy: 'decision' | 'votes' | null;
  reason: string;
}

/**
 * What became of every contested cell over the closed rounds of relations, oldest first: in the order of
 * the rounds in which they were first contested and, of each, in the order of `effects`, the cells of that
 * round as they are discussed; what is in none comes last. Of what was decided on a cell the last word counts.
 */
export function contestedHistories(
  rounds: readonly ScoredRound[],
  decisions: readonly DecisionRow[],
  effects: ReadonlyMap<number, readonly HistoryCell[]> = new Map(),
): ContestedHistory[] {
  const histories = new Map<string, ContestedHistory>();
  for (const round of rounds.filter(({ subject }) => subject === 'relations')) {
    for (const [row, outcomes] of outcomesOf(round).entries()) {
      for (const [column, outcome] of outcomes.entries()) {
        const cell = { whatId: round.whatIds[row] ?? 0, howId: round.howIds[column] ?? 0 };
        const figures = figuresOf(outcome);
        const earlier = histories.get(keyOf(cell));
        if (figures === null) continue;
        if (earlier !== undefined) {
          earlier.agreementAfter = figures.agreement;
          earlier.decided = outcome.status === 'agreed' ? figures.proposed : null;
          earlier.settledBy = earlier.decided === null ? null : 'votes';
        } else if (outcome.status === 'contested') {
          histories.set(keyOf(cell), {
            ...cell,
            roundId: round.roundId,
            lowest: figures.lowest,
            highest: figures.highest,
            agreementBefore: figures.agreement,
            agreementAfter: null,
            decided: null,
            settledBy: null,
            reason: '',
          });
        }
      }
    }
  }
  tellDecisions(histories, decisions);
  return inOrderOfEffect([...histories.values()], effects);
}

function tellDecisions(
  histories: ReadonlyMap<string, ContestedHistory>,
  decisions: readonly DecisionRow[],
): void {
  for (const { whatId, howId, after, reason } of decisions) {
    if (whatId === null || howId === null) continue;
    const history = histories.get(keyOf({ whatId, howId }));
    if (history === undefined) continue;
    history.reason = reason;
    if (after === null) continue;
    history.decided = after;
    history.settledBy = 'decision';
  }
}

function inOrderOfEffect(
  histories: readonly ContestedHistory[],
  effects: ReadonlyMap<number, readonly HistoryCell[]>,
): ContestedHistory[] {
  const places = new Map<string, number>();
  for (const [roundId, cells] of effects) {
    for (const [place, cell] of cells.entries()) places.set(`${roundId}:${keyOf(cell)}`, place);
  }
  const placeOf = (history: ContestedHistory) =>
    places.get(`${history.roundId}:${keyOf(history)}`) ?? Number.MAX_SAFE_INTEGER;
  return [...Map.groupBy(histories, ({ roundId }) => roundId).values()].flatMap((ofRound) =>
    ofRound.toSorted((a, b) => placeOf(a) - placeOf(b)),
  );
}

function keyOf({ whatId, howId }: HistoryCell): string {
  return `${whatId}:${howId}`;
}
