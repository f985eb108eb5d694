import { AppError } from '../../contract/app-error.ts';
import { compensatedSum } from '../../numerics/compensated-sum.ts';
import { fUpperTail } from '../../numerics/f-distribution.ts';
import { powerOfTwoNear } from '../../numerics/power-of-two.ts';
import { type SampleSummary, summarize } from '../../numerics/sample-summary.ts';
import { type SampleFigures, sampleFigures } from './t-test.ts';

/** Why a figure of an analysis of variance is null. */
export type AnovaNote =
  /** Every group has one value only. */
  | 'noDegreesWithin'
  /** No group has any spread. */
  | 'noSpreadWithin'
  /** All values of all groups are the same. */
  | 'noSpread'
  /** Some group has one value, hence no standard deviation; it does not hinder the test. */
  | 'groupOfOne'
  /** Squares of the values are beyond the range of a double (1e±154). */
  | 'beyondRange';

export interface Anova {
  groups: SampleFigures[];
  /** Mean of all values. */
  grandMean: number;
  /** Σ n·(group mean − grand mean)², in squared units. */
  ssBetween: number | null;
  /** Σ (value − its group's mean)², in squared units. */
  ssWithin: number | null;
  f: number | null;
  /** Groups − 1. */
  df1: number;
  /** Values − groups. */
  df2: number;
  p: number | null;
  /** ssBetween / (ssBetween + ssWithin), also called η². */
  rSquared: number | null;
  notes: AnovaNote[];
}

/**
 * One-way analysis of variance: F = (SSB / df1) / (SSW / df2).
 *
 * Source: R. A. Fisher, "Statistical Methods for Research Workers", 1925; held against the certified
 * values of the NIST Statistical Reference Datasets. Sums of squares are of deviations from means that
 * are known beyond a double, so that an offset of 1e12 costs no digit that the data have.
 *
 * Groups of finite numbers in one unit, of any sizes. Throws `calculation.tooFew` for fewer than two
 * groups (path `groups`) or an empty one (`groups[2]`). One value per group or no spread within any
 * group leave f and p null; all values the same leave rSquared null, too.
 */
export function oneWayAnova(groups: readonly ArrayLike<number>[]): Anova {
  const summaries = summariesOf(groups);
  const { n, mean, scale, between, within } = partition(summaries);
  const df1 = summaries.length - 1;
  const df2 = n - summaries.length;
  const ssBetween = unscaled(between, scale);
  const ssWithin = unscaled(within, scale);
  const shared = {
    groups: summaries.map(sampleFigures),
    grandMean: mean,
    ssBetween,
    ssWithin,
    df1,
    df2,
    rSquared: between === 0 && within === 0 ? null : between / (between + within),
  };
  const note = noteOf(summaries, df2, between);
  const notes: AnovaNote[] = [
    ...(summaries.some((group) => group.n === 1) ? (['groupOfOne'] as const) : []),
    ...(ssBetween === null || ssWithin === null ? (['beyondRange'] as const) : []),
  ];
  if (note !== null) return { ...shared, f: null, p: null, notes: [note, ...notes] };
  const f = between / df1 / (within / df2);
  return { ...shared, f, p: fUpperTail(f, df1, df2), notes };
}

/** Why a figure of Welch's test is null. */
export type WelchAnovaNote =
  /** A group of one value has no variance. */
  | 'groupOfOne'
  /** A constant group has no weight n ÷ variance. */
  | 'groupWithoutSpread';

export interface WelchAnova {
  groups: SampleFigures[];
  /** Share of each group in the weighted mean: w = n/s², divided by Σw. */
  weightShares: number[] | null;
  /** Σ w·mean / Σw, in the units of the values. */
  weightedMean: number | null;
  f: number | null;
  /** Groups − 1. */
  df1: number;
  /** Not a whole number in general. */
  df2: number | null;
  p: number | null;
  notes: WelchAnovaNote[];
}

/**
 * Welch's test of equal means that does not assume equal variances: with wᵢ = nᵢ/sᵢ², W = Σw, k groups
 * and λ = Σ (1 − wᵢ/W)² / (nᵢ − 1),
 * F = [Σ wᵢ(x̄ᵢ − x̃)² / (k − 1)] / [1 + 2(k − 2)/(k² − 1) · λ], df1 = k − 1, df2 = (k² − 1) / (3λ).
 *
 * Source: B. L. Welch, "On the Comparison of Several Mean Values: An Alternative Approach", Biometrika
 * 38, 1951, 330–336. For two groups F is the square of Welch's t.
 *
 * Shapes and errors as in `oneWayAnova`. A group of one value or without spread leaves every figure of
 * the test null.
 */
export function welchAnova(groups: readonly ArrayLike<number>[]): WelchAnova {
  const summaries = summariesOf(groups);
  const k = summaries.length;
  const shared = { groups: summaries.map(sampleFigures), df1: k - 1 };
  const note = summaries.some(({ n }) => n === 1)
    ? 'groupOfOne'
    : summaries.some(({ squares }) => squares === 0)
      ? 'groupWithoutSpread'
      : null;
  if (note !== null) {
    const figures = { weightShares: null, weightedMean: null, f: null, df2: null, p: null };
    return { ...shared, ...figures, notes: [note] };
  }
  const { weightShares, weightedMean, squares } = weighted(summaries);
  const lambda = compensatedSum(
    k,
    (i) => (1 - (weightShares[i] ?? 0)) ** 2 / ((summaries[i]?.n ?? 2) - 1),
  );
  const f = squares / (k - 1) / (1 + ((2 * (k - 2)) / (k * k - 1)) * lambda);
  const df2 = (k * k - 1) / (3 * lambda);
  return {
    ...shared,
    weightShares,
    weightedMean,
    f,
    df2,
    p: fUpperTail(f, k - 1, df2),
    notes: [],
  };
}

function summariesOf(groups: readonly ArrayLike<number>[]): SampleSummary[] {
  if (groups.length < 2) throw new AppError('calculation.tooFew', {}, 'groups');
  return groups.map((group, i) => {
    if (group.length === 0) throw new AppError('calculation.tooFew', {}, `groups[${i}]`);
    return summarize(group);
  });
}

/** The sum of squares in squared units; null where it would overflow, or vanish without being 0. */
function unscaled(squares: number, scale: number): number | null {
  const result = squares * scale * scale;
  if (Number.isFinite(squares) && !Number.isFinite(result)) return null;
  return result === 0 && squares !== 0 ? null : result;
}

function noteOf(
  summaries: readonly SampleSummary[],
  df2: number,
  between: number,
): AnovaNote | null {
  if (summaries.some(({ squares }) => squares !== 0)) return null;
  if (between === 0) return 'noSpread';
  return df2 === 0 ? 'noDegreesWithin' : 'noSpreadWithin';
}

/** Both sums of squares, divided by scale². */
function partition(summaries: readonly SampleSummary[]) {
  const first = summaries[0]?.centre ?? 0;
  const distances = distancesFrom(first, summaries);
  let reach = 0;
  for (const [i, { scale, squares }] of summaries.entries()) {
    reach = Math.max(reach, Math.abs(distances[i] ?? 0), squares === 0 ? 0 : scale);
  }
  const scale = reach === 0 ? 1 : powerOfTwoNear(reach);
  const k = summaries.length;
  const sizeOf = (i: number) => summaries[i]?.n ?? 0;
  const distanceOf = (i: number) => (distances[i] ?? 0) / scale;
  const n = compensatedSum(k, sizeOf);
  const mean = compensatedSum(k, (i) => sizeOf(i) * distanceOf(i)) / n;
  const rest = compensatedSum(k, (i) => sizeOf(i) * (distanceOf(i) - mean));
  const squares = compensatedSum(k, (i) => sizeOf(i) * (distanceOf(i) - mean) ** 2);
  return {
    n,
    mean: first + scale * mean,
    scale,
    between: Math.max(0, squares - (rest * rest) / n),
    within: compensatedSum(k, (i) => {
      const summary = summaries[i];
      return summary === undefined ? 0 : summary.squares * (summary.scale / scale) ** 2;
    }),
  };
}

/** Group means seen from a point that one of them lies next to. */
function distancesFrom(point: number, summaries: readonly SampleSummary[]): Float64Array {
  return Float64Array.from(summaries, ({ centre, offset }) => centre - point + offset);
}

/** Weights n/s², the weighted mean and Σ w·(mean − weighted mean)². */
function weighted(summaries: readonly SampleSummary[]) {
  const errors = summaries.map(({ n, scale, squares }) => scale * Math.sqrt(squares / (n - 1) / n));
  let heaviest = 0;
  for (const [i, error] of errors.entries()) {
    if (error < (errors[heaviest] ?? 0)) heaviest = i;
  }
  const least = errors[heaviest] ?? 0;
  const relative = errors.map((error) => (least / error) ** 2);
  const total = compensatedSum(relative.length, (i) => relative[i] ?? 0);
  const weightShares = relative.map((weight) => weight / total);
  // From the heaviest group, whose distance from the weighted mean would otherwise be lost in rounding.
  const point = summaries[heaviest]?.centre ?? 0;
  const distances = distancesFrom(point, summaries);
  const k = summaries.length;
  const mean = compensatedSum(k, (i) => (weightShares[i] ?? 0) * (distances[i] ?? 0));
  const squares = compensatedSum(k, (i) => (((distances[i] ?? 0) - mean) / (errors[i] ?? 1)) ** 2);
  return { weightShares, weightedMean: point + mean, squares };
}
