import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type { RetentionPreview, RetentionRule } from '../../../core/contract/privacy.contract.ts';

/** What the host asks the retention worker. */
export interface RetentionTask {
  workspaceFile: string;
  rule: RetentionRule;
  cutOff: string;
  /** null: only look. */
  order: { expected: number; at: string; actor: string } | null;
  /** Set to 1 to give up; the transaction rolls back. */
  cancelFlag: SharedArrayBuffer;
}

export type RetentionMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'preview'; preview: RetentionPreview }
  | { kind: 'applied'; count: number }
  | { kind: 'failed'; error: ErrorPayload };
