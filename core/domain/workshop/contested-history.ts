import type { DecisionRow } from '../../contract/workshop.contract.ts';
import { figuresOf } from './ballot-outcomes.ts';
import { outcomesOf, type ScoredRound } from './round-discussion.ts';

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
  /** What was decided, or what people came to agree on in a later round; null while it is open. */
  decided: number | null;
  reason: string;
}

/**
 * What became of every contested cell over the closed rounds of relations, oldest first: those that were
 * decided in the order of the decisions, then the others in the order of rounds and of the house.
 */
export function contestedHistories(
  rounds: readonly ScoredRound[],
  decisions: readonly DecisionRow[],
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
        } else if (outcome.status === 'contested') {
          histories.set(keyOf(cell), {
            ...cell,
            lowest: figures.lowest,
            highest: figures.highest,
            agreementBefore: figures.agreement,
            agreementAfter: null,
            decided: null,
            reason: '',
          });
        }
      }
    }
  }
  return inOrderOfDecisions(histories, decisions);
}

function inOrderOfDecisions(
  histories: ReadonlyMap<string, ContestedHistory>,
  decisions: readonly DecisionRow[],
): ContestedHistory[] {
  const decided = new Map<string, ContestedHistory>();
  for (const { whatId, howId, after, reason } of decisions) {
    if (whatId === null || howId === null) continue;
    const key = keyOf({ whatId, howId });
    const history = histories.get(key);
    if (history === undefined) continue;
    // The last word counts, at the place where the cell was last spoken of.
    decided.delete(key);
    decided.set(key, { ...history, decided: after ?? history.decided, reason });
  }
  const open = [...histories].flatMap(([key, history]) => (decided.has(key) ? [] : [history]));
  return [...decided.values(), ...open];
}

function keyOf({ whatId, howId }: { whatId: number; howId: number }): string {
  return `${whatId}:${howId}`;
}
