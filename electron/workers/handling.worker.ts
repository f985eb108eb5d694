import { parentPort, workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { answerHandlingTask, type HandlingTask } from '../../db/handling-task.ts';

const { file, task }: { file: string; task: HandlingTask } = workerData;

const raw = openRaw(file, { readonly: true });
try {
  parentPort?.postMessage(answerHandlingTask(raw, task));
} finally {
  raw.close();
}
