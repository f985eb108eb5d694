import type { DueRulePreview } from '../core/contract/handling.contract.ts';
import type { RawDatabase } from './connection.ts';
import { overdueIds } from './escalation.ts';
import { previewDueRules } from './repositories/handling.repository.ts';

/** What has to look at every VOC: done in place for a few of them, in a thread for many. */
export interface HandlingTasks {
  preview: { receivedFrom: string | undefined; today: string };
  /** VOC due before the day that are to be escalated, of those with an id greater than `after`. */
  overdue: { before: string; after: number };
}

export interface HandlingAnswers {
  preview: DueRulePreview;
  overdue: number[];
}

export const answerHandling: {
  [K in keyof HandlingTasks]: (raw: RawDatabase, task: HandlingTasks[K]) => HandlingAnswers[K];
} = {
  preview: (raw, task) => previewDueRules(raw, task),
  overdue: (raw, { before, after }) => overdueIds(raw, before, after),
};
