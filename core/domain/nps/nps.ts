import { AppError } from '../../contract/app-error.ts';
import type { Interval } from '../../contract/common.schema.ts';
import { effectiveSize } from '../../numerics/effective-size.ts';
import { waldInterval } from '../../numerics/normal.ts';

/** What a reader must know of a Net Promoter Score's figures. */
export type NpsNote =
  /** Nobody answered: there is nothing to compute. */
  | 'noAnswers'
  /** All answers lie in one group: the standard error is 0 and says nothing about chance. */
  | 'oneGroup'
  /** The interval reaches beyond −1 or 1: too few answers for Wald's approximation. */
  | 'beyondRange';

/** Weighted shares of the three groups, fractions that sum to 1. */
export interface NpsShares {
  promoters: number;
  passives: number;
  detractors: number;
}

export interface NpsEstimate {
  /** Respondents with an answer and a weight above 0. */
  n: number;
  /** How many of them answered 9–10, 7–8 and 0–6; not weighted. */
  promoters: number;
  passives: number;
  detractors: number;
  /** Kish's (Σw)²/Σw² over the n respondents; 0 when n is 0. */
  effectiveN: number;
  shares: NpsShares | null;
  /** −1…1 */
  nps: number | null;
  /** Of one answer scored 1, 0 or −1: p + d − (p − d)². */
  variance: number | null;
  standardError: number | null;
  ci95: Interval | null;
  notes: NpsNote[];
}

/** The scores that make a promoter and a passive; whoever answers less is a detractor. */
const promoterFrom = 9;
const passiveFrom = 7;

/** Whether a score is an answer to "how likely are you to recommend us", 0–10 in whole steps. */
export function isNpsScore(score: number): boolean {
  return Number.isInteger(score) && score >= 0 && score <= 10;
}

/**
 * Net Promoter Score: share of promoters (9–10) less share of detractors (0–6) (F. F. Reichheld, "The
 * One Number You Need to Grow", Harvard Business Review 81(12), 2003, 46–54).
 *
 * Each answer counts 1, 0 or −1: the score is the mean of these values, p + d − (p − d)² their population
 * variance (÷ n), SE = √(variance / n), and the 95 % interval is Wald's, nps ± 1.959963984540054 · SE. In
 * small samples and near −1 or 1 Wald's interval covers the true score less often than 95 % (B. Rocks,
 * "Interval Estimation for the 'Net Promoter Score'", The American Statistician 70(4), 2016, 365–372). It
 * is not cut: where it reaches past −1 or 1 it stands as it is, with the note `beyondRange`.
 *
 * `scores` are 0–10, NaN is no answer; `weights` has one entry per respondent. With weights p and d are
 * weighted shares and n in the standard error is Kish's effective size (L. Kish, "Survey Sampling",
 * 1965, sect. 11.7); the counts stay numbers of respondents.
 *
 * Nobody answered → all figures null, note `noAnswers`. All in one group (one respondent, too) →
 * variance and standard error 0, an interval without width, note `oneGroup`. Throws
 * `calculation.sizeMismatch` when the lengths disagree and `calculation.outOfRange` for another score.
 */
export function estimateNps(scores: Float64Array, weights: Float64Array): NpsEstimate {
  if (scores.length !== weights.length) throw new AppError('calculation.sizeMismatch');
  const groups = { promoters: emptyGroup(), passives: emptyGroup(), detractors: emptyGroup() };
  let squaredWeights = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    const weight = weights[row] as number;
    if (Number.isNaN(score) || weight === 0) continue;
    if (!isNpsScore(score)) throw new AppError('calculation.outOfRange', {}, `scores[${row}]`);
    const group = groups[groupOf(score)];
    group.count += 1;
    group.weight += weight;
    squaredWeights += weight * weight;
  }
  const { promoters, passives, detractors } = groups;
  const n = promoters.count + passives.count + detractors.count;
  const counts = {
    n,
    promoters: promoters.count,
    passives: passives.count,
    detractors: detractors.count,
  };
  if (n === 0) {
    return { ...counts, effectiveN: 0, ...nothing, notes: ['noAnswers'] };
  }
  const total = promoters.weight + passives.weight + detractors.weight;
  const effectiveN = effectiveSize(total, squaredWeights);
  const shares = {
    promoters: promoters.weight / total,
    passives: passives.weight / total,
    detractors: detractors.weight / total,
  };
  const nps = (promoters.weight - detractors.weight) / total;
  const variance = varianceOf(shares);
  const standardError = Math.sqrt(variance / effectiveN);
  const ci95 = waldInterval(nps, standardError);
  return {
    ...counts,
    effectiveN,
    shares,
    nps,
    variance,
    standardError,
    ci95,
    notes: notesOf(variance, ci95),
  };
}

function notesOf(variance: number, [lower, upper]: Interval): NpsNote[] {
  if (variance === 0) return ['oneGroup'];
  return lower < -1 || upper > 1 ? ['beyondRange'] : [];
}

interface Group {
  count: number;
  weight: number;
}

const nothing = { shares: null, nps: null, variance: null, standardError: null, ci95: null };

function emptyGroup(): Group {
  return { count: 0, weight: 0 };
}

function groupOf(score: number): keyof NpsShares {
  if (score >= promoterFrom) return 'promoters';
  return score >= passiveFrom ? 'passives' : 'detractors';
}

/** p + d − (p − d)² with p + a + d = 1, written as a sum of what cannot be negative. */
function varianceOf({ promoters: p, passives: a, detractors: d }: NpsShares): number {
  return a * (p + d) + 4 * p * d;
}
