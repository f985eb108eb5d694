import { AppError } from '../../contract/app-error.ts';
import type { Interval } from '../../contract/common.schema.ts';
import { effectiveSize } from '../../numerics/effective-size.ts';
import { type WilsonInterval, wilsonInterval } from '../proportion/wilson.ts';
import { leavesLowerBoxes, lowestTopBox } from './top-boxes.ts';

/** Why a figure of a top-box share is null. */
export type TopBoxNote = 'noAnswers';

export interface TopBoxShare {
  /** Respondents with an answer and a weight above 0. */
  n: number;
  /** Those of them with an answer in the top boxes. */
  count: number;
  /** Kish's (Σw)²/Σw² over the n respondents; 0 when n is 0. */
  effectiveN: number;
  /** Weighted share of the answers in the top boxes, a fraction. */
  share: number | null;
  ci95: Interval | null;
  /** Σw over the n respondents, and over the count in the top boxes. */
  totalWeight: number;
  topWeight: number;
  wilson: WilsonInterval | null;
  notes: TopBoxNote[];
}

/**
 * Share of answers in the `top` highest boxes of a rating scale, x ≥ scaleMax − top + 1.
 *
 * `scores` and `weights` have one entry per respondent; NaN is no answer. share = Σ w over the top
 * boxes / Σ w. Its interval is Wilson's with Kish's effective sample size in the place of n (L. Kish,
 * "Survey Sampling", 1965, sect. 11.7; C. Franco et al., "Comparative Study of Confidence Intervals for
 * Proportions in Complex Sample Surveys", Journal of Survey Statistics and Methodology 7(3), 2019,
 * 334–364); with equal weights that is Wilson's interval itself.
 *
 * Nobody answered → share and interval null, note `noAnswers`. Everybody or nobody in the top boxes →
 * the interval ends at 1 or 0. Throws `calculation.sizeMismatch` when the lengths disagree and
 * `calculation.outOfRange` for a scale that leaves no box below the top ones and for a score outside it.
 */
export function topBoxShare(
  scores: Float64Array,
  weights: Float64Array,
  { scaleMin, scaleMax, top }: { scaleMin: number; scaleMax: number; top: number },
): TopBoxShare {
  if (scores.length !== weights.length) throw new AppError('calculation.sizeMismatch');
  if (!leavesLowerBoxes(scaleMin, scaleMax, top)) throw new AppError('calculation.outOfRange');
  const lowest = lowestTopBox(scaleMax, top);
  let n = 0;
  let count = 0;
  let topWeight = 0;
  let otherWeight = 0;
  let squaredWeights = 0;
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row] as number;
    const weight = weights[row] as number;
    if (Number.isNaN(score) || weight === 0) continue;
    if (score < scaleMin || score > scaleMax) {
      throw new AppError('calculation.outOfRange', {}, `scores[${row}]`);
    }
    n += 1;
    squaredWeights += weight * weight;
    if (score >= lowest) {
      count += 1;
      topWeight += weight;
    } else {
      otherWeight += weight;
    }
  }
  const totalWeight = topWeight + otherWeight;
  const sample = { n, count, totalWeight, topWeight };
  if (n === 0) {
    return {
      ...sample,
      effectiveN: 0,
      share: null,
      ci95: null,
      wilson: null,
      notes: ['noAnswers'],
    };
  }
  const effectiveN = effectiveSize(totalWeight, squaredWeights);
  const share = topWeight / totalWeight;
  const wilson = wilsonInterval(share, effectiveN);
  return { ...sample, effectiveN, share, ci95: wilson.ci95, wilson, notes: [] };
}
