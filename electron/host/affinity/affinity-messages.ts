import type {
  AffinityGroupChoice,
  AffinityGroups,
} from '../../../core/contract/affinity.contract.ts';
import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type { VocCriteria } from '../../../db/voc-conditions.ts';

/** What the thread of one suggestion is made for. */
export interface AffinityTask {
  file: string;
  /** The VOC to group; those that are unassigned, unless `includeAssigned`. */
  criteria: VocCriteria;
  includeAssigned: boolean;
  maxGroups: number;
  withoutWords: readonly string[];
  /** Only these of them, ascending, and what they are a sample of; null for all. */
  sample: { ids: Uint32Array; of: number } | null;
}

export interface CardQuestion {
  group: AffinityGroupChoice;
  search: string;
}

/** Asked again and again, once the groups are there. */
export type AffinityQuestion =
  | { ask: 'groups'; assumedSeverity: number }
  | (CardQuestion & { ask: 'ids'; offset: number; limit: number });

export interface AffinityAnswers {
  groups: AffinityGroups;
  ids: { ids: number[]; total: number };
}

export type AffinityMessage =
  | { kind: 'progress'; phase: 'reading' | 'grouping'; done: number; total: number }
  | { kind: 'ready' }
  | { kind: 'answer'; number: number; answer: AffinityAnswers[AffinityQuestion['ask']] }
  | { kind: 'failed'; number: number | null; error: ErrorPayload };
