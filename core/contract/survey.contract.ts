import { z } from 'zod';
import {
  dateSchema,
  idSchema,
  limitSchema,
  nameSchema,
  nothing,
  offsetSchema,
  type Page,
} from './common.schema.ts';
import { edit, read } from './method.ts';

export interface WaveRow {
  id: number;
  name: string;
  /** Day the wave's answers stand for; waves are ordered by it. */
  surveyedOn: string;
  respondentCount: number;
  itemCount: number;
  /** Free-text answers of this wave kept as VOC. */
  vocCount: number;
}

export interface SurveyItemRow {
  id: number;
  /** Column header it was imported from: what ties the same question across waves. */
  header: string;
  label: string;
  scaleMin: number;
  scaleMax: number;
  /** Answers were turned round (min + max − x) at import. */
  reversed: boolean;
  waveIds: number[];
  requirementIds: number[];
}

export interface SegmentRow {
  id: number;
  name: string;
  values: string[];
}

export interface RespondentRow {
  id: number;
  waveId: number;
  respondentKey: string;
  branch: string | null;
  region: string | null;
  weight: number;
  segments: Record<string, string>;
  /** Own index under the definition asked for, 0–100; null where a component has no answer. */
  index: number | null;
  /** The respondent's answer to `itemId` of the filter, when one is given. */
  answer: number | null;
  vocCount: number;
}

export interface RespondentDetail extends RespondentRow {
  waveName: string;
  answers: {
    itemId: number;
    label: string;
    value: number | null;
    scaleMin: number;
    scaleMax: number;
  }[];
  voc: { id: number; text: string }[];
  /** Columns of the file that were given no meaning; personal data masked. */
  extras: { name: string; value: string }[];
}

export const respondentFilterSchema = z.object({
  waveId: idSchema,
  branch: z.string().optional(),
  region: z.string().optional(),
  segmentId: idSchema.optional(),
  segmentValue: z.string().optional(),
  itemId: idSchema.optional(),
  /** Inclusive bounds on the answer to `itemId`. */
  answerFrom: z.number().optional(),
  answerTo: z.number().optional(),
});
export type RespondentFilter = z.infer<typeof respondentFilterSchema>;

export const surveyContract = {
  /** Oldest first. */
  'survey.listWaves': read<WaveRow[]>()(nothing, ['survey', 'voc']),
  'survey.updateWave': edit<void>()(
    z.object({ id: idSchema, name: nameSchema.optional(), surveyedOn: dateSchema.optional() }),
  ),
  'survey.removeWave': edit<void>()(z.object({ id: idSchema })),
  'survey.listItems': read<SurveyItemRow[]>()(nothing, ['survey', 'requirement']),
  'survey.updateItem': edit<void>()(z.object({ id: idSchema, label: nameSchema })),
  'survey.listSegments': read<SegmentRow[]>()(nothing, ['survey']),
  'survey.listRespondents': read<Page<RespondentRow>>()(
    z.object({
      filter: respondentFilterSchema,
      /** Which index to show per respondent; none when absent. */
      indexId: idSchema.optional(),
      offset: offsetSchema.default(0),
      limit: limitSchema.default(100),
    }),
    ['survey', 'csi', 'voc'],
  ),
  'survey.getRespondent': read<RespondentDetail>()(
    z.object({ id: idSchema, indexId: idSchema.optional() }),
    ['survey', 'csi', 'voc'],
  ),
};
