import type {
  DueRulePreview,
  HandlingGroup,
  HandlingSummary,
} from '../core/contract/handling.contract.ts';
import type { RawDatabase } from './connection.ts';
import { summarise } from './handling-rows.ts';
import { previewDueRules } from './repositories/handling.repository.ts';
import type { VocCriteria } from './voc-conditions.ts';

/** What has to look at every VOC: done in place for a few of them, in a thread for many. */
export type HandlingTask =
  | { kind: 'summary'; criteria: VocCriteria; by: HandlingGroup }
  | { kind: 'preview'; receivedFrom: string | undefined; today: string };

export type HandlingAnswer =
  | { kind: 'summary'; summary: Omit<HandlingSummary, 'elapsedMs'> }
  | { kind: 'preview'; preview: DueRulePreview };

export function answerHandlingTask(raw: RawDatabase, task: HandlingTask): HandlingAnswer {
  return task.kind === 'summary'
    ? { kind: 'summary', summary: summarise(raw, task.criteria, task.by) }
    : { kind: 'preview', preview: previewDueRules(raw, task) };
}
