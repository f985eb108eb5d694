import { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/contract/app-error.ts';
import { workerFile } from '../bundle-location.ts';
import type { ReportMessage, ReportTask } from './report-messages.ts';

/**
 * Renders in a thread of its own and hands out the file's bytes. An abort ends the thread at once;
 * it holds nothing that could be left half done.
 */
export async function renderReport(
  task: ReportTask,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const worker = new Worker(workerFile('report'), { workerData: task });
  const stop = () => void worker.terminate();
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await bytesOf(worker, onProgress);
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

function bytesOf(
  worker: Worker,
  onProgress: (done: number, total: number) => void,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ReportMessage) => {
      if (message.kind === 'finished') resolve(message.bytes);
      else onProgress(message.done, message.total);
    });
    worker.once('error', (error) => {
      console.error('report failed:', error);
      reject(new AppError('report.renderFailed'));
    });
    worker.once('exit', () => reject(new AppError('report.renderFailed')));
  });
}
