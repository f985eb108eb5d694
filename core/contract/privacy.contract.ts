import { z } from 'zod';
import { idSchema, limitSchema, nothing, offsetSchema, type Page } from './common.schema.ts';
import { command, edit, read } from './method.ts';

/** Why somebody wants to see personal data; kept in a log that nothing takes back. */
const purposeSchema = z.string().trim().min(2).max(200);

export const unmaskScopes = ['voc', 'copy', 'export', 'customer'] as const;
export type UnmaskScope = (typeof unmaskScopes)[number];

/** A VOC as the customer wrote it. */
export interface UnmaskedVoc {
  id: number;
  text: string;
  replyNote: string;
  extras: { fieldId: number; name: string; value: string }[];
}

export interface UnmaskedCustomer {
  id: number;
  name: string;
  phone: string;
  email: string;
  note: string;
}

export interface UnmaskEntry {
  id: number;
  at: string;
  actor: string;
  purpose: string;
  scope: UnmaskScope;
  vocId: number | null;
  customerId: number | null;
  /** How many records were shown. */
  count: number;
}

export const retentionActions = ['anonymise', 'purge'] as const;
export type RetentionAction = (typeof retentionActions)[number];

export const retentionRuleSchema = z.object({
  /** Full months a VOC is kept after it was closed (or received, when it never was). */
  months: z.number().int().min(1).max(600),
  action: z.enum(retentionActions),
  /** true: what is not closed yet stays, however old. */
  closedOnly: z.boolean().default(true),
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

export interface RetentionPreview {
  /** VOC closed (or received) before this day are beyond the rule. */
  cutOff: string;
  /** How many texts the rule would change now: VOC, and what was merged into one. */
  count: number;
  /** Of these: merged into another. Each is judged by its own dates, not by its survivor's. */
  merged: number;
  /** Merged into a VOC that would be purged, but to be kept themselves: they come back as VOC. */
  parted: number;
  /** Old enough but not closed, and therefore kept. */
  keptOpen: number;
  /** Of those counted: evidence for a requirement, which loses its words when purged. */
  evidence: number;
  oldest: string | null;
  /** Received per year, oldest first. */
  byYear: { year: string; count: number }[];
}

export interface RetentionEntry {
  id: number;
  at: string;
  actor: string;
  action: RetentionAction;
  cutOff: string;
  count: number;
}

export const privacyContract = {
  /** Shows one VOC as written; the log says who, when and why. */
  'privacy.unmaskVoc': command<UnmaskedVoc>()(z.object({ id: idSchema, purpose: purposeSchema })),
  /** The same for VOC that leave as a copy or in a file: one entry with their number. */
  'privacy.unmaskMany': command<UnmaskedVoc[]>()(
    z.object({
      ids: z.array(idSchema).min(1).max(1000),
      purpose: purposeSchema,
      scope: z.enum(['copy', 'export']).default('copy'),
    }),
  ),
  'privacy.unmaskCustomer': command<UnmaskedCustomer>()(
    z.object({ id: idSchema, purpose: purposeSchema }),
  ),
  /** Newest first. */
  'privacy.listUnmasked': read<Page<UnmaskEntry>>()(
    z.object({ offset: offsetSchema.default(0), limit: limitSchema.default(100) }),
    ['setting'],
  ),
  'privacy.getRetention': read<RetentionRule | null>()(nothing, ['setting']),
  'privacy.setRetention': edit<void>()(z.object({ rule: retentionRuleSchema.nullable() })),
  'privacy.previewRetention': read<RetentionPreview>()(z.object({ rule: retentionRuleSchema }), [
    'voc',
  ]),
  /**
   * Anonymises or purges what lies beyond the rule, for good: it cannot be undone and ends what could
   * be. `count` is what the preview said; another number means that something changed meanwhile.
   */
  'privacy.applyRetention': command<{ jobId: string }>()(
    z.object({ rule: retentionRuleSchema, count: z.number().int().min(1) }),
  ),
  'privacy.listRetention': read<RetentionEntry[]>()(nothing, ['setting']),
};
