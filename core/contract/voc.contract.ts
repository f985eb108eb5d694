import { z } from 'zod';
import {
  dateSchema,
  idSchema,
  limitSchema,
  nothing,
  offsetSchema,
  type Page,
} from './common.schema.ts';
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
});

// Built from the fields without defaults: zod fills defaults even into optional fields, and a patch
// that says nothing of a field must leave it alone.
export const vocPatchSchema = z.object(vocFields).partial();
export type VocFields = z.infer<typeof vocFieldsSchema>;

export const vocFilterSchema = z.object({
  /** Words that must all occur, each as a substring. */
  search: z.string().max(400).optional(),
  channels: z.array(z.enum(vocChannels)).optional(),
  kinds: z.array(z.enum(vocKinds)).optional(),
  statuses: z.array(z.enum(vocStatuses)).optional(),
  severities: z.array(z.number().int().min(1).max(5)).optional(),
  branches: z.array(z.string()).optional(),
  regions: z.array(z.string()).optional(),
  products: z.array(z.string()).optional(),
  customerTypes: z.array(z.string()).optional(),
  receivedFrom: dateSchema.optional(),
  receivedTo: dateSchema.optional(),
  /** VOC that are evidence for this requirement or for one below it. */
  requirementId: idSchema.optional(),
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
  /** Number of requirements this VOC is evidence for. */
  requirementCount: number;
}

export interface VocDetail extends VocRow {
  /** True when `text` differs from what the customer wrote because personal data are hidden. */
  masked: boolean;
  extras: { name: string; value: string }[];
  requirements: { id: number; code: string; name: string }[];
  respondent: { id: number; waveId: number; waveName: string } | null;
  importId: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface VocFacetValue {
  value: string;
  count: number;
}

export interface VocChoices {
  branches: string[];
  regions: string[];
  products: string[];
  customerTypes: string[];
  owners: string[];
}

export const vocContract = {
  'voc.listPage': read<Page<VocRow>>()(
    z.object({
      filter: vocFilterSchema.default({}),
      sort: vocSortSchema.default({ field: 'receivedAt', direction: 'desc' }),
      offset: offsetSchema.default(0),
      limit: limitSchema.default(100),
    }),
    ['voc', 'requirement'],
  ),
  /** All ids a filter selects (at most 100,000), for "select all" and bulk evidence. */
  'voc.listIds': read<{ ids: number[]; total: number }>()(
    z.object({ filter: vocFilterSchema.default({}) }),
    ['voc', 'requirement'],
  ),
  'voc.get': read<VocDetail>()(z.object({ id: idSchema, unmasked: z.boolean().default(false) }), [
    'voc',
    'requirement',
    'survey',
  ]),
  /** Known values for pickers, most used first. */
  'voc.listChoices': read<VocChoices>()(nothing, ['voc']),
  'voc.create': edit<{ id: number }>()(vocFieldsSchema),
  'voc.update': edit<void>()(
    z.object({ ids: z.array(idSchema).min(1).max(100_000), patch: vocPatchSchema }),
  ),
  'voc.remove': edit<void>()(z.object({ ids: z.array(idSchema).min(1).max(100_000) })),
};
