import { AppError } from '../../contract/app-error.ts';
import type { Interval } from '../../contract/common.schema.ts';
import { Agreement, unitRoundoff } from '../../numerics/rounding.ts';
import {
  meanDistance,
  meanOfSummary,
  type SampleSummary,
  standardDeviationOf,
  summarize,
} from '../../numerics/sample-summary.ts';
import { studentTQuantile, studentTTwoSidedP } from '../../numerics/student-t.ts';
import { satterthwaiteDf } from './satterthwaite.ts';

/** Why a figure of a t-test is null. */
export type TTestNote =
  /** Too few values for a variance, hence for a test. */
  | 'tooFewValues'
  /** No value differs: nothing to measure the difference against. */
  | 'noSpread'
  /** One value in a sample has no standard deviation of its own; it does not hinder the test. */
  | 'oneValue';

export interface TTest {
  /** In the units of the values. */
  difference: number;
  /** Of the difference; null when there are too few values, 0 when they have no spread. */
  standardError: number | null;
  t: number | null;
  /** Degrees of freedom; whole numbers but for Welch's test. */
  df: number | null;
  /** Two-sided. */
  p: number | null;
  /** 95 % interval of the difference. */
  ci95: Interval | null;
  notes: TTestNote[];
}

export interface SampleFigures {
  n: number;
  mean: number;
  /** With n − 1; null for one value. */
  standardDeviation: number | null;
}

export interface TwoSampleTest extends TTest {
  a: SampleFigures;
  b: SampleFigures;
}

export interface PairedTest extends TTest {
  n: number;
  meanA: number;
  meanB: number;
  /** Of the differences, with n − 1; null for one pair. */
  standardDeviation: number | null;
}

/**
 * Welch's t-test of mean a − mean b, without assuming equal variances.
 *
 * Source: B. L. Welch, "The Generalization of 'Student's' Problem when Several Different Population
 * Variances are Involved", Biometrika 34, 1947, 28–35; degrees of freedom of F. E. Satterthwaite,
 * Biometrics Bulletin 2, 1946, 110–114:
 * t = (x̄ₐ − x̄_b) / √(sₐ²/nₐ + s_b²/n_b), df = (sₐ²/nₐ + s_b²/n_b)² / Σ (s²/n)²/(n − 1).
 *
 * Two samples of finite numbers in the same unit, neither empty (`calculation.tooFew` with the path
 * `a` or `b`). One value in a sample: no variance, hence no test (`tooFewValues`). Both samples
 * constant: no test either, whether the means differ or not (`noSpread`). One constant sample is fine.
 */
export function welchTest(a: ArrayLike<number>, b: ArrayLike<number>): TwoSampleTest {
  const [first, second] = summaries(a, b);
  const errorA = standardErrorOf(first);
  const errorB = standardErrorOf(second);
  const difference = meanDistance(first, second);
  if (errorA === null || errorB === null) {
    return { ...samples(first, second), ...untested(difference, null, 'tooFewValues') };
  }
  if (first.squares === 0 && second.squares === 0) {
    return { ...samples(first, second), ...untested(difference, null, 'noSpread') };
  }
  const standardError = Math.hypot(errorA, errorB);
  const df = satterthwaiteDf(errorA, first.n, errorB, second.n);
  return { ...samples(first, second), ...tested(difference, standardError, df) };
}

/**
 * Student's t-test of mean a − mean b with the pooled variance
 * s² = (Σ(a − x̄ₐ)² + Σ(b − x̄_b)²) / (nₐ + n_b − 2), t = (x̄ₐ − x̄_b) / (s·√(1/nₐ + 1/n_b)).
 *
 * Source: "Student" (W. S. Gosset), "The Probable Error of a Mean", Biometrika 6, 1908, 1–25, in the
 * two-sample form of R. A. Fisher, Metron 5, 1925, 90–104.
 *
 * Shapes and errors as in `welchTest`, but one value on one side is enough: it adds no degree of
 * freedom. One value on each side leaves none (`tooFewValues`, df null); a pooled variance of 0 leaves
 * df and no test (`noSpread`).
 */
export function studentTest(a: ArrayLike<number>, b: ArrayLike<number>): TwoSampleTest {
  const [first, second] = summaries(a, b);
  const difference = meanDistance(first, second);
  const df = first.n + second.n - 2;
  if (df === 0) {
    return { ...samples(first, second), ...untested(difference, null, 'tooFewValues') };
  }
  if (first.squares === 0 && second.squares === 0) {
    return { ...samples(first, second), ...untested(difference, df, 'noSpread') };
  }
  const root = Math.hypot(rootOfSquares(first), rootOfSquares(second));
  const standardError = (root / Math.sqrt(df)) * Math.sqrt(1 / first.n + 1 / second.n);
  const test = tested(difference, standardError, df);
  const oneValue = first.n === 1 || second.n === 1;
  return { ...samples(first, second), ...test, notes: oneValue ? ['oneValue'] : [] };
}

/**
 * Paired t-test: d = a − b per pair, t = d̄ / (s_d/√n), df = n − 1.
 *
 * Source: "Student", Biometrika 6, 1908, 1–25.
 *
 * a and b of one length (`calculation.sizeMismatch`, path `b`) and not empty (`calculation.tooFew`).
 * One pair has no variance (`tooFewValues`, df null). Differences that are all the same, as far as the
 * rounding of decimal fractions lets one see, leave df and no test (`noSpread`).
 */
export function pairedTest(a: ArrayLike<number>, b: ArrayLike<number>): PairedTest {
  if (a.length !== b.length) throw new AppError('calculation.sizeMismatch', {}, 'b');
  const [first, second] = summaries(a, b);
  const differences = new Float64Array(a.length);
  const agreement = new Agreement();
  for (let i = 0; i < differences.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    differences[i] = x - y;
    agreement.add(x - y, roundingOfDifference(x, y));
  }
  const summary = summarize(differences);
  const n = summary.n;
  const means = { n, meanA: meanOfSummary(first), meanB: meanOfSummary(second) };
  const difference = meanOfSummary(summary);
  if (n === 1) {
    return { ...means, standardDeviation: null, ...untested(difference, null, 'tooFewValues') };
  }
  if (agreement.holds) {
    return { ...means, standardDeviation: 0, ...untested(difference, n - 1, 'noSpread') };
  }
  const standardDeviation = standardDeviationOf(summary) ?? 0;
  return {
    ...means,
    standardDeviation,
    ...tested(difference, standardDeviation / Math.sqrt(n), n - 1),
  };
}

/** t(0.975; df): half the width of a 95 % interval, in standard errors. */
export function criticalT(df: number): number {
  return studentTQuantile(0.975, df);
}

function tested(difference: number, standardError: number, df: number): TTest {
  const t = difference / standardError;
  const reach = criticalT(df) * standardError;
  return {
    difference,
    standardError,
    t,
    df,
    p: studentTTwoSidedP(t, df),
    ci95: [difference - reach, difference + reach],
    notes: [],
  };
}

function untested(difference: number, df: number | null, note: TTestNote): TTest {
  const standardError = note === 'noSpread' ? 0 : null;
  return { difference, standardError, t: null, df, p: null, ci95: null, notes: [note] };
}

/** Whole numbers are taken as exact; a decimal fraction is stored, and subtracted, rounded. */
function roundingOfDifference(x: number, y: number): number {
  if (Number.isInteger(x) && Number.isInteger(y)) return 0;
  return unitRoundoff * (Math.abs(x) + Math.abs(y) + Math.abs(x - y));
}

function summaries(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): [first: SampleSummary, second: SampleSummary] {
  if (a.length === 0) throw new AppError('calculation.tooFew', {}, 'a');
  if (b.length === 0) throw new AppError('calculation.tooFew', {}, 'b');
  return [summarize(a), summarize(b)];
}

function samples(first: SampleSummary, second: SampleSummary) {
  return { a: sampleFigures(first), b: sampleFigures(second) };
}

export function sampleFigures(summary: SampleSummary): SampleFigures {
  return {
    n: summary.n,
    mean: meanOfSummary(summary),
    standardDeviation: standardDeviationOf(summary),
  };
}

/** s/√n in the units of the values; null for one value. */
function standardErrorOf(summary: SampleSummary): number | null {
  const deviation = standardDeviationOf(summary);
  return deviation === null ? null : deviation / Math.sqrt(summary.n);
}

function rootOfSquares({ scale, squares }: SampleSummary): number {
  return scale * Math.sqrt(squares);
}
