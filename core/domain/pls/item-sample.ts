import { AppError } from '../../contract/app-error.ts';
import { meanOf, sumOfSquares } from '../../numerics/moments.ts';
import { powerOfTwoNear } from '../../numerics/power-of-two.ts';

/** Items of a sample, centred, in a form from which covariances come quickly. */
export interface ItemSample {
  /** Respondents. */
  readonly n: number;
  /** Items. */
  readonly width: number;
  /**
   * n × width, respondent by respondent: (x − mean) ÷ unit, and ÷ the item's standard deviation when
   * scaled. A constant item is 0 throughout.
   */
  readonly values: Float64Array;
  /** means[i] in the item's own unit. */
  readonly means: readonly number[];
  /** An answer of item i, and how far its mean lies from it: their sum is the mean, with more digits. */
  readonly origins: readonly number[];
  readonly meanOffsets: readonly number[];
  /** Population standard deviation (÷ n) in the item's own unit; exactly 0 for a constant item. */
  readonly deviations: readonly number[];
  /** What 1 in `values` stands for; 1 when scaled. */
  readonly unit: number;
}

/** Spreads within 2^±10 are taken as they are, so that figures compare with those of other programs. */
const usualSpread = 10;

/**
 * Centres and, when `scaled`, standardises items (population variance).
 *
 * Spreads far from 1 are first brought near it by a power of two common to all items, which loses no
 * digit: their squares and products stay finite, and an iteration with a fixed tolerance means the same
 * for won as for points. A large offset costs no digits.
 *
 * `columns`: one list of n ≥ 1 finite values per item. Throws `calculation.sizeMismatch` when they
 * differ in length.
 */
export function itemSample(columns: readonly Float64Array[], scaled: boolean): ItemSample {
  const n = columns[0]?.length ?? 0;
  const width = columns.length;
  const odd = columns.findIndex((column) => column.length !== n);
  if (odd >= 0) throw new AppError('calculation.sizeMismatch', {}, `columns[${odd}]`);
  const items = columns.map(itemMoments);
  const widest = items.reduce((most, { deviation }) => Math.max(most, deviation), 0);
  const unit = scaled ? 1 : commonUnit(widest);
  const values = new Float64Array(n * width);
  for (const [i, column] of columns.entries()) {
    const item = items[i];
    if (item === undefined || item.deviation === 0) continue;
    const factor = scaled ? 1 / item.ownDeviation : item.ownUnit / unit;
    for (let r = 0; r < n; r++) {
      values[r * width + i] = (ownValue(column, r, item.ownUnit) - item.ownMean) * factor;
    }
  }
  return {
    n,
    width,
    values,
    means: items.map(({ ownMean, ownUnit }, i) => (columns[i]?.[0] ?? 0) + ownMean * ownUnit),
    origins: columns.map((column) => column[0] ?? 0),
    meanOffsets: items.map(({ ownMean, ownUnit }) => ownMean * ownUnit),
    deviations: items.map(({ deviation }) => deviation),
    unit,
  };
}

interface ItemMoments {
  deviation: number;
  /** A power of two near the largest value; the next two are counted in it, from the first answer on. */
  ownUnit: number;
  ownMean: number;
  ownDeviation: number;
}

function itemMoments(column: Float64Array): ItemMoments {
  let largest = 0;
  for (const value of column) largest = Math.max(largest, Math.abs(value));
  const ownUnit = unitFor(largest);
  const own = column.map((_, r) => ownValue(column, r, ownUnit));
  const ownMean = meanOf(own);
  const ownDeviation = Math.sqrt(sumOfSquares(own, ownMean) / own.length);
  return { deviation: ownDeviation * ownUnit, ownUnit, ownMean, ownDeviation };
}

/** Counted from the first answer, so that a large offset common to all is gone before anything is summed. */
function ownValue(column: Float64Array, r: number, ownUnit: number): number {
  return (column[r] as number) / ownUnit - (column[0] as number) / ownUnit;
}

function commonUnit(widest: number): number {
  const power = widest > 0 ? Math.log2(widest) : 0;
  return Math.abs(power) <= usualSpread ? 1 : unitFor(widest);
}

/** A power of two near a size, 1 for 0; at least 2^-1000, so that dividing by it cannot overflow. */
function unitFor(size: number): number {
  return size > 0 ? Math.max(powerOfTwoNear(size), 2 ** -1000) : 1;
}
