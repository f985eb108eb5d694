import { z } from 'zod';
import { dateSchema, idSchema, limitSchema, nothing, offsetSchema } from './common.schema.ts';
import { edit, read } from './method.ts';

export const vocChannels = [
  'phone',
  'web',
  'app',
  'branch',
  'post',
  'sns',
  'survey',
  'monitor',
  'other',
] as const;
export const vocKinds = ['complaint', 'suggestion', 'question', 'praise', 'other'] as const;
/** 접수 → 처리중 → 회신 → 종결 */
export const vocStatuses = ['received', 'inProgress', 'replied', 'closed'] as const;

export type VocChannel = (typeof vocChannels)[number];
export type VocKind = (typeof vocKinds)[number];
export type VocStatus = (typeof vocStatuses)[number];

const optionalText = z.string().trim().max(200).nullable();

const vocFields = {
  text: z.string().trim().min(1).max(20_000),
  /** Date, or date and minute (`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`), local time. */
  receivedAt: z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/),
  channel: z.enum(vocChannels),
  kind: z.enum(vocKinds),
  branch: optionalText,
  customerType: optionalText,
  /** 1 (slight) to 5 (grave); null when nobody judged it. */
  severity: z.number().int().min(1).max(5).nullable(),
  product: optionalText,
  owner: optionalText,
  externalId: optionalText,
  status: z.enum(vocStatuses),
  customerId: idSchema.nullable(),
  /** By when the customer is to be answered; the due rules say it where nobody does. */
  dueOn: dateSchema.nullable(),
};

export const vocFieldsSchema = z.object({
  ...vocFields,
  branch: vocFields.branch.default(null),
  customerType: vocFields.customerType.default(null),
  severity: vocFields.severity.default(null),
  product: vocFields.product.default(null),
  owner: vocFields.owner.default(null),
  externalId: vocFields.externalId.default(null),
  status: vocFields.status.default('received'),
  customerId: vocFields.customerId.default(null),
  /** Left out: the due rules decide. null: no due date. */
  dueOn: vocFields.dueOn.optional(),
});

// Built from the fields without defaults: zod fills defaults even into optional fields, and a patch
// that says nothing of a field must leave it alone.
export const vocPatchSchema = z.object(vocFields).partial();
export type VocFields = z.infer<typeof vocFieldsSchema>;

/** Where a VOC stands against its due date today; `late` is one answered after it. */
export const vocDueStates = [
  'overdue',
  'today',
  'thisWeek',
  'later',
  'none',
  'onTime',
  'late',
] as const;
export type VocDueState = (typeof vocDueStates)[number];

/** In a list of names, '' means the VOC that have none. */
const namesSchema = z.array(z.string().max(4000)).max(1000);

export const vocFilterSchema = z.object({
  /**
   * As people type: words that must all occur (each as a substring), "an exact phrase", -without,
   * and initial consonants (ㅎㅂ finds 환불).
   */
  search: z.string().max(400).optional(),
  channels: z.array(z.enum(vocChannels)).optional(),
  kinds: z.array(z.enum(vocKinds)).optional(),
  statuses: z.array(z.enum(vocStatuses)).optional(),
  /** 0 means the VOC whose severity nobody judged. */
  severities: z.array(z.number().int().min(0).max(5)).optional(),
  branches: namesSchema.optional(),
  regions: namesSchema.optional(),
  products: namesSchema.optional(),
  customerTypes: namesSchema.optional(),
  owners: namesSchema.optional(),
  /** Against the host's own calendar date. */
  due: z.array(z.enum(vocDueStates)).optional(),
  /** true: not closed yet; false: closed. */
  open: z.boolean().optional(),
  escalated: z.boolean().optional(),
  customerId: idSchema.optional(),
  /** Values of columns that were imported without a meaning of their own. */
  extras: z
    .array(z.object({ fieldId: idSchema, values: namesSchema.min(1) }))
    .max(20)
    .optional(),
  /** VOC in which the keyword extraction found this word, or all of several parted by spaces. */
  keyword: z.string().max(100).optional(),
  /** Calendar months of receipt, `YYYY-MM`. */
  months: z
    .array(z.string().regex(/^\d{4}-\d{2}$/))
    .max(1200)
    .optional(),
  receivedFrom: dateSchema.optional(),
  receivedTo: dateSchema.optional(),
  /** VOC that are evidence for this requirement or for one below it. */
  requirementId: idSchema.optional(),
  /** VOC that are evidence for any of these themselves. */
  requirementIds: z.array(idSchema).max(1000).optional(),
  /** true: only VOC that are evidence for no requirement yet. */
  unassigned: z.boolean().optional(),
  importId: idSchema.optional(),
  waveId: idSchema.optional(),
  respondentId: idSchema.optional(),
});
export type VocFilter = z.infer<typeof vocFilterSchema>;

export const vocSortFields = [
  'id',
  'receivedAt',
  'channel',
  'kind',
  'branch',
  'severity',
  'product',
  'status',
  'customerType',
  'owner',
  'dueOn',
] as const;
export const vocSortSchema = z.object({
  field: z.enum(vocSortFields),
  direction: z.enum(['asc', 'desc']),
});
export type VocSort = z.infer<typeof vocSortSchema>;

export interface VocRow {
  id: number;
  /** Masked, unless the caller asked for the customer's data as written. */
  text: string;
  receivedAt: string;
  channel: VocChannel;
  kind: VocKind;
  status: VocStatus;
  branch: string | null;
  region: string | null;
  customerType: string | null;
  severity: number | null;
  product: string | null;
  owner: string | null;
  externalId: string | null;
  customerId: number | null;
  dueOn: string | null;
  escalatedAt: string | null;
  /** Number of requirements this VOC is evidence for. */
  requirementCount: number;
  /** How many duplicates were merged into it. */
  mergedCount: number;
}

/** A VOC in a list, with the values of the imported columns that were asked for. */
export interface VocListRow extends VocRow {
  /** A code names a customer without saying who it is. */
  customerCode: string | null;
  /** Masked as the text is; fields of which the VOC holds nothing are left out. */
  extraValues: { fieldId: number; value: string }[];
}

export interface VocDetail extends VocRow {
  /**
   * True when the text, an imported column or the reply differs from what was written because personal
   * data are hidden; `privacy.unmaskVoc` shows it for a purpose.
   */
  masked: boolean;
  /** The same for the reply alone: what shows stars must not be written back. */
  replyMasked: boolean;
  extras: { fieldId: number; name: string; value: string }[];
  requirements: { id: number; code: string; name: string }[];
  respondent: { id: number; waveId: number; waveName: string } | null;
  importId: number | null;
  customer: { id: number; code: string; name: string } | null;
  repliedAt: string | null;
  closedAt: string | null;
  replyNote: string;
  handlingSatisfaction: number | null;
  createdAt: string;
  updatedAt: string;
}

export const vocFacetFields = [
  'channel',
  'kind',
  'status',
  'severity',
  'branch',
  'region',
  'product',
  'customerType',
  'owner',
  'due',
  'month',
  'requirement',
] as const;
/** A facet of every VOC, or `extra:<fieldId>` for a column that was imported without a meaning. */
export const vocFacetSchema = z.union([
  z.enum(vocFacetFields),
  z.templateLiteral(['extra:', z.number().int().positive()]),
]);
export type VocFacetName = z.infer<typeof vocFacetSchema>;

export interface VocFacetValue {
  /** As a filter takes it: '' for none, severity and requirement ids in digits. */
  value: string;
  /** For people where it differs from the value, e.g. a requirement's code and name. */
  label: string | null;
  count: number;
}

export interface VocFacet {
  facet: VocFacetName;
  /** Most frequent first (months: oldest first); at most `limit`. */
  values: VocFacetValue[];
  /** How many other values there are, and how many VOC hold them. */
  others: { values: number; count: number };
}

export interface VocPage {
  rows: VocListRow[];
  /** Taken inside the host, from the call to the rows. */
  elapsedMs: number;
}

export interface VocCount {
  total: number;
  elapsedMs: number;
}

export interface VocFacets {
  facets: VocFacet[];
  total: number;
  elapsedMs: number;
}

export interface VocCrossCounts {
  rows: VocFacetValue[];
  columns: VocFacetValue[];
  /** counts[row][column] */
  counts: number[][];
  total: number;
}

export const vocPeriodUnits = ['day', 'week', 'month'] as const;
export interface VocPeriodCount {
  /** First day of the period; weeks begin on Monday. */
  from: string;
  to: string;
  count: number;
}

/** VOC named one by one, or all that a filter selects but some. */
export const vocSelectionSchema = z.union([
  z.strictObject({ ids: z.array(idSchema).min(1).max(100_000) }),
  z.strictObject({ filter: vocFilterSchema, except: z.array(idSchema).max(100_000).default([]) }),
]);
export type VocSelection = z.infer<typeof vocSelectionSchema>;

export interface VocChoices {
  branches: string[];
  regions: string[];
  products: string[];
  customerTypes: string[];
  owners: string[];
}

export const vocContract = {
  /** One page in order. How many there are is asked apart, so that the first rows never wait for it. */
  'voc.listPage': read<VocPage>()(
    z.object({
      filter: vocFilterSchema.default({}),
      sort: vocSortSchema.default({ field: 'receivedAt', direction: 'desc' }),
      offset: offsetSchema.default(0),
      limit: limitSchema.default(100),
      /** Imported columns whose values the rows shall carry. */
      extraFieldIds: z.array(idSchema).max(20).optional(),
    }),
    ['voc', 'requirement'],
  ),
  'voc.count': read<VocCount>()(z.object({ filter: vocFilterSchema.default({}) }), [
    'voc',
    'requirement',
  ]),
  /** Each facet is counted as if it were not filtered itself, so that one sees what else there is. */
  'voc.facets': read<VocFacets>()(
    z.object({
      filter: vocFilterSchema.default({}),
      facets: z.array(vocFacetSchema).max(40),
      limit: z.number().int().min(1).max(1000).default(50),
    }),
    ['voc', 'requirement'],
  ),
  /** Two facets against each other, e.g. channel × kind. */
  'voc.crossCounts': read<VocCrossCounts>()(
    z.object({
      filter: vocFilterSchema.default({}),
      rows: vocFacetSchema,
      columns: vocFacetSchema,
      limit: z.number().int().min(1).max(200).default(30),
    }),
    ['voc', 'requirement'],
  ),
  /** VOC per period of receipt, without gaps, oldest first. */
  'voc.countByPeriod': read<{ periods: VocPeriodCount[]; total: number }>()(
    z.object({ filter: vocFilterSchema.default({}), unit: z.enum(vocPeriodUnits) }),
    ['voc', 'requirement'],
  ),
  /** Names of the columns that were imported without a meaning, most used first. */
  'voc.listExtraFields': read<{ id: number; name: string }[]>()(nothing, ['voc']),
  /** All ids a filter selects (at most 100,000), for "select all" and bulk evidence. */
  'voc.listIds': read<{ ids: number[]; total: number }>()(
    z.object({ filter: vocFilterSchema.default({}) }),
    ['voc', 'requirement'],
  ),
  'voc.get': read<VocDetail>()(z.object({ id: idSchema }), ['voc', 'requirement', 'survey']),
  /** Known values for pickers, most used first. */
  'voc.listChoices': read<VocChoices>()(nothing, ['voc']),
  'voc.create': edit<{ id: number }>()(vocFieldsSchema),
  'voc.update': edit<void>()(
    z.object({ ids: z.array(idSchema).min(1).max(100_000), patch: vocPatchSchema }),
  ),
  'voc.remove': edit<void>()(z.object({ ids: z.array(idSchema).min(1).max(100_000) })),
};
