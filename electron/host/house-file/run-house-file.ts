import { AppError } from '../../../core/contract/app-error.ts';
import { DatabaseThread } from '../database-thread.ts';
import { newCancelFlag, type TaskMessage } from '../work-in-worker.ts';
import type { HouseFileTask } from './house-file-messages.ts';

type WithoutFlag<Task> = Task extends unknown ? Omit<Task, 'cancelFlag'> : never;

/**
 * Does one task in a thread of its own. An abort ends the thread at once: nothing of the workspace is in its
 * hands that could be left half done.
 */
export async function runHouseFile<Answer>(
  task: WithoutFlag<HouseFileTask>,
  signal: AbortSignal,
  onProgress: (done: number, total: number | null) => void = () => undefined,
): Promise<Answer> {
  signal.throwIfAborted();
  // A large workbook's texts are put aside in SQLite while it is read.
  const worker = new DatabaseThread('house-file', { ...task, cancelFlag: newCancelFlag() });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<Answer>((resolve, reject) => {
      worker.on('message', (message: TaskMessage<Answer>) => {
        if (message.kind === 'progress') onProgress(message.done, message.total);
        else if (message.kind === 'done') resolve(message.answer);
        else reject(AppError.fromPayload(message.error));
      });
      worker.once('error', (error) => {
        console.error('house file failed:', error);
        reject(new AppError('houseFile.failed'));
      });
      worker.once('exit', () => reject(new AppError('houseFile.failed')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
