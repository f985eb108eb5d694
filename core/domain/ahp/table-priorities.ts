import {
  comparedGroups,
  type JudgementTable,
  missingPairs,
  refuseBadTable,
  withoutGaps,
} from './judgement-table.ts';
import {
  acceptedRatio,
  type PriorityNote,
  type PriorityResult,
  prioritiesOf,
  randomIndexOf,
} from './priority-vector.ts';

/** As for a whole matrix, and: just enough comparisons to weigh everything, none to contradict another. */
export type TableNote = PriorityNote | 'nothingToContradict';

export interface KnownPriorities extends Omit<PriorityResult, 'notes'> {
  kind: 'priorities';
  /** Pairs that were not compared. */
  missing: number;
  notes: TableNote[];
}

export type TablePriorities =
  | KnownPriorities
  /** Groups of elements that no comparison connects: nothing says how much one weighs against another. */
  | { kind: 'apart'; groups: number[][] };

/**
 * Priorities and consistency of pairwise comparisons of which some are missing. A table without gaps gives
 * exactly what `priorityVector` (and `csm calc ahp`) gives.
 *
 * A missing comparison takes the value that the priorities themselves give it, wᵢ ÷ wⱼ: put 0 for it and
 * add 1 to the diagonal of its row, then take the principal eigenvector (Harker, "Incomplete Pairwise
 * Comparisons in the Analytic Hierarchy Process", Mathematical Modelling 9(11), 1987, 837–848).
 *
 * CI = (λmax − n) ÷ (n − 1). Random judgements with gaps contradict each other less, so CR = CI ÷ RI(n, m)
 * with RI(n, m) = RI(n)·(1 − 2m ÷ ((n − 1)(n − 2))), m the number of missing pairs (Ágoston & Csató,
 * "Inconsistency Thresholds for Incomplete Pairwise Comparison Matrices", Omega 108, 2022, 102576). They
 * complete the table so that λmax is least; Harker's λmax is never below that, so CR errs to the strict side.
 *
 * Shapes and errors: see `JudgementTable` and `refuseBadTable`. Degenerate cases: one element and two
 * elements as in `priorityVector`; n − 1 comparisons that connect n ≥ 3 elements have CI 0 up to
 * rounding, no CR, and the note `nothingToContradict`.
 */
export function tablePriorities(table: JudgementTable, path = 'matrix'): TablePriorities {
  refuseBadTable(table, path);
  return prioritiesOfTable(table);
}

/** The same for a table that is known to hold sound judgements. */
export function prioritiesOfTable(table: JudgementTable): TablePriorities {
  const groups = comparedGroups(table);
  if (groups.length > 1) return { kind: 'apart', groups };
  const missing = missingPairs(table).length;
  if (missing === 0) {
    return { kind: 'priorities', missing, ...prioritiesOf(withoutGaps(table, 1)) };
  }
  const { weights, lambdaMax, consistencyIndex } = prioritiesOf(harkersMatrix(table));
  const consistencyRatio = ratioOf(consistencyIndex, table.length, missing);
  return {
    kind: 'priorities',
    missing,
    weights,
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    notes: notesOf(consistencyRatio, table.length, missing),
  };
}

/** How many comparisons there are beyond the n − 1 that connect n elements. */
function spareComparisons(n: number, missing: number): number {
  return ((n - 1) * (n - 2)) / 2 - missing;
}

/** Expected CI of random comparisons of n elements with `missing` gaps; null where there is none. */
export function randomIndexWithGaps(n: number, missing: number): number | null {
  const whole = randomIndexOf(n);
  const spare = spareComparisons(n, missing);
  if (whole === null || spare <= 0) return null;
  return missing === 0 ? whole : whole * (spare / spareComparisons(n, 0));
}

function ratioOf(index: number | null, n: number, missing: number): number | null {
  const randomIndex = randomIndexWithGaps(n, missing);
  return index === null || randomIndex === null ? null : index / randomIndex;
}

function notesOf(ratio: number | null, n: number, missing: number): TableNote[] {
  if (ratio !== null) return ratio > acceptedRatio ? ['inconsistent'] : [];
  return [spareComparisons(n, missing) <= 0 ? 'nothingToContradict' : 'noRandomIndex'];
}

/** 0 for what is missing, and 1 more on the diagonal for each gap of the row. */
function harkersMatrix(table: JudgementTable): number[][] {
  return table.map((row, i) => {
    const gaps = row.filter((value) => value === null).length;
    return row.map((value, j) => (i === j ? 1 + gaps : (value ?? 0)));
  });
}
