import type {
  SurveyFigure,
  SurveyMethod,
  SurveyProblem,
} from '../../contract/importance.contract.ts';
import { meanOf } from '../../numerics/moments.ts';
import { keyDrivers } from '../drivers/key-drivers.ts';

/** Fewer answers than this say too little, whatever the method. */
const fewestRespondents = 30;
/** Relative weights need so many respondents for each WHAT. */
const respondentsPerWhat = 5;

export interface SurveyImportance {
  problem: SurveyProblem | null;
  /** As many as columns, null for a WHAT that no item measures. */
  figures: (SurveyFigure | null)[];
  /** Of `relativeWeight`: how much of the whole all WHATs together explain, 0 to 1. */
  rSquared: number | null;
  /** Respondents of the whole: for `relativeWeight` those who answered everything. */
  n: number;
}

/**
 * Importance of WHATs derived from one survey wave. `whole[r]`: respondent r's score of overall
 * satisfaction; `columns[i][r]`: the mean of the scores on the items that measure WHAT i, or null for a
 * WHAT that none measures; NaN where not answered.
 *
 * Respondents count alike: weights of a sample are about how many are like them, not about what goes with
 * what. A correlation below 0 gives 0: what people are less content with the more they get of it is not
 * thereby important. Sources: Johnson, "A Heuristic Method for Estimating the Relative Weight of Predictor
 * Variables in Multiple Regression", Multivariate Behavioral Research 35(1), 2000, 1–19; the least numbers
 * are rules of thumb (Green, "How Many Subjects Does It Take To Do A Regression Analysis?", Multivariate
 * Behavioral Research 26(3), 1991, discusses them).
 */
export function surveyImportance(
  whole: ArrayLike<number>,
  columns: readonly (ArrayLike<number> | null)[],
  method: SurveyMethod,
): SurveyImportance {
  const linked = columns.flatMap((column, what) => (column === null ? [] : [{ column, what }]));
  const none = (problem: SurveyProblem, n: number): SurveyImportance => ({
    problem,
    figures: columns.map(() => null),
    rSquared: null,
    n,
  });
  if (linked.length === 0) return none({ kind: 'nothingLinked' }, 0);
  const answered = rowsWith(whole, method === 'correlation' ? [] : linked.map((l) => l.column));
  const needed =
    method === 'correlation'
      ? fewestRespondents
      : Math.max(fewestRespondents, respondentsPerWhat * linked.length);
  const n = answered.length;
  if (n < needed) return none({ kind: 'tooFew', n, needed }, n);
  if (isConstant(at(whole, answered))) return none({ kind: 'constantWhole' }, n);
  return method === 'correlation'
    ? byCorrelation(whole, columns, n)
    : byRelativeWeight(whole, columns, answered);
}

function byCorrelation(
  whole: ArrayLike<number>,
  columns: readonly (ArrayLike<number> | null)[],
  n: number,
): SurveyImportance {
  const figures = columns.map((column) => {
    if (column === null) return null;
    const both = rowsWith(whole, [column]);
    const enough = both.length >= fewestRespondents;
    const correlation = enough ? correlationOf(at(whole, both), at(column, both)) : null;
    return { n: both.length, correlation, value: inPercent(correlation) };
  });
  if (figures.every((figure) => figure === null || figure.value === null)) {
    const most = Math.max(...figures.map((figure) => figure?.n ?? 0));
    return {
      problem:
        most < fewestRespondents
          ? { kind: 'tooFew', n: most, needed: fewestRespondents }
          : { kind: 'nothingExplained' },
      figures,
      rSquared: null,
      n,
    };
  }
  return { problem: null, figures, rSquared: null, n };
}

function byRelativeWeight(
  whole: ArrayLike<number>,
  columns: readonly (ArrayLike<number> | null)[],
  answered: readonly number[],
): SurveyImportance {
  const y = at(whole, answered);
  const n = answered.length;
  const linked = columns.filter((column) => column !== null).map((column) => at(column, answered));
  const drivers = keyDrivers(y, linked, 'johnson');
  let next = 0;
  const figures = columns.map((column) => {
    if (column === null) return null;
    const place = next++;
    const share = drivers.share[place] ?? null;
    return {
      n,
      correlation: correlationOf(y, linked[place] ?? []),
      value: share === null ? null : share * 100,
    };
  });
  const explains = figures.some((figure) => figure !== null && figure.value !== null);
  return {
    problem: explains ? null : { kind: 'nothingExplained' },
    figures,
    rSquared: drivers.rSquared,
    n,
  };
}

/** In %, and nothing below 0. */
function inPercent(correlation: number | null): number | null {
  return correlation === null ? null : Math.max(0, correlation * 100);
}

/** Rows in which the whole and all columns are answered. */
function rowsWith(whole: ArrayLike<number>, columns: readonly ArrayLike<number>[]): number[] {
  const rows: number[] = [];
  for (let row = 0; row < whole.length; row++) {
    if (Number.isNaN(whole[row])) continue;
    if (columns.every((column) => !Number.isNaN(column[row] ?? Number.NaN))) rows.push(row);
  }
  return rows;
}

function at(values: ArrayLike<number>, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
}

function isConstant(values: ArrayLike<number>): boolean {
  return Array.from(values).every((value) => value === values[0]);
}

function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (isConstant(a) || isConstant(b)) return null;
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  const scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
  return scale === 0 ? null : Math.max(-1, Math.min(1, product / scale));
}

/**
 * One score per respondent for a WHAT that several items measure: the mean of the items answered, each on
 * 0 to 100 of its own scale; NaN where none was answered. Null for no items.
 */
export function scoresOfItems(
  items: readonly { values: ArrayLike<number>; scaleMin: number; scaleMax: number }[],
): Float64Array | null {
  const [first] = items;
  if (first === undefined) return null;
  return Float64Array.from({ length: first.values.length }, (_, row) => {
    let [sum, count] = [0, 0];
    for (const { values, scaleMin, scaleMax } of items) {
      const value = values[row] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      sum += (100 * (value - scaleMin)) / (scaleMax - scaleMin);
      count++;
    }
    return count === 0 ? Number.NaN : sum / count;
  });
}
