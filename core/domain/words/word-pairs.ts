import { chiSquareUpperTail } from '../../numerics/chi-square-distribution.ts';
import { qValues } from '../statistics/benjamini-hochberg.ts';
import { discoveryRate } from './rising-words.ts';

export interface PairCounts {
  first: string;
  second: string;
  /** Texts with both, with the first, with the second. */
  both: number;
  firstCount: number;
  secondCount: number;
}

export interface WordPair extends PairCounts {
  /** firstCount · secondCount ÷ texts. */
  expected: number;
  /** both ÷ expected */
  lift: number;
  /** G² of the 2 × 2 table. */
  logLikelihood: number;
  p: number;
  q: number;
}

/** Texts that must hold both words before a pair says anything. */
const leastBoth = 3;

/**
 * Pairs of words that are in one text more often than chance puts them there: log-likelihood ratio
 * G² = 2·Σ O·ln(O/E) of the 2 × 2 table (T. Dunning, "Accurate Methods for the Statistics of Surprise
 * and Coincidence", Computational Linguistics 19(1), 1993, 61–74), chi-square with one degree of
 * freedom, Benjamini–Hochberg over all pairs given. Only those with lift above 1, q ≤ 0.05 and at least
 * `leastBoth` texts come back, strongest first.
 */
export function significantPairs(pairs: readonly PairCounts[], texts: number): WordPair[] {
  const tested = pairs.filter(({ both }) => both >= leastBoth).map((pair) => measured(pair, texts));
  const qs = qValues(tested.map(({ p }) => p));
  return tested
    .map((pair, i) => ({ ...pair, q: qs[i] ?? 1 }))
    .filter(({ lift, q }) => lift > 1 && q <= discoveryRate)
    .sort((one, other) => other.logLikelihood - one.logLikelihood || compare(one, other));
}

function measured(pair: PairCounts, texts: number): Omit<WordPair, 'q'> {
  const { both, firstCount, secondCount } = pair;
  const expected = (firstCount * secondCount) / texts;
  const logLikelihood = logLikelihoodRatio(both, firstCount, secondCount, texts);
  return {
    ...pair,
    expected,
    lift: both / expected,
    logLikelihood,
    p: chiSquareUpperTail(logLikelihood, 1),
  };
}

/** G² of the table with `both` in its first cell and the given margins; at least 0. */
export function logLikelihoodRatio(
  both: number,
  firstCount: number,
  secondCount: number,
  texts: number,
): number {
  const notFirst = texts - firstCount;
  const notSecond = texts - secondCount;
  const sum =
    cell(both, firstCount, secondCount, texts) +
    cell(firstCount - both, firstCount, notSecond, texts) +
    cell(secondCount - both, notFirst, secondCount, texts) +
    cell(notFirst - (secondCount - both), notFirst, notSecond, texts);
  return Math.max(0, 2 * sum);
}

/** O·ln(O/E), which tends to 0 with O. */
function cell(observed: number, row: number, column: number, texts: number): number {
  return observed <= 0 ? 0 : observed * Math.log((observed / row) * (texts / column));
}

function compare(one: PairCounts, other: PairCounts): number {
  const a = `${one.first} ${one.second}`;
  const b = `${other.first} ${other.second}`;
  return a < b ? -1 : a > b ? 1 : 0;
}
