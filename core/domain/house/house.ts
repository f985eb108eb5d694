import { AppError } from '../../contract/app-error.ts';
import { sharesOf } from '../../numerics/shares.ts';

export type HouseNormalization = 'none' | 'lyman';

export interface HouseInput {
  /** weights[i] ≥ 0: importance of WHAT i, in any unit. */
  weights: readonly number[];
  /** relations[i][j] ≥ 0: strength between WHAT i and HOW j; every row has the same length. */
  relations: readonly (readonly number[])[];
  normalize?: HouseNormalization;
}

/** Why a figure of a house is null. */
export type HouseNote = 'noRelations';

export interface HouseResult {
  /** absolute[j] = Σᵢ wᵢ·rᵢⱼ, in units of weight × strength. */
  absolute: number[];
  /** absolute[j] / Σ absolute, a fraction; all null when the sum is 0. */
  relative: (number | null)[];
  /** rank[j]: 1 is the largest; equal values share the smaller rank (1, 1, 3). */
  rank: number[];
  notes: HouseNote[];
}

/**
 * Sums that are equal on paper may differ in their last bits, because they were added in another
 * order. Anything nearer than this share of the largest value counts as equal.
 */
export const tieTolerance = 1e-12;

/**
 * Weights of the HOWs in a House of Quality.
 *
 * Source: independent scoring of Akao (ed.), "Quality Function Deployment" (1990); `lyman` first
 * divides each row by its sum (Lyman, "Deployment Normalization", Transactions of the 2nd Symposium on
 * Quality Function Deployment, 1990, 307–315), so that a WHAT with many relations does not count for more
 * than its importance.
 *
 * Shapes: m weights, m × n relations; answers have length n. With no WHAT (m = 0) all are empty.
 * Degenerate cases: a row without relations adds nothing, under `lyman` too; when no HOW has any
 * weight, `relative` is null throughout, every rank is 1, and `notes` holds `noRelations`.
 * Throws `house.notRectangular` when shapes disagree and `house.valueNotAllowed` for a negative or
 * non-finite number, both with the path of the fault.
 */
export function computeHouse(input: HouseInput): HouseResult {
  refuseBadShape(input);
  const absolute = absoluteWeights(input);
  const relative = sharesOf(absolute);
  return {
    absolute,
    relative,
    rank: rankDescending(absolute),
    notes: relative.includes(null) ? ['noRelations'] : [],
  };
}

/**
 * Ranks from the largest (1) to the smallest; values equal within 1e-12 of the largest share the
 * smaller rank, and the next one counts those before it: 1, 1, 3.
 */
export function rankDescending(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index }));
  order.sort((a, b) => b.value - a.value);
  const largest = values.reduce((found, value) => Math.max(found, Math.abs(value)), 0);
  const tolerance = tieTolerance * largest;
  const ranks = new Array<number>(values.length).fill(0);
  let groupValue = Number.POSITIVE_INFINITY;
  let groupRank = 0;
  for (const [place, entry] of order.entries()) {
    if (groupRank === 0 || groupValue - entry.value > tolerance) {
      groupValue = entry.value;
      groupRank = place + 1;
    }
    ranks[entry.index] = groupRank;
  }
  return ranks;
}

/**
 * Relations after deployment normalisation: each row divided by its sum, so that it sums to 1. A row
 * without relations stays 0 throughout.
 */
export function lymanRelations(relations: readonly (readonly number[])[]): number[][] {
  return relations.map((row) => sharesOf(row).map((share) => share ?? 0));
}

function absoluteWeights({ weights, relations, normalize = 'none' }: HouseInput): number[] {
  const strengths = normalize === 'lyman' ? lymanRelations(relations) : relations;
  const absolute = new Array<number>(relations[0]?.length ?? 0).fill(0);
  for (const [i, row] of strengths.entries()) {
    const weight = weights[i] ?? 0;
    for (const [j, strength] of row.entries()) {
      absolute[j] = (absolute[j] ?? 0) + weight * strength;
    }
  }
  return absolute;
}

function refuseBadShape({ weights, relations }: HouseInput): void {
  if (relations.length !== weights.length)
    throw new AppError('house.notRectangular', {}, 'relations');
  const width = relations[0]?.length ?? 0;
  for (const [i, weight] of weights.entries()) refuseBadNumber(weight, `weights[${i}]`);
  for (const [i, row] of relations.entries()) {
    if (row.length !== width) throw new AppError('house.notRectangular', {}, `relations[${i}]`);
    for (const [j, strength] of row.entries()) refuseBadNumber(strength, `relations[${i}][${j}]`);
  }
}

function refuseBadNumber(value: number, path: string): void {
  if (!(Number.isFinite(value) && value >= 0)) {
    throw new AppError('house.valueNotAllowed', {}, path);
  }
}
