import { z } from 'zod';
import type { ErrorPayload } from './app-error.ts';
import { dateSchema, fileTokenSchema, nameSchema, nothing } from './common.schema.ts';
import { command, read } from './method.ts';
import { vocChannels, vocKinds } from './voc.contract.ts';

export const textEncodings = ['utf-8', 'cp949', 'utf-16le', 'utf-16be'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export const vocTargets = [
  'text',
  'receivedAt',
  'channel',
  'kind',
  'branch',
  'customerType',
  'severity',
  'product',
  'owner',
  'externalId',
  'extra',
] as const;
export type VocTarget = (typeof vocTargets)[number];

/** In which order a date whose parts do not tell writes them: 03/04/26 is any of the three. */
export const dateOrders = ['ymd', 'mdy', 'dmy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The dates of a column whose order their parts leave open, and how they may be read. */
export interface ColumnDateOrder {
  /** The likeliest of `fitting`; the one that reads most cells when none fits all. */
  order: DateOrder;
  /** Orders in which every such cell is a date. More than one: a person had better look. */
  fitting: DateOrder[];
  /** A cell that reads differently in them, to show; else the first such cell. */
  example: string;
}

/** The file of `csm import voc --mapping`. Columns it does not name are kept as extra fields. */
export const vocMappingSchema = z.strictObject({
  columns: z.record(z.string(), z.enum(vocTargets)),
  defaults: z
    .strictObject({
      channel: z.enum(vocChannels).optional(),
      kind: z.enum(vocKinds).optional(),
      branch: z.string().max(200).optional(),
      customerType: z.string().max(200).optional(),
      product: z.string().max(200).optional(),
      owner: z.string().max(200).optional(),
      receivedAt: dateSchema.optional(),
    })
    .default({}),
  /** How dates such as 03/04/26 are read. Left out: as the first rows of the column suggest. */
  dateOrder: z.enum(dateOrders).optional(),
});
export type VocMapping = z.infer<typeof vocMappingSchema>;

/** The file of `csm import survey --mapping`. */
export const surveyMappingSchema = z.strictObject({
  respondentId: z.string().optional(),
  items: z.record(
    z.string(),
    z.strictObject({
      label: z.string().max(500).optional(),
      scaleMin: z.number(),
      scaleMax: z.number(),
      reversed: z.boolean().default(false),
    }),
  ),
  segments: z.array(z.string()).default([]),
  branch: z.string().optional(),
  weight: z.string().optional(),
  /** Free-text columns; each answer becomes a VOC of channel `survey`. */
  openQuestions: z.array(z.string()).default([]),
});
export type SurveyMapping = z.infer<typeof surveyMappingSchema>;

export const readOptionsSchema = z.object({
  encoding: z.enum(['auto', ...textEncodings]).default('auto'),
  delimiter: z.enum(['auto', ',', '\t', ';', '|']).default('auto'),
  sheet: z.string().optional(),
  /** 1-based row that holds the names of the columns. Left out: below the titles, if there are any. */
  headerRow: z.number().int().min(1).max(1000).optional(),
});
export type ReadOptions = z.infer<typeof readOptionsSchema>;

export interface ImportInspection {
  fileName: string;
  format: 'csv' | 'xlsx';
  /** What the file was read with. For XLSX both are null. */
  encoding: TextEncoding | null;
  delimiter: string | null;
  sheets: string[];
  sheet: string | null;
  /** For XLSX: the workbook's sheets in order. */
  sheetFacts: ImportSheet[];
  /** 1-based row of the file or sheet that holds the names of the columns. */
  headerRow: number;
  /** The rows down to some below the header, as they stand: to choose another header row from. */
  topRows: string[][];
  headers: string[];
  /** The first rows, at most 50, as text. */
  sampleRows: string[][];
  /** Some bytes do not belong to the encoding and show as U+FFFD in the first part of the file. */
  undecodable: boolean;
  /** Cells whose formula failed (#N/A, #REF!): they hold no value and are read as empty. */
  formulaErrors: number;
  /** By header, for columns with dates such as 03/04/26. */
  dateOrders: Record<string, ColumnDateOrder>;
  vocMapping: VocMapping;
  surveyMapping: SurveyMapping;
  /** The mapping was used before for a file with the same headers. */
  remembered: boolean;
}

export interface ImportSheet {
  name: string;
  isHidden: boolean;
  /** As the sheet itself states it, header and titles included; null when it does not. */
  rows: number | null;
}

/** A row that was not taken: where it stood, why, and what it held. */
export interface RejectedRow {
  /** 1-based line of data, the header not counted. */
  rowNumber: number;
  /** Locale key below `import:reasons`. */
  reason: string;
  params: Record<string, string | number>;
  cells: string[];
}

export interface ImportSummary {
  importId: number;
  purpose: 'voc' | 'survey';
  read: number;
  imported: number;
  duplicates: number;
  rejected: number;
  /** First 200 rejected rows; all of them are in the file of `rejectedToken`. */
  rejectedSample: RejectedRow[];
  rejectedHeaders: string[];
  /** UTF-8 CSV with BOM: the file's own columns and a reason for each row. */
  rejectedToken: string | null;
  /** Characters that could not be decoded and were kept as U+FFFD. */
  undecodableCharacters: number;
  /** VOC made of open answers (survey only). */
  vocFromOpenAnswers: number;
  waveId: number | null;
  seconds: number;
}

export const importContract = {
  'import.inspect': command<ImportInspection>()(
    z.object({ token: fileTokenSchema, options: readOptionsSchema.prefault({}) }),
  ),
  'import.startVoc': command<{ jobId: string }>()(
    z.object({
      token: fileTokenSchema,
      options: readOptionsSchema.prefault({}),
      mapping: vocMappingSchema,
    }),
  ),
  'import.startSurvey': command<{ jobId: string }>()(
    z.object({
      token: fileTokenSchema,
      options: readOptionsSchema.prefault({}),
      mapping: surveyMappingSchema,
      waveName: nameSchema,
      surveyedOn: dateSchema,
    }),
  ),
};

export const reportKinds = ['full', 'csf', 'matrix', 'actions', 'csi'] as const;
export type ReportKind = (typeof reportKinds)[number];
export const reportFormats = ['xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportFile {
  token: string;
  fileName: string;
  bytes: number;
  seconds: number;
}

export const reportContract = {
  'report.start': command<{ jobId: string }>()(
    z.object({
      kind: z.enum(reportKinds),
      format: z.enum(reportFormats),
      locale: z.enum(['ko', 'en']).default('ko'),
    }),
  ),
};

export const jobStatuses = ['running', 'succeeded', 'failed', 'cancelled'] as const;

export interface JobInfo {
  id: string;
  kind: 'import.voc' | 'import.check' | 'duplicate.find' | 'import.survey' | 'report' | 'retention' | 'export' | 'search.rebuild' | 'voc.bulk' | 'survey.removeWave' | 'undo' | 'affinity' | 'insight.learn';
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
  reportFile: ReportFile | null;
  error: ErrorPayload | null;
}

export const jobContract = {
  'job.list': read<JobInfo[]>()(nothing, []),
  'job.get': read<JobInfo>()(z.object({ id: z.string() }), []),
  'job.cancel': command<void>()(z.object({ id: z.string() })),
  'job.dismiss': command<void>()(z.object({ id: z.string() })),
};
