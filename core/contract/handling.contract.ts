import { z } from 'zod';
import {
  dateSchema,
  type Interval,
  idSchema,
  nameSchema,
  noteSchema,
  nothing,
} from './common.schema.ts';
import { edit, read } from './method.ts';
import {
  type VocDueState,
  type VocFilter,
  vocChannels,
  vocFilterSchema,
  vocKinds,
  vocStatuses,
} from './voc.contract.ts';

const idsSchema = z.array(idSchema).min(1).max(100_000);
const satisfactionSchema = z.number().int().min(1).max(5);

/** What an entry of the history tells; a field's name, or what was done. */
export const vocHistoryKinds = [
  'created',
  'imported',
  'text',
  'receivedAt',
  'channel',
  'kind',
  'status',
  'branch',
  'customerType',
  'severity',
  'product',
  'owner',
  'externalId',
  'customerId',
  'dueOn',
  'reply',
  'handlingSatisfaction',
  'escalate',
  'deescalate',
  'link',
  'unlink',
  'merge',
  'unmerge',
  'anonymise',
] as const;
export type VocHistoryKind = (typeof vocHistoryKinds)[number];

export interface VocHistoryEntry {
  id: number;
  /** ISO, UTC. */
  at: string;
  /** Empty: nobody, i.e. a rule or an import did it. */
  actor: string;
  kind: VocHistoryKind;
  /** Codes as they are stored; null where there was none or where it is not kept (customers' words). */
  before: string | null;
  after: string | null;
}

/** Lists of work that everybody knows by name. Each is a filter of the VOC room. */
export const queueViews = [
  'mine',
  'overdue',
  'today',
  'thisWeek',
  'unowned',
  'waiting',
  'toClose',
  'escalated',
] as const;
export type QueueView = (typeof queueViews)[number];

export interface HandlingQueue {
  views: { view: QueueView; filter: VocFilter; count: number }[];
}

export const handlingGroups = ['owner', 'branch', 'kind', 'channel', 'month'] as const;
export type HandlingGroup = (typeof handlingGroups)[number];

/** How a set of VOC was handled; each figure is a count of VOC that a filter selects. */
export interface HandlingFigures {
  received: number;
  /** Answered, or closed without an answer. */
  answered: number;
  closed: number;
  dueStates: Partial<Record<VocDueState, number>>;
  onTime: number;
  /** Answered in time or late, and overdue. */
  judged: number;
  /** Fraction; null when nothing can be judged. */
  rate: number | null;
  ci95: Interval | null;
  /** Whole days from receipt to answer. */
  medianDays: number | null;
  p90Days: number | null;
  /** Mean of the customers' verdicts on the handling, 1–5, and how many gave one. */
  satisfaction: { mean: number | null; count: number };
}

export interface HandlingSummary {
  /** The day the figures are of. */
  today: string;
  total: HandlingFigures;
  /** Most VOC first (months: oldest first); '' for VOC without the value. */
  groups: { value: string; figures: HandlingFigures }[];
  elapsedMs: number;
}

const dueRuleFields = {
  name: nameSchema,
  days: z.number().int().min(0).max(3650),
  /** Monday to Friday; public holidays are not known. */
  workingDays: z.boolean().default(false),
  /** null: any. */
  channel: z.enum(vocChannels).nullable().default(null),
  kind: z.enum(vocKinds).nullable().default(null),
  minSeverity: z.number().int().min(1).max(5).nullable().default(null),
};

export interface DueRuleRow extends z.output<z.ZodObject<typeof dueRuleFields>> {
  id: number;
}

export interface DueRulePreview {
  /** VOC that wait for an answer and have no due date. */
  withoutDue: number;
  /** Those of them that a rule gives one, and how many of these would be overdue at once. */
  dated: number;
  overdue: number;
}

const appliedToSchema = z.object({
  /** Only VOC received on this day or later: old ones would all be overdue at once. */
  receivedFrom: dateSchema.optional(),
});

export interface EscalationPolicy {
  automatic: boolean;
  /** 0: from the day after the due date. */
  daysAfterDue: number;
}

export const handlingContract = {
  /** Who edits, as the history will say; `told` is false while it is the computer's own guess. */
  'handling.me': read<{ name: string; told: boolean }>()(nothing, ['preference']),
  /** Oldest first; the first entry is how the VOC came in. */
  'handling.history': read<VocHistoryEntry[]>()(z.object({ id: idSchema }), ['voc', 'requirement']),
  /** Writes down the answer. A VOC that waits counts as answered now; else only the note changes. */
  'handling.reply': edit<void>()(
    z.object({
      id: idSchema,
      note: noteSchema.trim().min(1),
      satisfaction: satisfactionSchema.nullable().optional(),
    }),
  ),
  'handling.setStatus': edit<{ changed: number }>()(
    z.object({ ids: idsSchema, status: z.enum(vocStatuses) }),
  ),
  'handling.assign': edit<{ changed: number }>()(
    z.object({ ids: idsSchema, owner: z.string().trim().max(200).nullable() }),
  ),
  'handling.escalate': edit<{ changed: number }>()(
    z.object({ ids: idsSchema, note: noteSchema.default('') }),
  ),
  'handling.deescalate': edit<{ changed: number }>()(z.object({ ids: idsSchema })),
  'handling.recordSatisfaction': edit<void>()(
    z.object({ id: idSchema, satisfaction: satisfactionSchema.nullable() }),
  ),
  /** The lists of work with how many VOC are in each; without a name there is none of one's own. */
  'handling.queue': read<HandlingQueue>()(
    z.object({
      me: z.string().max(200).nullable().default(null),
      mineOnly: z.boolean().default(false),
    }),
    ['voc'],
  ),
  'handling.summary': read<HandlingSummary>()(
    z.object({
      filter: vocFilterSchema.default({}),
      by: z.enum(handlingGroups).default('owner'),
    }),
    ['voc', 'requirement'],
  ),
  /** In the order in which they are tried. */
  'handling.listRules': read<DueRuleRow[]>()(nothing, ['setting']),
  'handling.saveRule': edit<{ id: number }>()(
    z.object({ id: idSchema.optional(), ...dueRuleFields }),
  ),
  'handling.removeRule': edit<void>()(z.object({ id: idSchema })),
  'handling.moveRule': edit<void>()(z.object({ id: idSchema, position: z.number().int().min(0) })),
  'handling.previewRules': read<DueRulePreview>()(appliedToSchema, ['voc', 'setting']),
  /** Gives a due date to the VOC that wait without one and that a rule fits. */
  'handling.applyRules': edit<{ dated: number }>()(appliedToSchema),
  'handling.escalationPolicy': read<EscalationPolicy>()(nothing, ['setting']),
  'handling.setEscalationPolicy': edit<void>()(
    z.object({ automatic: z.boolean(), daysAfterDue: z.number().int().min(0).max(3650) }),
  ),
};
