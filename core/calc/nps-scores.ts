import type { z } from 'zod';
import { isNpsScore } from '../domain/nps/nps.ts';
import { addFault } from './calc-error.ts';
import { answersSchema } from './respondents.ts';

export const npsScoresSchema = answersSchema.describe(
  'Whole numbers from 0 to 10, one per respondent; null is no answer.',
);

export const npsSource =
  'Reichheld, F. F., The One Number You Need to Grow, Harvard Business Review 81(12), 2003, 46–54';

/** Where the uncertainty of the score is studied, and where Wald's interval falls short. */
export const npsIntervalSource =
  'Rocks, B., Interval Estimation for the “Net Promoter Score”, The American Statistician 70(4), 2016, 365–372 (variance and Wald interval)';

/** Says which is the first score that is no whole number from 0 to 10. */
export function refuseBadNpsScores(
  context: z.RefinementCtx,
  scores: readonly (number | null)[],
  field: string,
): void {
  const row = scores.findIndex((score) => score !== null && !isNpsScore(score));
  if (row < 0) return;
  addFault(context, {
    code: 'calc.outOfScale',
    path: [field, row],
    message: `${scores[row]} is no answer on the scale of whole numbers from 0 to 10.`,
  });
}
