import { AppError } from '../../contract/app-error.ts';
import type { Interval } from '../../contract/common.schema.ts';
import { completeRows, onlyKept } from '../statistics/complete-rows.ts';
import { pairedTest, type TTestNote } from '../statistics/t-test.ts';

export interface ServqualInput {
  /** expectation[k] and perception[k]: one column per item, NaN for no answer; all of one length. */
  expectation: readonly Float64Array[];
  perception: readonly Float64Array[];
  /** Items of each dimension, counted from 0. */
  dimensions?: Readonly<Record<string, readonly number[]>> | undefined;
  /** What each dimension counts: points out of 100, fractions or anything in proportion. */
  dimensionWeights?: Readonly<Record<string, number>> | undefined;
}

export interface Gap {
  meanExpectation: number | null;
  meanPerception: number | null;
  /** Perception − expectation, in scale points; below 0 where the service falls short. */
  gap: number | null;
}

export interface ItemGap extends Gap {
  /** Standard deviation of the respondents' gaps. */
  standardDeviation: number | null;
  t: number | null;
  df: number | null;
  p: number | null;
  ci95: Interval | null;
}

/** Why a figure is null; `items` are counted from 0. */
export type ServqualNote =
  | { reason: 'noRespondents' | 'oneRespondent' | 'noDimensions' | 'noDimensionWeights' }
  | { reason: 'sameGap'; items: number[] };

export interface ServqualResult {
  items: ItemGap[];
  overall: Gap;
  dimensions: Record<string, Gap>;
  /** Mean of the dimensions' gaps. */
  unweightedGap: number | null;
  /** Σ w·gap / Σ w over the dimensions. */
  weightedGap: number | null;
  /** Respondents who answered every pair. */
  n: number;
  /** Respondents left out because an answer is missing. */
  excluded: number;
  notes: ServqualNote[];
}

/**
 * SERVQUAL gaps: perception less expectation per item, with the paired t-test of each, per dimension
 * (mean over its items), over all items, and over the dimensions, both evenly and by their weights.
 *
 * Source: A. Parasuraman, V. A. Zeithaml, L. L. Berry, "SERVQUAL: A Multiple-Item Scale for Measuring
 * Consumer Perceptions of Service Quality", Journal of Retailing 64(1), 1988, 12–40; unweighted and
 * weighted score: V. A. Zeithaml, A. Parasuraman, L. L. Berry, "Delivering Quality Service", 1990.
 * The p-values are those of single tests: of 22 items without any gap, one is expected below 0.05.
 *
 * Shapes: k items on both sides (`calculation.sizeMismatch`, path `perception`, or of the column that
 * has another length), at least one (`calculation.tooFew`). Indices of a dimension lie in 0 … k − 1
 * without repetition, weights name every dimension and nothing else, are ≥ 0 and not all 0
 * (`calculation.outOfRange` with the path). A respondent with any missing answer is left out everywhere.
 *
 * Null: every mean when nobody answered all pairs; the tests with one respondent or, item by item, when
 * all respondents have the same gap; weightedGap without weights.
 */
export function servqualGaps(input: ServqualInput): ServqualResult {
  const { dimensions = {}, dimensionWeights } = input;
  const respondents = refuseBadColumns(input);
  refuseBadDimensions(input);
  const kept = completeRows([...input.expectation, ...input.perception], respondents);
  const n = kept.reduce((sum, one) => sum + one, 0);
  const { items, sameGap } = itemGaps(input, kept, n);
  const gaps = Object.fromEntries(
    Object.entries(dimensions).map(([name, indices]) => [
      name,
      meanGap(indices.flatMap((index) => items[index] ?? [])),
    ]),
  );
  const names = Object.keys(gaps);
  const notes: ServqualNote[] = [];
  if (n === 0) notes.push({ reason: 'noRespondents' });
  if (n === 1) notes.push({ reason: 'oneRespondent' });
  if (sameGap.length > 0) notes.push({ reason: 'sameGap', items: sameGap });
  if (names.length === 0) notes.push({ reason: 'noDimensions' });
  else if (dimensionWeights === undefined) notes.push({ reason: 'noDimensionWeights' });
  return {
    items,
    overall: meanGap(items),
    dimensions: gaps,
    unweightedGap: weightedGapOf(gaps, () => 1),
    weightedGap:
      dimensionWeights === undefined
        ? null
        : weightedGapOf(gaps, (name) => dimensionWeights[name] ?? 0),
    n,
    excluded: respondents - n,
    notes,
  };
}

function itemGaps(
  { expectation, perception }: ServqualInput,
  kept: Uint8Array,
  n: number,
): { items: ItemGap[]; sameGap: number[] } {
  const sameGap: number[] = [];
  const keptOnly = (column: Float64Array) =>
    n === column.length ? column : onlyKept(column, kept);
  const items = expectation.map((expected, k) => {
    if (n === 0) return noItemGap;
    const { notes, ...test } = pairedTest(
      keptOnly(perception[k] ?? new Float64Array()),
      keptOnly(expected),
    );
    if (notes.includes('noSpread' satisfies TTestNote)) sameGap.push(k);
    return {
      meanExpectation: test.meanB,
      meanPerception: test.meanA,
      gap: test.difference,
      standardDeviation: test.standardDeviation,
      t: test.t,
      df: test.df,
      p: test.p,
      ci95: test.ci95,
    };
  });
  return { items, sameGap };
}

const noItemGap: ItemGap = {
  meanExpectation: null,
  meanPerception: null,
  gap: null,
  standardDeviation: null,
  t: null,
  df: null,
  p: null,
  ci95: null,
};

/** Mean over items: every respondent counted answered all of them, so that it is also theirs. */
function meanGap(items: readonly Gap[]): Gap {
  const meanOf = (figureOf: (item: Gap) => number | null) => {
    let sum = 0;
    for (const item of items) {
      const figure = figureOf(item);
      if (figure === null) return null;
      sum += figure;
    }
    return sum / items.length;
  };
  return {
    meanExpectation: meanOf((item) => item.meanExpectation),
    meanPerception: meanOf((item) => item.meanPerception),
    gap: meanOf((item) => item.gap),
  };
}

function weightedGapOf(
  gaps: Readonly<Record<string, Gap>>,
  weightOf: (name: string) => number,
): number | null {
  const weights = Object.keys(gaps).map(weightOf);
  const heaviest = weights.reduce((most, weight) => Math.max(most, weight), 0);
  if (heaviest === 0) return null;
  let sum = 0;
  let total = 0;
  for (const [name, { gap }] of Object.entries(gaps)) {
    if (gap === null) return null;
    const weight = weightOf(name) / heaviest;
    sum += weight * gap;
    total += weight;
  }
  return sum / total;
}

/** The number of respondents. */
function refuseBadColumns({ expectation, perception }: ServqualInput): number {
  const respondents = expectation[0]?.length;
  if (respondents === undefined) throw new AppError('calculation.tooFew', {}, 'expectation');
  if (perception.length !== expectation.length) {
    throw new AppError('calculation.sizeMismatch', {}, 'perception');
  }
  for (const [side, columns] of Object.entries({ expectation, perception })) {
    const odd = columns.findIndex((column) => column.length !== respondents);
    if (odd >= 0) throw new AppError('calculation.sizeMismatch', {}, `${side}[${odd}]`);
  }
  return respondents;
}

function refuseBadDimensions(input: ServqualInput): void {
  const [fault] = dimensionFaults(input, input.expectation.length);
  if (fault !== undefined) throw new AppError('calculation.outOfRange', {}, fault.path.join('.'));
}

/** What is wrong with a division into dimensions, and where. */
export interface DimensionFault {
  reason:
    | 'noItems'
    | 'noSuchItem'
    | 'itemTwice'
    | 'noSuchDimension'
    | 'noWeight'
    | 'negativeWeight'
    | 'allWeightsZero';
  path: (string | number)[];
}

/** The faults of dimensions and their weights over `k` items, in the order of the input. */
export function dimensionFaults(
  { dimensions = {}, dimensionWeights }: Pick<ServqualInput, 'dimensions' | 'dimensionWeights'>,
  k: number,
): DimensionFault[] {
  const faults: DimensionFault[] = [];
  for (const [name, indices] of Object.entries(dimensions)) {
    if (indices.length === 0) faults.push({ reason: 'noItems', path: ['dimensions', name] });
    const seen = new Set<number>();
    for (const [place, index] of indices.entries()) {
      const path = ['dimensions', name, place];
      if (!(Number.isInteger(index) && index >= 0 && index < k)) {
        faults.push({ reason: 'noSuchItem', path });
      } else if (seen.has(index)) faults.push({ reason: 'itemTwice', path });
      seen.add(index);
    }
  }
  if (dimensionWeights === undefined) return faults;
  const weights = Object.entries(dimensionWeights);
  for (const [name, weight] of weights) {
    const path = ['dimensionWeights', name];
    if (!Object.hasOwn(dimensions, name)) faults.push({ reason: 'noSuchDimension', path });
    if (!(weight >= 0 && Number.isFinite(weight))) faults.push({ reason: 'negativeWeight', path });
  }
  for (const name of Object.keys(dimensions)) {
    if (Object.hasOwn(dimensionWeights, name)) continue;
    faults.push({ reason: 'noWeight', path: ['dimensionWeights', name] });
  }
  if (weights.every(([, weight]) => weight === 0)) {
    faults.push({ reason: 'allWeightsZero', path: ['dimensionWeights'] });
  }
  return faults;
}
