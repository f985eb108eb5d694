import { workerData } from 'node:worker_threads';
import { rankCountsOf } from '../../core/domain/house/robustness.ts';
import type { StabilityTask } from '../host/stability/stability-task.ts';
import { answerTask } from './answer-task.ts';

const task: StabilityTask = workerData;
const { draws } = task.input;

await answerTask(task, (report) =>
  rankCountsOf(task.input, (done) => report({ done, total: draws })),
);
