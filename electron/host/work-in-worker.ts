import { AppError, type ErrorPayload } from '../../core/contract/app-error.ts';
import { DatabaseThread } from './database-thread.ts';

/** What every worker of one task tells: how far it is, and then its answer or why there is none. */
export type TaskMessage<Answer> =
  | { kind: 'progress'; phase?: string; done: number; total: number | null }
  | { kind: 'done'; answer: Answer }
  | { kind: 'failed'; error: ErrorPayload };

export type TaskProgress = Omit<Extract<TaskMessage<never>, { kind: 'progress' }>, 'kind'>;

/** Every task has a flag of one Int32: not 0 once it is to be given up. Seen also between statements. */
export interface WorkerTask {
  readonly cancelFlag: SharedArrayBuffer;
}

interface Watching {
  onProgress?: (progress: TaskProgress) => void;
  signal?: AbortSignal;
}

/**
 * Runs one task in a thread of its own. Cancelling asks the worker through the flag, and it rolls back
 * by itself: a thread is never killed inside its transaction. Rejects with the worker's `AppError`.
 */
export async function inWorker<Answer>(
  name: string,
  task: WorkerTask,
  { onProgress = () => undefined, signal }: Watching = {},
): Promise<Answer> {
  const cancel = () => Atomics.store(new Int32Array(task.cancelFlag), 0, 1);
  signal?.addEventListener('abort', cancel);
  if (signal?.aborted) cancel();
  const worker = new DatabaseThread(name, task);
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on('message', (message: TaskMessage<Answer>) => {
        if (message.kind === 'progress') onProgress(message);
        else if (message.kind === 'done') resolve(message.answer);
        else reject(AppError.fromPayload(message.error));
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    });
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

export function newCancelFlag(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
}
