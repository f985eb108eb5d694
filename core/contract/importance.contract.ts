import { z } from 'zod';
import { idSchema } from './common.schema.ts';
import { read } from './method.ts';

/**
 * How a survey tells what matters: `correlation` of how content people are with a WHAT and with the whole,
 * each WHAT by itself; `relativeWeight`, the WHAT's share of what all of them together explain of the
 * whole, which does not count twice what two WHATs have in common.
 */
export const surveyMethods = ['relativeWeight', 'correlation'] as const;
export type SurveyMethod = (typeof surveyMethods)[number];

/** Why a survey says nothing about importance. */
export type SurveyProblem =
  /** No WHAT of the house is measured by an item of this wave. */
  | { kind: 'nothingLinked' }
  /** Too few respondents answered what is needed. */
  | { kind: 'tooFew'; n: number; needed: number }
  /** Everybody gave the whole the same score. */
  | { kind: 'constantWhole' }
  /** What the WHATs are scored explains nothing of the whole. */
  | { kind: 'nothingExplained' };

export interface SurveyFigure {
  /** Respondents it comes from. */
  n: number;
  /** Pearson's correlation with the whole; null when one of them does not vary. */
  correlation: number | null;
  /** What is kept as importance, in % (100·r, or share of R²); null where there is none. */
  value: number | null;
}

export interface DerivedImportance {
  problem: SurveyProblem | null;
  /** Respondents who answered the whole; for `relativeWeight` those who answered everything. */
  n: number;
  /** Of `relativeWeight`: how much of the whole all WHATs together explain, 0 to 1. */
  rSquared: number | null;
  /** In the order of the house's rows. */
  whats: {
    whatId: number;
    /** Items of the wave that measure the WHAT or what is below it in the outline. */
    items: { itemId: number; label: string }[];
    /** Null where no item of the wave measures it, and where nothing can be said. */
    figure: SurveyFigure | null;
  }[];
}

export const importanceContract = {
  /** What the answers of one wave say about the WHATs; `wholeItemId` asks how content people are with all. */
  'importance.fromSurvey': read<DerivedImportance>()(
    z.object({
      houseId: idSchema,
      waveId: idSchema,
      wholeItemId: idSchema,
      method: z.enum(surveyMethods).default('relativeWeight'),
    }),
    ['house', 'requirement', 'survey'],
  ),
};
