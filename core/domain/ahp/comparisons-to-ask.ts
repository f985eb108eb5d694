import { factorPositiveDefinite, solveFactored } from '../../numerics/positive-definite.ts';
import { comparedGroups, type JudgementTable, missingPairs } from './judgement-table.ts';
import { nearestSaatyValue } from './saaty-scale.ts';
import { prioritiesOfTable } from './table-priorities.ts';

/** A comparison that was not made yet. */
export interface OpenComparison {
  row: number;
  column: number;
  /**
   * How little the comparisons made so far say about this one: variance of ln(wᵢ ÷ wⱼ), in units of that
   * of a single comparison; null when they say nothing.
   */
  uncertainty: number | null;
  /** What they say it is, wᵢ ÷ wⱼ, and the value of Saaty's scale nearest to that. */
  implied: number | null;
  suggested: number | null;
}

/**
 * The comparisons that are missing, the one to ask next first.
 *
 * While elements stand apart in groups, only comparisons that join two groups are listed, those of the
 * largest groups first: without them there are no priorities. After that the one about which the others
 * say least comes first: the answers taken as connections of a network of unit resistors, the resistance
 * between i and j is the variance of the least-squares estimate of ln(wᵢ ÷ wⱼ) (Klein & Randić, "Resistance
 * Distance", Journal of Mathematical Chemistry 12, 1993, 81–95), and asking where it is largest adds most
 * to the determinant of the information (D-optimal design; Osting, Brune & Osher, "Optimal Data Collection
 * for Informative Rankings Expose Well-Connected Graphs", Journal of Machine Learning Research 15, 2014,
 * 2981–3012). Equal ones in the order of the table. The list holds for the table as it is: after an answer
 * take it anew.
 *
 * `table` as `refuseBadTable` accepts it; nothing missing gives an empty list.
 */
export function comparisonsToAsk(table: JudgementTable): OpenComparison[] {
  const priorities = prioritiesOfTable(table);
  if (priorities.kind === 'apart') return joiningComparisons(priorities.groups);
  const resistance = resistances(table);
  const comparisons = missingPairs(table).map(({ row, column }) => {
    const implied = (priorities.weights[row] ?? 1) / (priorities.weights[column] ?? 1);
    return {
      row,
      column,
      uncertainty: resistance(row, column),
      implied,
      suggested: nearestSaatyValue(implied),
    };
  });
  // What is equal on paper must not be ordered by its rounding.
  const order = (value: number) => Math.round(value * 1e9);
  return comparisons.toSorted((a, b) => order(b.uncertainty) - order(a.uncertainty));
}

/** How many comparisons are needed before there are priorities at all. */
export function comparisonsToConnect(table: JudgementTable): number {
  return comparedGroups(table).length - 1;
}

/** First elements of two groups are enough: any comparison between them joins them. */
function joiningComparisons(groups: readonly (readonly number[])[]): OpenComparison[] {
  const joins = groups.flatMap((group, g) =>
    groups.slice(g + 1).flatMap((other) =>
      group.flatMap((row) =>
        other.map((column) => ({
          row: Math.min(row, column),
          column: Math.max(row, column),
          size: group.length + other.length,
        })),
      ),
    ),
  );
  return joins
    .toSorted((a, b) => b.size - a.size || a.row - b.row || a.column - b.column)
    .map(({ row, column }) => ({
      row,
      column,
      uncertainty: null,
      implied: null,
      suggested: null,
    }));
}

/** Rᵢⱼ = gᵢᵢ + gⱼⱼ − 2gᵢⱼ, with G the inverse of the network's Laplacian without its last element. */
function resistances(table: JudgementTable): (row: number, column: number) => number {
  const size = table.length - 1;
  const laplacian = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (const [j, value] of (table[i] ?? []).entries()) {
      if (value === null || j === i) continue;
      laplacian[i * size + i] = (laplacian[i * size + i] ?? 0) + 1;
      if (j < size) laplacian[i * size + j] = -1;
    }
  }
  factorPositiveDefinite(laplacian, size);
  const inverse = Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    solveFactored(laplacian, size, unit);
    return unit;
  });
  const at = (i: number, j: number) => inverse[i]?.[j] ?? 0;
  return (row, column) => at(row, row) + at(column, column) - 2 * at(row, column);
}
