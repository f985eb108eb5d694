import { AppError } from '../../../core/contract/app-error.ts';
import { DatabaseThread } from '../database-thread.ts';
import type { VocExportMessage, VocExportTask } from './voc-export-messages.ts';

/** Writes the list in a thread of its own; an abort ends the thread, which only reads the workspace. */
export async function writeVocList(
  task: VocExportTask,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  signal.throwIfAborted();
  const worker = new DatabaseThread('voc-export', task);
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise((resolve, reject) => {
      worker.on('message', (message: VocExportMessage) => {
        if (message.kind === 'finished') resolve(message.bytes);
        else if (message.kind === 'failed') reject(new AppError('export.failed'));
        else onProgress(message.done, message.total);
      });
      worker.once('error', (error) => {
        console.error('export failed:', error);
        reject(new AppError('export.failed'));
      });
      worker.once('exit', () => reject(new AppError('export.failed')));
    });
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
