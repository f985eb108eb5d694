import { AppError } from '../../contract/app-error.ts';

/**
 * M must-be, O one-dimensional, A attractive, I indifferent, R reverse, Q questionable; in the order in
 * which equal counts give way to each other (Berger et al. 1993: the class that matters more wins).
 */
export const kanoCategories = ['M', 'O', 'A', 'I', 'R', 'Q'] as const;
export type KanoCategory = (typeof kanoCategories)[number];
export type KanoCounts = Record<KanoCategory, number>;

/** One customer's answers to the pair of questions: 1 like, 2 must-be, 3 neutral, 4 live-with, 5 dislike. */
export interface KanoResponse {
  /** How do you feel if the feature is there? */
  functional: number;
  /** How do you feel if it is not? */
  dysfunctional: number;
}

/** Rows: answer to the functional question; columns: to the dysfunctional one; both from 1 to 5. */
export const kanoEvaluationTable = [
  ['Q', 'A', 'A', 'A', 'O'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'I', 'I', 'I', 'M'],
  ['R', 'R', 'R', 'R', 'Q'],
] as const satisfies readonly (readonly KanoCategory[])[];

/** Why a figure of a Kano analysis is null. */
export type KanoNote = 'noneClassified';

export interface KanoResult {
  /** How many answered, Q and R included. */
  n: number;
  counts: KanoCounts;
  category: KanoCategory;
  /** 0 to 1: how much having the feature raises satisfaction; null when nobody is in A, O, M or I. */
  better: number | null;
  /** −1 to 0: how much lacking it lowers satisfaction; null likewise. */
  worse: number | null;
  /** Share of answers for which the feature matters: (A + O + M) / n. */
  totalStrength: number;
  /** Lead of the first category over the second, a share of n. */
  categoryStrength: number;
  fong: KanoLead;
  notes: KanoNote[];
}

/** Whether the first category leads the second by more than chance (Fong's test at the 10 % level). */
export interface KanoLead {
  /** a − b, the two largest counts. */
  difference: number;
  critical: number;
  /** difference > critical. */
  significant: boolean;
}

/**
 * Kano class of one feature.
 *
 *   better = (A + O) ÷ (A + O + M + I),  worse = −(O + M) ÷ (A + O + M + I)
 *   totalStrength = (A + O + M) ÷ n,  categoryStrength = (a − b) ÷ n
 *   critical = 1.65·√((a + b)(2n − a − b) ÷ (2n)), with a ≥ b the two largest counts
 *
 * Sources: Kano et al., "Attractive Quality and Must-be Quality", Hinshitsu 14(2), 1984, 147–156; Berger et
 * al., "Kano's Methods for Understanding Customer-defined Quality", Center for Quality of Management
 * Journal 2(4), 1993, 3–36 (evaluation table, better and worse); Lee & Newcomb, "Applying the Kano
 * Methodology to Meet Customer Requirements", Quality Management Journal 4(3), 1997, 95–106 (strengths);
 * Fong, "Using the Self-stated Importance Questionnaire to Interpret Kano Questionnaire Results", Center
 * for Quality of Management Journal 5(3), 1996, 21–24 (test).
 *
 * Fong's test is two-sided at the 10 % level (1.65). It takes the two counts for independent binomials of
 * one share (a + b)/2n; as counts of one sample they are negatively correlated, under which the variance
 * of a − b is a + b. The test is therefore somewhat liberal, the more so as the two categories are chosen
 * after the fact.
 *
 * `counts` are whole numbers ≥ 0. The largest count may be R or Q: a question that most misunderstood is
 * reported as such. A lead exactly as large as the critical value does not count as significant.
 * Degenerate cases: nobody in A, O, M or I leaves `better` and `worse` null, with the note
 * `noneClassified`. Throws `calculation.outOfRange` for a count that is not allowed and
 * `calculation.tooFew` when all are 0.
 */
export function analyseKano(counts: KanoCounts): KanoResult {
  refuseBadCounts(counts);
  const { M, O, A, I } = counts;
  const n = kanoCategories.reduce((sum, category) => sum + counts[category], 0);
  const [first, second] = leadingCategories(counts);
  const fong = leadOf(counts[first], counts[second], n);
  const classified = A + O + M + I;
  return {
    n,
    counts,
    category: first,
    better: classified === 0 ? null : (A + O) / classified,
    worse: classified === 0 ? null : 0 - (O + M) / classified,
    totalStrength: (A + O + M) / n,
    categoryStrength: fong.difference / n,
    fong,
    notes: classified === 0 ? ['noneClassified'] : [],
  };
}

/** The two largest counts, equal ones in the order M, O, A, I, R, Q. */
export function leadingCategories(counts: KanoCounts): [KanoCategory, KanoCategory] {
  const [first, second] = kanoCategories.toSorted((a, b) => counts[b] - counts[a]);
  return [first ?? 'M', second ?? 'O'];
}

/**
 * How many pairs of answers fall into each category of the evaluation table. Throws
 * `calculation.outOfRange` with the path of an answer that is not a whole number from 1 to 5.
 */
export function countKano(responses: readonly KanoResponse[]): KanoCounts {
  const counts: KanoCounts = { M: 0, O: 0, A: 0, I: 0, R: 0, Q: 0 };
  for (const [i, { functional, dysfunctional }] of responses.entries()) {
    const row = kanoEvaluationTable[functional - 1];
    const category = row?.[dysfunctional - 1];
    if (category === undefined) {
      const field = row === undefined ? 'functional' : 'dysfunctional';
      throw new AppError('calculation.outOfRange', {}, `responses[${i}].${field}`);
    }
    counts[category] += 1;
  }
  return counts;
}

function leadOf(a: number, b: number, n: number): KanoLead {
  const difference = a - b;
  const critical = 1.65 * Math.sqrt(((a + b) * (2 * n - a - b)) / (2 * n));
  return { difference, critical, significant: difference > critical };
}

function refuseBadCounts(counts: KanoCounts): void {
  for (const category of kanoCategories) {
    const count = counts[category];
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new AppError('calculation.outOfRange', {}, `counts.${category}`);
    }
  }
  if (kanoCategories.every((category) => counts[category] === 0)) {
    throw new AppError('calculation.tooFew', {}, 'counts');
  }
}
