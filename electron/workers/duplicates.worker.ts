import { workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { scanForDuplicates } from '../../db/duplicate-scan.ts';
import type { DuplicateTask } from '../host/duplicates/duplicate-search.ts';
import { answerTask } from './answer-task.ts';

const task: DuplicateTask = workerData;

await answerTask(task, (report) => {
  const raw = openRaw(task.file, { readonly: true });
  try {
    return scanForDuplicates(raw, task.criteria, task.selection, (done, total) =>
      report({ done, total }),
    );
  } finally {
    raw.close();
  }
});
