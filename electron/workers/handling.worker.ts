import { parentPort, workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { answerHandling, type HandlingTasks } from '../../db/handling-task.ts';

const { file, kind, task }: WorkerData<keyof HandlingTasks> = workerData;

interface WorkerData<K extends keyof HandlingTasks> {
  file: string;
  kind: K;
  task: HandlingTasks[K];
}

const raw = openRaw(file, { readonly: true });
try {
  const answer = answerHandling[kind] as (raw: unknown, task: unknown) => unknown;
  parentPort?.postMessage(answer(raw, task));
} finally {
  raw.close();
}
