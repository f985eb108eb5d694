import { z } from 'zod';
import type { Exclusion, Quantity } from '../contract/explanation.ts';
import { isRespondentWeight } from '../domain/index/component-score.ts';
import { addFault } from './calc-error.ts';
import { quantity } from './explanation.ts';

/** One answer per respondent; null is no answer. */
export const answersSchema = z.array(z.number().nullable()).min(1);

export const respondentWeightsSchema = z
  .array(z.number().min(0))
  .min(1)
  .optional()
  .describe('One weight per respondent; all equal when absent. 0 leaves a respondent out.');

/** Weights must be representable, not all 0, and as many as there are respondents. */
export function refuseBadWeights(
  context: z.RefinementCtx,
  weights: readonly number[] | undefined,
  respondents: number,
): void {
  refuseWeightValues(context, weights);
  if (weights === undefined || weights.length === respondents) return;
  addFault(context, {
    code: 'calc.sizeMismatch',
    path: ['respondentWeights'],
    message: `There are ${weights.length} respondent weights for ${respondents} respondents.`,
  });
}

/** Weights must be representable and not all 0. */
export function refuseWeightValues(
  context: z.RefinementCtx,
  weights: readonly number[] | undefined,
): void {
  if (weights === undefined) return;
  const bad = weights.findIndex((weight) => !isRespondentWeight(weight));
  if (bad >= 0) {
    addFault(context, {
      code: 'calc.outOfRange',
      path: ['respondentWeights', bad],
      message: 'A weight must be 0 or lie between 1e-9 and 1e9.',
    });
  }
  if (weights.every((weight) => weight === 0)) {
    addFault(context, {
      code: 'calc.emptySample',
      path: ['respondentWeights'],
      message: 'Every weight is 0, so that no respondent counts.',
    });
  }
}

/** The answers as numbers, NaN where there is none: how `core/domain` holds a column of a survey. */
export function columnOf(answers: readonly (number | null)[]): Float64Array {
  return Float64Array.from(answers, (answer) => answer ?? Number.NaN);
}

/** One column per item out of one row per respondent; all rows are equally long. */
export function itemColumnsOf(rows: readonly (readonly (number | null)[])[]): Float64Array[] {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, () => new Float64Array(rows.length));
  for (const [r, row] of rows.entries()) {
    for (let k = 0; k < columns.length; k++) {
      (columns[k] as Float64Array)[r] = row[k] ?? Number.NaN;
    }
  }
  return columns;
}

/** The given weights, or 1 for everybody. */
export function weightColumn(
  weights: readonly number[] | undefined,
  respondents: number,
): Float64Array {
  return weights === undefined ? new Float64Array(respondents).fill(1) : Float64Array.from(weights);
}

/** The weights among the inputs of an explanation; nothing where all weigh alike. */
export function weightsShown(weights: readonly number[] | undefined): Quantity[] {
  return weights === undefined ? [] : [quantity('w', weights)];
}

export const effectiveSizeSource =
  'Kish, L., Survey Sampling, Wiley, 1965, section 11.7 (effective sample size)';

/** Who is left out of the figures of one column: those without an answer, and those of weight 0. */
export function exclusionsOf(column: Float64Array, weights: Float64Array): Exclusion[] {
  let noAnswer = 0;
  let noWeight = 0;
  for (let row = 0; row < column.length; row++) {
    if (weights[row] === 0) noWeight += 1;
    else if (Number.isNaN(column[row])) noAnswer += 1;
  }
  return [
    { reason: 'noAnswer', count: noAnswer },
    { reason: 'noWeight', count: noWeight },
  ];
}
