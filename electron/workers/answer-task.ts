import { parentPort } from 'node:worker_threads';
import { AppError } from '../../core/contract/app-error.ts';
import type { TaskMessage, TaskProgress, WorkerTask } from '../host/work-in-worker.ts';

/** What a task's work is handed: tells how far it is, and throws `app.cancelled` once it is to stop. */
export type ReportProgress = (progress: TaskProgress) => void;

/** Does the one task of this thread and tells the host how it ended. */
export async function answerTask<Answer>(
  { cancelFlag }: WorkerTask,
  work: (report: ReportProgress) => Answer | Promise<Answer>,
): Promise<void> {
  const send = (message: TaskMessage<Answer>) => parentPort?.postMessage(message);
  const flag = new Int32Array(cancelFlag);
  try {
    const answer = await work((progress) => {
      if (Atomics.load(flag, 0) !== 0) throw new AppError('app.cancelled');
      send({ kind: 'progress', ...progress });
    });
    send({ kind: 'done', answer });
  } catch (error) {
    if (!(error instanceof AppError)) console.error('task failed:', error);
    const known = error instanceof AppError ? error : new AppError('app.taskFailed');
    send({ kind: 'failed', error: known.toPayload() });
  }
}
