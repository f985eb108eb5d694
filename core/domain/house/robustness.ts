import { AppError } from '../../contract/app-error.ts';
import { quantileOfCounts } from '../../numerics/count-quantile.ts';
import { streamOfDraw } from '../../numerics/draw-stream.ts';
import { type HouseNormalization, lymanRelations, tieTolerance } from './house.ts';

export interface RobustnessInput {
  /** weights[i] ≥ 0: importance of WHAT i. */
  weights: readonly number[];
  /** relations[i][j] ≥ 0; every row has the same length, at most `maxRobustHows`. */
  relations: readonly (readonly number[])[];
  /** Number of draws, 1 to 1,000,000. */
  draws: number;
  /** Any safe integer. */
  seed: number;
  /** 0 to 1: each weight is off by up to this share of itself. */
  weightNoise: number;
  /** 1 to the number of HOWs. */
  topK: number;
  /**
   * Lists of equal length. scales[0] holds the levels that `relations` uses; every list, the first
   * included, holds what stands in for them. Left out: relations are used as they are.
   */
  scales?: readonly (readonly number[])[];
  /** Ways to normalise rows, each as likely as the others; left out: none only. See `computeHouse`. */
  normalizations?: readonly HouseNormalization[];
}

export interface RobustnessResult {
  /** Share of draws in which HOW j ranks topK or better. */
  topKShare: number[];
  /** Median, 5 % and 95 % quantile of the rank of HOW j over the draws. */
  rankMedian: number[];
  rankP05: number[];
  rankP95: number[];
}

/** The counts of ranks take the square of this many numbers. */
export const maxRobustHows = 4096;

/**
 * How firmly the ranks of a House of Quality stand when its weights and the numbers behind its symbols
 * are not to be taken at their word.
 *
 * Draw d: pick one scale and one normalisation, each pair as likely; multiply every weight by 1 + U(−weightNoise, weightNoise);
 * absoluteⱼ = Σᵢ wᵢ·rᵢⱼ; rank as `rankDescending` does, ties and all. Over the draws: share of ranks up
 * to topK, and quantiles of the ranks of type 7 (Hyndman & Fan 1996). Ties may put more than topK HOWs
 * among the top: then the shares sum to more than topK.
 *
 * Source of the idea: Ghiya, Bahill & Chapman, "QFD: Validating Robustness", Quality Engineering 11(4),
 * 1999, 593–611. Each draw has its own stream of random numbers (see `streamOfDraw`), the scale first and
 * the weights in order after it: the same seed gives the same answer.
 *
 * Shapes: m weights, m × n relations; answers have length n. A relation of 0 stays 0 unless 0 is a level.
 * Degenerate cases: where nothing has weight all ranks are 1. Sizes near the ends of the range of a
 * double do no harm: ranks do not change when all weights or all relations are scaled alike.
 * Throws `calculation.sizeMismatch`, `calculation.raggedMatrix` or `calculation.outOfRange` with a path.
 */
export function houseRobustness(input: RobustnessInput): RobustnessResult {
  return robustnessOfCounts(rankCountsOf(input), input.topK, input.draws);
}

/**
 * counts[j·(n + 1) + r]: in how many draws HOW j ranked r. They say what every topK would give; input,
 * errors and draws are those of `houseRobustness`. `onDraws` hears after every few draws how many are done;
 * what it throws ends the counting.
 */
export function rankCountsOf(
  input: RobustnessInput,
  onDraws: (done: number) => void = () => undefined,
): Uint32Array {
  refuseBadInput(input);
  return countRanks(input, onDraws);
}

/** Shares and quantiles from the counts of `rankCountsOf`. */
export function robustnessOfCounts(
  counts: Uint32Array,
  topK: number,
  draws: number,
): RobustnessResult {
  // counts.length = n·(n + 1)
  const n = Math.floor(Math.sqrt(counts.length));
  const countsOf = (j: number) => counts.subarray(j * (n + 1), (j + 1) * (n + 1));
  const hows = Array.from({ length: n }, (_, j) => countsOf(j));
  const quantile = (p: number) => hows.map((own) => quantileOfCounts(own, p));
  return {
    topKShare: hows.map((own) => sumUpTo(own, topK) / draws),
    rankMedian: quantile(0.5),
    rankP05: quantile(0.05),
    rankP95: quantile(0.95),
  };
}

/** About a million multiplications: some milliseconds between two reports. */
const stepsBetweenReports = 1_000_000;

function countRanks(input: RobustnessInput, onDraws: (done: number) => void): Uint32Array {
  const { draws, seed, weightNoise } = input;
  const n = input.relations[0]?.length ?? 0;
  const weights = tamed(Float64Array.from(input.weights));
  const tables = relationTables(input).map(tamed);
  const counts = new Uint32Array(n * (n + 1));
  const absolute = new Float64Array(n);
  const sorted = new Float64Array(n);
  const rankAt = new Uint32Array(n);
  const reportEvery = Math.ceil(stepsBetweenReports / (n * (weights.length + 10)));
  for (let draw = 0; draw < draws; draw++) {
    if (draw % reportEvery === 0) onDraws(draw);
    const random = streamOfDraw(seed, draw);
    const table = tables[random.integer(0, tables.length - 1)] as Float64Array;
    absolute.fill(0);
    for (let i = 0; i < weights.length; i++) {
      const factor = 1 + weightNoise * (2 * random.next() - 1);
      addScaledRow(absolute, table, i * n, (weights[i] as number) * factor);
    }
    rankPlaces(absolute, sorted, rankAt);
    for (let j = 0; j < n; j++) {
      const rank = rankAt[placeOf(sorted, absolute[j] as number)] as number;
      counts[j * (n + 1) + rank] = (counts[j * (n + 1) + rank] as number) + 1;
    }
  }
  return counts;
}

function addScaledRow(
  sums: Float64Array,
  table: Float64Array,
  start: number,
  weight: number,
): void {
  const n = sums.length;
  for (let j = 0; j < n; j++) {
    sums[j] = (sums[j] as number) + weight * (table[start + j] as number);
  }
}

/** `sorted` ← the values ascending; `rankAt[place]` ← the rank of the value at that place. */
function rankPlaces(values: Float64Array, sorted: Float64Array, rankAt: Uint32Array): void {
  const n = values.length;
  sorted.set(values);
  sorted.sort();
  const tolerance = tieTolerance * (sorted[n - 1] as number);
  let groupValue = Number.POSITIVE_INFINITY;
  let groupRank = 0;
  for (let place = n - 1; place >= 0; place--) {
    const value = sorted[place] as number;
    if (groupValue - value > tolerance) {
      groupValue = value;
      groupRank = n - place;
    }
    rankAt[place] = groupRank;
  }
}

/** Any place of a value that is in the ascending list. */
function placeOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One table per scale and normalisation, rows one after the other. */
function relationTables(input: RobustnessInput): Float64Array[] {
  return scaledRelations(input).flatMap((relations) =>
    (input.normalizations ?? ['none']).map((normalization) =>
      Float64Array.from((normalization === 'lyman' ? lymanRelations(relations) : relations).flat()),
    ),
  );
}

/** The relations once per scale, with the scale's values in place of the levels. */
function scaledRelations({
  relations,
  scales,
}: RobustnessInput): (readonly (readonly number[])[])[] {
  if (scales === undefined) return [relations];
  const levels = new Map((scales[0] ?? []).map((level, place) => [level, place]));
  return scales.map((scale) =>
    relations.map((row) => row.map((relation) => scale[levels.get(relation) ?? -1] ?? 0)),
  );
}

/** Numbers so large or small that a sum of products could overflow or vanish, brought near 1 exactly. */
function tamed(values: Float64Array): Float64Array {
  const largest = values.reduce((found, value) => Math.max(found, value), 0);
  if (largest === 0 || (largest > 1e-100 && largest < 1e100)) return values;
  const exponent = Math.min(1000, -Math.floor(Math.log2(largest)));
  return values.map((value) => value * 2 ** exponent);
}

function sumUpTo(counts: Uint32Array, last: number): number {
  return counts.subarray(0, last + 1).reduce((sum, count) => sum + count, 0);
}

function refuseBadInput(input: RobustnessInput): void {
  const { weights, relations, scales, normalizations, ...numbers } = input;
  const n = relations[0]?.length ?? 0;
  const isSize = (value: number) => Number.isFinite(value) && value >= 0;
  refuseRaggedRows(relations, 'relations');
  if (relations.length !== weights.length) refuse('sizeMismatch', 'relations');
  if (n === 0) refuse('tooFew', 'relations');
  if (n > maxRobustHows) refuse('outOfRange', 'relations[0]');
  if (!weights.every(isSize)) refuse('outOfRange', 'weights');
  if (!relations.every((row) => row.every(isSize))) refuse('outOfRange', 'relations');
  refuseOutside(numbers.draws, 1, 1_000_000, 'draws');
  refuseOutside(numbers.topK, 1, n, 'topK');
  if (!Number.isSafeInteger(numbers.seed)) refuse('outOfRange', 'seed');
  if (!(numbers.weightNoise >= 0 && numbers.weightNoise <= 1)) refuse('outOfRange', 'weightNoise');
  if (normalizations?.length === 0) refuse('tooFew', 'normalizations');
  if (scales === undefined) return;
  if (scales.length === 0) refuse('tooFew', 'scales');
  refuseRaggedRows(scales, 'scales');
  if (!scales.every((scale) => scale.every(isSize))) refuse('outOfRange', 'scales');
  const stranger = relationOutsideScale(relations, scales[0] ?? []);
  if (stranger !== null) refuse('outOfRange', `relations[${stranger.i}][${stranger.j}]`);
}

/** The first relation that is neither 0 nor one of the levels; null when there is none. */
export function relationOutsideScale(
  relations: readonly (readonly number[])[],
  levels: readonly number[],
): { i: number; j: number } | null {
  const known = new Set([0, ...levels]);
  for (const [i, row] of relations.entries()) {
    const j = row.findIndex((relation) => !known.has(relation));
    if (j >= 0) return { i, j };
  }
  return null;
}

function refuseRaggedRows(rows: readonly (readonly number[])[], path: string): void {
  const bad = rows.findIndex((row) => row.length !== rows[0]?.length);
  if (bad >= 0) refuse('raggedMatrix', `${path}[${bad}]`);
}

function refuseOutside(value: number, low: number, high: number, path: string): void {
  if (!(Number.isInteger(value) && value >= low && value <= high)) refuse('outOfRange', path);
}

function refuse(reason: 'sizeMismatch' | 'raggedMatrix' | 'outOfRange' | 'tooFew', path: string) {
  throw new AppError(`calculation.${reason}`, {}, path);
}
