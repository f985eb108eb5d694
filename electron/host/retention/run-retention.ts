import { AppError } from '../../../core/contract/app-error.ts';
import type { RetentionPreview, RetentionRule } from '../../../core/contract/privacy.contract.ts';
import { retentionCutOff } from '../../../core/domain/voc/retention.ts';
import { DatabaseThread } from '../database-thread.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localToday } from '../local-date.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { RetentionMessage, RetentionTask } from './retention-messages.ts';

export async function previewRetention(
  session: WorkspaceSession,
  rule: RetentionRule,
): Promise<RetentionPreview> {
  const task = taskFor(session, rule, null);
  const answer = await inWorker(task, () => undefined);
  if (answer.kind !== 'preview') throw new AppError('privacy.retentionFailed');
  return answer.preview;
}

/** Cancelling asks the worker, which rolls back; it is never killed inside its transaction. */
export async function applyRetention(
  session: WorkspaceSession,
  rule: RetentionRule,
  order: { expected: number; actor: string },
  control: JobControl,
): Promise<void> {
  await session.changeForGood(async () => {
    const task = taskFor(session, rule, { ...order, at: new Date().toISOString() });
    const cancel = () => Atomics.store(new Int32Array(task.cancelFlag), 0, 1);
    control.signal.addEventListener('abort', cancel);
    if (control.signal.aborted) cancel();
    try {
      await inWorker(task, ({ done, total }) => control.report({ done, total }));
    } finally {
      control.signal.removeEventListener('abort', cancel);
    }
  });
}

function taskFor(
  session: WorkspaceSession,
  rule: RetentionRule,
  order: RetentionTask['order'],
): RetentionTask {
  return {
    workspaceFile: session.file,
    rule,
    cutOff: retentionCutOff(localToday(), rule.months),
    order,
    cancelFlag: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
}

type Progress = Extract<RetentionMessage, { kind: 'progress' }>;
type Answer = Extract<RetentionMessage, { kind: 'preview' | 'applied' }>;

async function inWorker(
  task: RetentionTask,
  onProgress: (progress: Progress) => void,
): Promise<Answer> {
  const worker = new DatabaseThread('retention', task);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on('message', (message: RetentionMessage) => {
        if (message.kind === 'progress') onProgress(message);
        else if (message.kind === 'failed') reject(AppError.fromPayload(message.error));
        else resolve(message);
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new AppError('privacy.retentionFailed')));
    });
  } finally {
    await worker.terminate();
  }
}
