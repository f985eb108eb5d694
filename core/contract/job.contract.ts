import { z } from 'zod';
import type { ErrorPayload } from './app-error.ts';
import { nothing } from './common.schema.ts';
import type { ImportCheck, ImportSummary, SurveyCheck } from './import.contract.ts';
import { command, read } from './method.ts';
import type { ReportFile } from './report.contract.ts';

export const jobStatuses = ['running', 'succeeded', 'failed', 'cancelled'] as const;

export interface JobInfo {
  id: string;
  kind:
    | 'import.voc'
    | 'import.check'
    | 'duplicate.find'
    | 'import.survey'
    | 'report'
    | 'retention'
    | 'export'
    | 'search.rebuild'
    | 'workspace.update'
    | 'voc.bulk'
    | 'survey.removeWave'
    | 'undo'
    | 'affinity'
    | 'insight.learn'
    | 'stability'
    | 'workshop.discussion';
  status: (typeof jobStatuses)[number];
  /** What it works on, e.g. the file's name. */
  subject: string;
  /** Locale key below `jobs:phases`. */
  phase: string;
  done: number;
  /** null while the whole is not known. */
  total: number | null;
  startedAt: string;
  finishedAt: string | null;
  importSummary: ImportSummary | null;
  importCheck: ImportCheck | null;
  surveyCheck: SurveyCheck | null;
  reportFile: ReportFile | null;
  error: ErrorPayload | null;
}

export const jobContract = {
  'job.list': read<JobInfo[]>()(nothing, []),
  'job.get': read<JobInfo>()(z.object({ id: z.string() }), []),
  'job.cancel': command<void>()(z.object({ id: z.string() })),
  'job.dismiss': command<void>()(z.object({ id: z.string() })),
};
