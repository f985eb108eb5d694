import { z } from 'zod';
import { dateSchema, fileTokenSchema, idSchema, nameSchema } from './common.schema.ts';
import { command, edit, read } from './method.ts';
import type { PickedFile } from './shell.contract.ts';
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
  /** Of the customer file; a code that is not there yet begins one. */
  'customerCode',
  'extra',
] as const;
export type VocTarget = (typeof vocTargets)[number];

/** In which order a date whose parts do not tell writes them: 03/04/26 is any of the three. */
export const dateOrders = ['ymd', 'mdy', 'dmy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** The dates of a column whose order their parts leave open, and how they may be read. */
export interface ColumnDateOrder {
  /** The likeliest; one impossible date may keep it from being among `fitting`. */
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
  /**
   * 1-based row that holds the names of the columns; 0: none does, the columns are numbered. Left out:
   * below the titles, if there are any.
   */
  headerRow: z.number().int().min(0).max(30).optional(),
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
  /** 1-based row of the file or sheet that holds the names of the columns; 0: none. */
  headerRow: number;
  /** False when that row holds dates, numbers or sentences, as data do. */
  headerLikely: boolean;
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
  /** Imports of the very same file, latest first. */
  knownImports: KnownImport[];
}

/** An earlier import of a file with the same content. */
export interface KnownImport {
  importId: number;
  purpose: 'voc' | 'survey';
  fileName: string;
  /** ISO, UTC. */
  importedAt: string;
  imported: number;
  /** How many of its VOC are in the workspace still. */
  stillThere: number;
}

/** What becomes of rows that say what another VOC says; see docs/adr on duplicates. */
export const duplicateChoices = ['keep', 'skipExact', 'mergeExact', 'mergeNear'] as const;
export type DuplicateChoice = (typeof duplicateChoices)[number];

export interface NamesFound {
  count: number;
  /** The first 20. */
  names: string[];
}

/** A row that says what another says: both texts, masked. */
export interface DuplicateSample {
  text: string;
  other: string;
  /** The other one is in the workspace already, and not in this file. */
  inWorkspace: boolean;
  similarity: number;
}

export interface DuplicatesFound {
  count: number;
  inWorkspace: number;
  samples: DuplicateSample[];
}

/** What an import would do, found out without touching the workspace. */
export interface ImportCheck {
  /** For `import.commitCheck`; kept until that, `import.discardCheck` or another workspace. */
  checkId: string;
  fileName: string;
  read: number;
  /** Rows that would become VOC if nothing is left out or merged. */
  importable: number;
  rejected: number;
  rejectedByReason: { reason: string; count: number }[];
  rejectedSample: RejectedRow[];
  rejectedHeaders: string[];
  rejectedToken: string | null;
  /** Rows whose original number is that of an earlier row, or of a VOC (also a merged one). */
  duplicateIds: { inFile: number; inWorkspace: number };
  exact: DuplicatesFound;
  near: DuplicatesFound;
  undecodableCharacters: number;
  /** The first rows that hold such characters. */
  undecodableRows: number[];
  formulaErrors: number;
  newBranches: NamesFound;
  newProducts: NamesFound;
  newExtraFields: NamesFound;
  dateFrom: string | null;
  dateTo: string | null;
  /** Rows received after today: a sign of dates read in the wrong order. */
  futureDates: number;
  /**
   * `filled`: rows that say something; null where an empty cell takes a default. `unread`: rows whose
   * word is none of ours (a channel 비둘기); they take the default and keep the word as an extra field.
   */
  columns: { header: string; target: VocTarget; filled: number | null; unread: number }[];
  knownImports: KnownImport[];
  seconds: number;
}

/** What the import of a survey would do, found out without touching the workspace. */
export interface SurveyCheck {
  /** For `import.commitCheck`; kept until that, `import.discardCheck` or another workspace. */
  checkId: string;
  fileName: string;
  waveName: string;
  surveyedOn: string;
  read: number;
  /** Rows that would become respondents. */
  respondents: number;
  /** Rows whose respondent an earlier row of the file is already. */
  duplicates: number;
  rejected: number;
  rejectedByReason: { reason: string; count: number }[];
  rejectedSample: RejectedRow[];
  rejectedHeaders: string[];
  rejectedToken: string | null;
  /** Scores given; with `unanswered` they are all questions of all respondents. */
  answers: number;
  unanswered: number;
  /** Respondents who answered no question at all. */
  withoutAnswer: number;
  /** Each becomes a VOC. */
  openAnswers: number;
  items: {
    header: string;
    label: string;
    scaleMin: number;
    scaleMax: number;
    reversed: boolean;
    answered: number;
    /** Turned round where the item is reversed; null when nobody answered. */
    mean: number | null;
  }[];
  segments: { name: string; answered: number; values: number }[];
  openQuestions: { header: string; answered: number }[];
  /** null: everybody counts the same. */
  weights: { least: number; most: number } | null;
  newItems: NamesFound;
  newSegments: NamesFound;
  newBranches: NamesFound;
  newExtraFields: NamesFound;
  undecodableCharacters: number;
  undecodableRows: number[];
  formulaErrors: number;
  knownImports: KnownImport[];
  seconds: number;
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
  /** Rows left out: their original number was there already, or what `leftOut` says. */
  duplicates: number;
  /** Of `duplicates`, rows of the same text that were left out because somebody chose so. */
  leftOut: number;
  /** Rows merged into another VOC: set aside, not lost. */
  merged: number;
  rejected: number;
  /** First 200 rejected rows; all of them are in the file of `rejectedToken`. */
  rejectedSample: RejectedRow[];
  rejectedHeaders: string[];
  /** UTF-8 CSV with BOM: the file's own columns and a reason for each row. */
  rejectedToken: string | null;
  /** Characters that could not be decoded and were kept as U+FFFD. */
  undecodableCharacters: number;
  /** The first rows that hold such characters. */
  undecodableRows: number[];
  /** VOC made of open answers (survey only). */
  vocFromOpenAnswers: number;
  waveId: number | null;
  seconds: number;
}

/** A mapping that somebody named. Reading options are kept but for the sheet, which differs by file. */
const templateSchema = z.discriminatedUnion('purpose', [
  z.object({
    purpose: z.literal('voc'),
    mapping: vocMappingSchema,
    options: readOptionsSchema.prefault({}),
  }),
  z.object({
    purpose: z.literal('survey'),
    mapping: surveyMappingSchema,
    options: readOptionsSchema.prefault({}),
  }),
]);
export type ImportTemplateContent = z.infer<typeof templateSchema>;

export interface ImportTemplate {
  id: number;
  name: string;
  content: ImportTemplateContent;
  /** Share of its columns that the headers asked about hold, 0 to 1; 0 when none were asked about. */
  fit: number;
}

const surveyOrderSchema = z.object({
  token: fileTokenSchema,
  options: readOptionsSchema.prefault({}),
  mapping: surveyMappingSchema,
  waveName: nameSchema,
  surveyedOn: dateSchema,
});

export const importContract = {
  'import.inspect': command<ImportInspection>()(
    z.object({ token: fileTokenSchema, options: readOptionsSchema.prefault({}) }),
  ),
  'import.startVoc': command<{ jobId: string }>()(
    z.object({
      token: fileTokenSchema,
      options: readOptionsSchema.prefault({}),
      mapping: vocMappingSchema,
      duplicates: z.enum(duplicateChoices).default('keep'),
    }),
  ),
  /** A job whose end holds an `importCheck`: everything but the writing. */
  'import.checkVoc': command<{ jobId: string }>()(
    z.object({
      token: fileTokenSchema,
      options: readOptionsSchema.prefault({}),
      mapping: vocMappingSchema,
    }),
  ),
  /** Imports what was checked, without reading the file again. A survey knows no `duplicates`. */
  'import.commitCheck': command<{ jobId: string }>()(
    z.object({ checkId: z.string(), duplicates: z.enum(duplicateChoices).default('keep') }),
  ),
  'import.discardCheck': command<void>()(z.object({ checkId: z.string() })),
  /** Text from the clipboard as a file to import. */
  'import.fromText': command<PickedFile>()(
    z.object({ text: z.string().min(1).max(20_000_000), name: nameSchema }),
  ),
  'import.listTemplates': read<ImportTemplate[]>()(
    z.object({ purpose: z.enum(['voc', 'survey']), headers: z.array(z.string()).default([]) }),
    ['setting'],
  ),
  /** Under a name that is there already it takes that one's place, if `replace` says so. */
  'import.saveTemplate': edit<{ id: number }>()(
    z.object({ name: nameSchema, replace: z.boolean().default(false), content: templateSchema }),
  ),
  'import.renameTemplate': edit<void>()(z.object({ id: idSchema, name: nameSchema })),
  'import.removeTemplate': edit<void>()(z.object({ id: idSchema })),
  /** A JSON file that `csm import --mapping` takes. */
  'import.exportTemplate': command<{ token: string; fileName: string }>()(
    z.object({ id: idSchema }),
  ),
  /** Reads such a file. */
  'import.readTemplate': command<ImportTemplateContent>()(
    z.object({ token: fileTokenSchema, purpose: z.enum(['voc', 'survey']) }),
  ),
  'import.startSurvey': command<{ jobId: string }>()(surveyOrderSchema),
  /** A job whose end holds a `surveyCheck`: everything but the writing. */
  'import.checkSurvey': command<{ jobId: string }>()(surveyOrderSchema),
};
