import { AppError } from '../../contract/app-error.ts';
import { effectiveSize } from '../../numerics/effective-size.ts';
import { powerOfTwoNear } from '../../numerics/power-of-two.ts';
import { Agreement, unitRoundoff } from '../../numerics/rounding.ts';
import {
  type SampleSummary,
  standardDeviationOf,
  summarize,
} from '../../numerics/sample-summary.ts';
import { completeRows, onlyKept } from './complete-rows.ts';

/** Why a figure is null. */
export type AlphaNote =
  | 'tooFewRespondents'
  | 'oneItem'
  | 'twoItems'
  | 'constantTotal'
  | 'constantItem'
  | 'constantStandardTotal'
  | 'constantRest';

export interface CronbachAlpha {
  alpha: number | null;
  /** Alpha of the items scaled to equal variances, from the mean correlation between them. */
  standardizedAlpha: number | null;
  /** ifDropped[k]: alpha of the items without item k. */
  ifDropped: (number | null)[];
  /** Mean of the correlations between different items. */
  meanCorrelation: number | null;
  /** Of each item, in its units. */
  itemDeviations: (number | null)[];
  /** Of the sum over the items. */
  totalDeviation: number | null;
  /** Respondents with a weight above 0 who answered every item. */
  n: number;
  /** Kish's (Σw)²/Σw² over them. */
  effectiveN: number;
  /** Respondents left out: for an item not answered, and of the others for a weight of 0. */
  excluded: { incomplete: number; noWeight: number };
  notes: AlphaNote[];
}

/**
 * Cronbach's alpha of k items: α = k/(k − 1) · (1 − Σ sⱼ²/s_T²), with s_T² the variance of the sum.
 * Standardized: k·r̄/(1 + (k − 1)·r̄), with r̄ the mean correlation between items, found from the variance
 * of the sum of standardised items, 1 + (k − 1)·r̄ = var(Σ z)/k.
 *
 * Source: L. J. Cronbach, "Coefficient Alpha and the Internal Structure of Tests", Psychometrika 16(3),
 * 1951, 297–334.
 *
 * `items[k]`: one column per item, one entry per respondent, NaN for no answer; whoever lacks an answer
 * is left out everywhere (complete cases). `weights[r]` ≥ 0; variances and covariances are weighted, and
 * as their common factor cancels, whole-number weights act as that many respondents. Throws
 * `calculation.tooFew` (path `items`) without items and `calculation.sizeMismatch` for a column of
 * another length.
 *
 * Null: everything with fewer than two complete respondents; alpha of one item, or when the sum is the
 * same for all; the standardized one also when an item is constant; `ifDropped` with two items.
 */
export function cronbachAlpha(
  items: readonly Float64Array[],
  weights: Float64Array,
): CronbachAlpha {
  if (items.length === 0) throw new AppError('calculation.tooFew', {}, 'items');
  const odd = items.findIndex((item) => item.length !== weights.length);
  if (odd >= 0) throw new AppError('calculation.sizeMismatch', {}, `items[${odd}]`);

  const sample = completeCases(items, weights);
  const { n, effectiveN, excluded } = sample;
  const shared = { n, effectiveN, excluded };
  if (n < 2) return { ...shared, ...nothing(items.length), notes: ['tooFewRespondents'] };

  const summaries = sample.items.map((item) => summarize(item, sample.weights));
  const itemDeviations = summaries.map(standardDeviationOf);
  const k = items.length;
  if (k === 1) {
    const totalDeviation = itemDeviations[0] ?? null;
    return { ...shared, ...nothing(1), itemDeviations, totalDeviation, notes: ['oneItem'] };
  }
  return { ...shared, itemDeviations, ...coefficients(sample, summaries) };
}

interface CompleteSample {
  items: readonly Float64Array[];
  weights: Float64Array;
  n: number;
  effectiveN: number;
  excluded: { incomplete: number; noWeight: number };
}

function completeCases(items: readonly Float64Array[], weights: Float64Array): CompleteSample {
  const kept = completeRows(items, weights.length);
  const excluded = { incomplete: 0, noWeight: 0 };
  let n = 0;
  let totalWeight = 0;
  let squaredWeights = 0;
  for (let r = 0; r < weights.length; r++) {
    const weight = weights[r] as number;
    if (kept[r] === 0) excluded.incomplete += 1;
    else if (weight === 0) {
      kept[r] = 0;
      excluded.noWeight += 1;
    } else {
      n += 1;
      totalWeight += weight;
      squaredWeights += weight * weight;
    }
  }
  const effectiveN = effectiveSize(totalWeight, squaredWeights);
  const shared = { n, effectiveN, excluded };
  if (n === weights.length) return { items, weights, ...shared };
  return {
    items: items.map((item) => onlyKept(item, kept)),
    weights: onlyKept(weights, kept),
    ...shared,
  };
}

function nothing(k: number) {
  const none: null[] = new Array<null>(k).fill(null);
  return {
    alpha: null,
    standardizedAlpha: null,
    ifDropped: none,
    meanCorrelation: null,
    itemDeviations: none,
    totalDeviation: null,
  };
}

function coefficients(sample: CompleteSample, summaries: readonly SampleSummary[]) {
  const { squares, scale } = itemSquares(summaries);
  const sums = squaresOfSums(sample, summaries, scale);
  const k = summaries.length;
  const totalSquares = squares.reduce((sum, square) => sum + square, 0);
  const rests = sumsWithoutEach(squares);
  const alpha = alphaOf(k, totalSquares, sums.total);
  const ifDropped = sums.rests.map((rest, j) =>
    k === 2 ? null : alphaOf(k - 1, rests[j] ?? 0, rest),
  );
  const standard = standardized(sample, summaries);
  const notes: AlphaNote[] = [
    ...(alpha === null ? (['constantTotal'] as const) : []),
    ...standard.notes,
    ...(k === 2 ? (['twoItems'] as const) : []),
    ...(k > 2 && ifDropped.includes(null) ? (['constantRest'] as const) : []),
  ];
  const { n, totalWeight } = summaries[0] ?? { n: 0, totalWeight: 0 };
  return {
    alpha,
    standardizedAlpha: standard.alpha,
    ifDropped,
    meanCorrelation: standard.meanCorrelation,
    totalDeviation: scale * Math.sqrt(((sums.total / totalWeight) * n) / (n - 1)),
    notes,
  };
}

function alphaOf(k: number, itemSquareSum: number, sumSquares: number): number | null {
  if (sumSquares === 0) return null;
  return (k / (k - 1)) * (1 - itemSquareSum / sumSquares);
}

/** Σw(x − x̄)² of each item, all divided by the square of one scale. */
function itemSquares(summaries: readonly SampleSummary[]) {
  const reach = summaries.reduce(
    (most, { scale, squares }) => (squares === 0 ? most : Math.max(most, scale)),
    0,
  );
  const scale = reach === 0 ? 1 : powerOfTwoNear(reach);
  const squares = summaries.map((item) => item.squares * (item.scale / scale) ** 2);
  return { squares, scale };
}

/** Without each entry in turn, by adding up from both ends: no subtraction that would cancel. */
function sumsWithoutEach(values: readonly number[]): number[] {
  const before = new Array<number>(values.length).fill(0);
  for (let j = 1; j < values.length; j++) {
    before[j] = (before[j - 1] ?? 0) + (values[j - 1] ?? 0);
  }
  const without = new Array<number>(values.length).fill(0);
  let after = 0;
  for (let j = values.length - 1; j >= 0; j--) {
    without[j] = (before[j] ?? 0) + after;
    after += values[j] ?? 0;
  }
  return without;
}

/**
 * Σw·(sum of deviations)² over all items and over all but each one, divided by scale²; exactly 0 where
 * the sums differ in nothing but rounding.
 */
function squaresOfSums(
  sample: CompleteSample,
  summaries: readonly SampleSummary[],
  scale: number,
): { total: number; rests: number[] } {
  const k = summaries.length;
  const restSquares = new Float64Array(k);
  const restAgreements = Array.from({ length: k }, () => new Agreement());
  const agreement = new Agreement();
  const after = new Float64Array(k + 1);
  let totalSquares = 0;
  eachRow(sample, summaries, new Array<number>(k).fill(scale), (deviations, roundings, weight) => {
    for (let j = k - 1; j >= 0; j--) {
      after[j] = (after[j + 1] as number) + (deviations[j] as number);
    }
    const sum = after[0] as number;
    const rounding = sumOf(roundings);
    totalSquares += weight * sum * sum;
    agreement.add(sum, rounding);
    let before = 0;
    for (let j = 0; j < k; j++) {
      const rest = before + (after[j + 1] as number);
      before += deviations[j] as number;
      restSquares[j] = (restSquares[j] as number) + weight * rest * rest;
      restAgreements[j]?.add(rest, rounding - (roundings[j] as number));
    }
  });
  return {
    total: agreement.holds ? 0 : totalSquares,
    rests: Array.from(restSquares, (square, j) => (restAgreements[j]?.holds ? 0 : square)),
  };
}

function standardized(
  sample: CompleteSample,
  summaries: readonly SampleSummary[],
): { alpha: number | null; meanCorrelation: number | null; notes: AlphaNote[] } {
  if (summaries.some(({ squares }) => squares === 0)) {
    return { alpha: null, meanCorrelation: null, notes: ['constantItem'] };
  }
  const k = summaries.length;
  const roots = summaries.map(
    ({ scale, squares, totalWeight }) => scale * Math.sqrt(squares / totalWeight),
  );
  const agreement = new Agreement();
  let squares = 0;
  let totalWeight = 0;
  eachRow(sample, summaries, roots, (scores, roundings, weight) => {
    const sum = sumOf(scores);
    squares += weight * sum * sum;
    totalWeight += weight;
    agreement.add(sum, sumOf(roundings));
  });
  if (agreement.holds) {
    const meanCorrelation = -1 / (k - 1);
    return { alpha: null, meanCorrelation, notes: ['constantStandardTotal'] };
  }
  const inflation = squares / totalWeight / k;
  const meanCorrelation = (inflation - 1) / (k - 1);
  return { alpha: (k * meanCorrelation) / inflation, meanCorrelation, notes: [] };
}

/**
 * Hands each respondent's deviations from the item means, in the items' units, with a bound of their
 * rounding. The two arrays are used again for the next respondent.
 */
function eachRow(
  { items, weights }: CompleteSample,
  summaries: readonly SampleSummary[],
  units: readonly number[],
  visit: (deviations: Float64Array, roundings: Float64Array, weight: number) => void,
): void {
  const k = items.length;
  const deviations = new Float64Array(k);
  const roundings = new Float64Array(k);
  for (let r = 0; r < weights.length; r++) {
    for (let j = 0; j < k; j++) {
      const value = (items[j] as Float64Array)[r] as number;
      const { centre, offset } = summaries[j] as SampleSummary;
      const unit = units[j] as number;
      const deviation = (value - centre - offset) / unit;
      const stored = Number.isInteger(value) ? 0 : Math.abs(value / unit);
      deviations[j] = deviation;
      roundings[j] = unitRoundoff * (stored + (k + 8) * Math.abs(deviation));
    }
    visit(deviations, roundings, weights[r] as number);
  }
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < values.length; j++) sum += values[j] as number;
  return sum;
}
