import { workerData } from 'node:worker_threads';
import { type KanoFileTask, readKanoFile } from '../host/kano/read-kano-file.ts';
import { answerTask } from './answer-task.ts';

/** Reads a file of answers: a large workbook takes seconds. */
const task: KanoFileTask = workerData;

await answerTask(task, (report) =>
  readKanoFile(task.file, (done) => report({ done, total: null })),
);
