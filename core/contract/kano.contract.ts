import { z } from 'zod';
import {
  fileTokenSchema,
  idSchema,
  limitSchema,
  nameSchema,
  offsetSchema,
  type Page,
} from './common.schema.ts';
import { command, edit, read } from './method.ts';

export const maxKanoRespondents = 5_000;
const mostKanoAnswers = 300_000;

/** How often a pair of answers was given about a WHAT; pairs that nobody gave are left out. */
export interface KanoTally {
  whatId: number;
  /** 1 like it, 2 expect it, 3 do not care, 4 can live with it, 5 dislike it. */
  functional: number;
  dysfunctional: number;
  count: number;
}

export interface KanoSurvey {
  respondents: number;
  tallies: KanoTally[];
}

export interface KanoRespondent {
  respondent: string;
  answers: { whatId: number; functional: number; dysfunctional: number }[];
}

const respondentSchema = nameSchema;
const answerSchema = z.number().int().min(1).max(5);

/** A Kano survey of the WHATs of a house. */
export const kanoContract = {
  'kano.survey': read<KanoSurvey>()(z.object({ houseId: idSchema }), ['house']),
  /** In the order in which they came. */
  'kano.listRespondents': read<Page<KanoRespondent>>()(
    z.object({
      houseId: idSchema,
      offset: offsetSchema.default(0),
      limit: limitSchema.default(50),
    }),
    ['house'],
  ),
  /** Both answers of a pair, or null for none: takes the pair away. Of a pair said twice the last counts. */
  'kano.setAnswers': edit<void>()(
    z.object({
      houseId: idSchema,
      values: z
        .array(
          z.object({
            whatId: idSchema,
            respondent: respondentSchema,
            pair: z.tuple([answerSchema, answerSchema]).nullable(),
          }),
        )
        .min(1)
        .max(mostKanoAnswers),
      /** All earlier answers about the house go first: a file replaces the survey. */
      replace: z.boolean().default(false),
    }),
  ),
  'kano.renameRespondent': edit<void>()(
    z.object({ houseId: idSchema, respondent: respondentSchema, name: respondentSchema }),
  ),
  'kano.removeRespondent': edit<void>()(
    z.object({ houseId: idSchema, respondent: respondentSchema }),
  ),
  /** The cells of a CSV or workbook, its header first, as text. */
  'kano.readFile': command<{ rows: string[][] }>()(z.object({ token: fileTokenSchema })),
  /** Makes a CSV file of rows that were not taken. */
  'kano.saveRows': command<{ token: string; fileName: string }>()(
    z.object({
      name: nameSchema,
      rows: z
        .array(z.array(z.string().max(2_000)).max(1_000))
        .min(1)
        .max(maxKanoRespondents + 1),
    }),
  ),
};
