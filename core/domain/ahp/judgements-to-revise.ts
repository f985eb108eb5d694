import { type JudgementTable, pairsOf } from './judgement-table.ts';
import { factorBetween, nearestSaatyValue } from './saaty-scale.ts';
import { prioritiesOfTable } from './table-priorities.ts';

/** A comparison next to what the others say about the same pair. */
export interface JudgementCheck {
  row: number;
  column: number;
  ratio: number;
  /** wᵢ ÷ wⱼ by all the other comparisons; null when they do not connect the two. */
  implied: number | null;
  /** How many times the comparison is off the priorities: aᵢⱼ·wⱼ ÷ wᵢ or its inverse, ≥ 1. */
  deviation: number;
  /** The nearest value of Saaty's scale to `implied`; null when it would not make CR smaller. */
  proposed: number | null;
  /** CR if the proposal is taken; null without one. */
  ratioAfter: number | null;
}

/**
 * Every comparison that was made, the one that fits the others least first, each with the value that would
 * fit better and the consistency ratio it would lead to.
 *
 * Source: Saaty, "Decision-making with the AHP: Why Is the Principal Eigenvector Necessary", European
 * Journal of Operational Research 145(1), 2003, 85–91: the comparison with the largest aᵢⱼ·wⱼ ÷ wᵢ is looked
 * at first; the value it should move towards is wᵢ ÷ wⱼ of the priorities without it, which is Harker's way
 * of leaving a comparison out. A proposal is a question to the person who judged, not a correction.
 *
 * `table` as `refuseBadTable` accepts it. Empty while elements stand apart. Where there is no CR (two
 * elements, more than 15, nothing to contradict) there are no proposals. A comparison that all others
 * agree with has a deviation of 1 and no proposal.
 */
export function judgementsToRevise(table: JudgementTable): JudgementCheck[] {
  const priorities = prioritiesOfTable(table);
  if (priorities.kind === 'apart') return [];
  const { weights, consistencyRatio } = priorities;
  return pairsOf(table, (value) => value !== null)
    .map(({ row, column }) => {
      const ratio = table[row]?.[column] ?? 1;
      const fitting = (weights[row] ?? 1) / (weights[column] ?? 1);
      return {
        row,
        column,
        ratio,
        deviation: factorBetween(ratio, fitting),
        ...proposalFor(table, row, column, consistencyRatio),
      };
    })
    .toSorted((a, b) => orderOf(b) - orderOf(a));
}

/** Deviations that are equal on paper must not be ordered by their rounding. */
function orderOf({ deviation }: JudgementCheck): number {
  return Math.round(Math.log(deviation) * 1e9);
}

function proposalFor(
  table: JudgementTable,
  row: number,
  column: number,
  ratioNow: number | null,
): Pick<JudgementCheck, 'implied' | 'proposed' | 'ratioAfter'> {
  const others = prioritiesOfTable(withJudgement(table, row, column, null));
  if (others.kind === 'apart') return { implied: null, proposed: null, ratioAfter: null };
  const implied = (others.weights[row] ?? 1) / (others.weights[column] ?? 1);
  const proposed = nearestSaatyValue(implied);
  const revised = prioritiesOfTable(withJudgement(table, row, column, proposed));
  const ratioAfter = revised.kind === 'apart' ? null : revised.consistencyRatio;
  // Less by more than rounding: CR of consistent comparisons is 0 up to about 1e-15.
  const better = ratioAfter !== null && ratioNow !== null && ratioAfter < ratioNow - 1e-9;
  return better ? { implied, proposed, ratioAfter } : { implied, proposed: null, ratioAfter: null };
}

/** The table with one comparison changed, on both sides. */
export function withJudgement(
  table: JudgementTable,
  row: number,
  column: number,
  ratio: number | null,
): (number | null)[][] {
  return table.map((values, i) =>
    values.map((value, j) => {
      if (i === row && j === column) return ratio;
      if (i === column && j === row) return ratio === null ? null : 1 / ratio;
      return value;
    }),
  );
}
