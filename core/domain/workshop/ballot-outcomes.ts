import { AppError } from '../../contract/app-error.ts';
import type { Ballot } from '../../contract/workshop.contract.ts';
import { type VoteFigures, type VoteLevels, voteFigures } from './vote-figures.ts';

/** When a cell counts as agreed, and what is kept from view. */
export interface VoteRules {
  /** Votes needed to call a cell agreed or contested. */
  leastVotes: number;
  /** Interquartile range up to which the middle half is of one mind, in levels. */
  mostIqr: number;
  /** Van der Eijk's A from which the group is of one mind. */
  leastAgreement: number;
  /** Cells with fewer votes show nothing but their number; 0 hides nothing. */
  hideBelow: number;
}

/**
 * An interquartile range of one level is the usual mark of consensus on scales of four or five levels (von
 * der Gracht, "Consensus Measurement in Delphi Studies", Technological Forecasting & Social Change 79(8),
 * 2012, 1525–1536; Rayens & Hahn, "Building Consensus Using the Policy Delphi Method", Policy, Politics &
 * Nursing Practice 1(4), 2000, 308–315). It is blind to a group split in two neighbouring halves and to a
 * lone voice at the far end; A of 0.7 is not. Of eight votes on four levels, 6 and 2 on neighbours agree
 * (A = 0.83), 4 and 4 do not (0.67), nor do 7 and 1 at the other end (0.50): that one may know something.
 */
export const usualVoteRules: VoteRules = {
  leastVotes: 2,
  mostIqr: 1,
  leastAgreement: 0.7,
  hideBelow: 0,
};

/** Which of the marks of agreement a contested cell misses. */
export type ContestReason = 'middleSpread' | 'lowAgreement';

export type CellOutcome =
  /** Nobody scored it. */
  | { status: 'unscored'; n: 0; missing: number }
  /** Fewer votes than may be shown. */
  | { status: 'hidden'; n: number; missing: number }
  /** Too few votes to say whether people agree. */
  | { status: 'tooFew'; n: number; missing: number; figures: VoteFigures }
  | { status: 'agreed'; n: number; missing: number; figures: VoteFigures }
  | {
      status: 'contested';
      n: number;
      missing: number;
      figures: VoteFigures;
      reasons: ContestReason[];
    };

/**
 * What comes of the participants' scores, cell by cell. A participant who left a cell blank has no vote on
 * it: blank is not 0. When one score changes, `cellOutcome` gives that cell alone.
 *
 * Shape: rows × columns of the first ballot; no ballots give no rows. Throws `calculation.sizeMismatch`
 * for a ballot of another shape and `calculation.outOfRange` for a score that is no level, with paths
 * below `ballots[b].scores`.
 */
export function ballotOutcomes(
  ballots: readonly Ballot[],
  levels: VoteLevels,
  rules: VoteRules = usualVoteRules,
): CellOutcome[][] {
  refuseBadBallots(ballots, levels);
  const shape = ballots[0]?.scores ?? [];
  // Votes fall on few patterns, however large the house: each is worked out once.
  const known = new Map<string, CellOutcome>();
  const outcomeAt = (i: number, j: number): CellOutcome => {
    const votes = ballots.flatMap(({ scores }) => scores[i]?.[j] ?? []).sort((a, b) => a - b);
    const pattern = votes.join(' ');
    const outcome =
      known.get(pattern) ?? cellOutcome(votes, ballots.length - votes.length, levels, rules);
    known.set(pattern, outcome);
    return outcome;
  };
  return shape.map((row, i) => row.map((_, j) => outcomeAt(i, j)));
}

/** What comes of the votes on one cell, `missing` having been left blank. */
export function cellOutcome(
  votes: readonly number[],
  missing: number,
  levels: VoteLevels,
  rules: VoteRules,
): CellOutcome {
  const figures = voteFigures(votes, levels);
  if (figures === null) return { status: 'unscored', n: 0, missing };
  const { n } = figures;
  if (n < rules.hideBelow) return { status: 'hidden', n, missing };
  if (n < rules.leastVotes) return { status: 'tooFew', n, missing, figures };
  const reasons = contestReasons(figures, rules);
  return reasons.length === 0
    ? { status: 'agreed', n, missing, figures }
    : { status: 'contested', n, missing, figures, reasons };
}

/** On scales of two levels, which have no A, a split of votes is told by the interquartile range alone. */
function contestReasons(
  { iqrLevels, agreement, counts, n }: VoteFigures,
  { mostIqr, leastAgreement }: VoteRules,
): ContestReason[] {
  const share = Math.max(...counts) / n;
  const reasons: ContestReason[] = [];
  if (iqrLevels > mostIqr) reasons.push('middleSpread');
  if ((agreement ?? share) < leastAgreement) reasons.push('lowAgreement');
  return reasons;
}

/** The figures of a cell that has any to show. */
export function figuresOf(outcome: CellOutcome | undefined): VoteFigures | null {
  return outcome !== undefined && 'figures' in outcome ? outcome.figures : null;
}

/**
 * The values that the votes propose, cell by cell; `instead` where there is none: nobody voted, or the
 * votes may not be shown.
 */
export function proposedValues(
  outcomes: readonly (readonly CellOutcome[])[],
  instead: readonly (readonly number[])[],
): number[][] {
  return instead.map((row, i) =>
    row.map((value, j) => figuresOf(outcomes[i]?.[j])?.proposed ?? value),
  );
}

export type CellStatus = CellOutcome['status'];

/** How many cells there are of each status. */
export function countStatuses(
  outcomes: readonly (readonly CellOutcome[])[],
): Record<CellStatus, number> {
  const counts = { unscored: 0, hidden: 0, tooFew: 0, agreed: 0, contested: 0 };
  for (const row of outcomes) for (const { status } of row) counts[status]++;
  return counts;
}

/** How far each participant has come, in the order given. */
export function ballotProgress(
  ballots: readonly Ballot[],
): { participantId: number; scored: number; cells: number }[] {
  return ballots.map(({ participantId, scores }) => {
    const cells = scores.flat();
    const scored = cells.filter((score) => score !== null).length;
    return { participantId, scored, cells: cells.length };
  });
}

function refuseBadBallots(ballots: readonly Ballot[], levels: VoteLevels): void {
  const shape = ballots[0]?.scores ?? [];
  const known = new Set(levels);
  for (const [b, { scores }] of ballots.entries()) {
    const path = `ballots[${b}].scores`;
    if (scores.length !== shape.length) throw new AppError('calculation.sizeMismatch', {}, path);
    for (const [i, row] of scores.entries()) {
      if (row.length !== shape[i]?.length)
        throw new AppError('calculation.sizeMismatch', {}, `${path}[${i}]`);
      const bad = row.findIndex((score) => score !== null && !known.has(score));
      if (bad >= 0) throw new AppError('calculation.outOfRange', {}, `${path}[${i}][${bad}]`);
    }
  }
}
