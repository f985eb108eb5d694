import { type CellOutcome, figuresOf } from './ballot-outcomes.ts';

/** What became of a cell from one round of scoring to the next. */
export type RoundChange =
  /** Contested before, agreed now. */
  | 'converged'
  | 'stillContested'
  /** Agreed before, contested now. */
  | 'diverged'
  | 'stillAgreed'
  /** Nobody scored it in the second round: usually only contested cells are scored again. */
  | 'notScoredAgain'
  /** Not to be told: too few votes in either round, or not shown. */
  | 'unclear';

export interface RoundCell {
  row: number;
  column: number;
  change: RoundChange;
  /** Van der Eijk's A of both rounds; null where there is none. */
  agreementBefore: number | null;
  agreementAfter: number | null;
  proposedBefore: number | null;
  proposedAfter: number | null;
}

export interface RoundComparison {
  /** Every cell, in display order. */
  cells: RoundCell[];
  counts: Record<RoundChange, number>;
  /** Of the cells contested before and scored again, the share that converged; null when there were none. */
  convergedShare: number | null;
}

/** Compares the outcomes of two rounds of scoring of the same cells (`ballotOutcomes` of each). */
export function compareRounds(
  before: readonly (readonly CellOutcome[])[],
  after: readonly (readonly CellOutcome[])[],
): RoundComparison {
  const cells = before.flatMap((row, i) =>
    row.map((outcome, j) => roundCell(i, j, outcome, after[i]?.[j])),
  );
  const counts = {
    converged: 0,
    stillContested: 0,
    diverged: 0,
    stillAgreed: 0,
    notScoredAgain: 0,
    unclear: 0,
  };
  for (const { change } of cells) counts[change]++;
  const scoredAgain = counts.converged + counts.stillContested;
  return {
    cells,
    counts,
    convergedShare: scoredAgain === 0 ? null : counts.converged / scoredAgain,
  };
}

/** What holds after both rounds: the second where it was scored, the first elsewhere. */
export function latestOutcomes(
  before: readonly (readonly CellOutcome[])[],
  after: readonly (readonly CellOutcome[])[],
): CellOutcome[][] {
  return before.map((row, i) =>
    row.map((outcome, j) => {
      const later = after[i]?.[j];
      return later === undefined || later.status === 'unscored' ? outcome : later;
    }),
  );
}

function roundCell(
  row: number,
  column: number,
  before: CellOutcome,
  after: CellOutcome | undefined,
): RoundCell {
  const [earlier, later] = [figuresOf(before), figuresOf(after)];
  return {
    row,
    column,
    change: changeBetween(before.status, after?.status),
    agreementBefore: earlier?.agreement ?? null,
    agreementAfter: later?.agreement ?? null,
    proposedBefore: earlier?.proposed ?? null,
    proposedAfter: later?.proposed ?? null,
  };
}

function changeBetween(
  before: CellOutcome['status'],
  after: CellOutcome['status'] | undefined,
): RoundChange {
  if (after === undefined || after === 'unscored') return 'notScoredAgain';
  if (before === 'contested') {
    if (after === 'agreed') return 'converged';
    if (after === 'contested') return 'stillContested';
  }
  if (before === 'agreed') {
    if (after === 'agreed') return 'stillAgreed';
    if (after === 'contested') return 'diverged';
  }
  return 'unclear';
}
