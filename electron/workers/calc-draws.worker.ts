import { parentPort, workerData } from 'node:worker_threads';
import type { DrawShare } from '../../core/calc/draw-plan.ts';
import { drawShareOf } from '../../core/calc/run-calc.ts';
import type { DrawnShare, DrawWorkerTask } from '../host/calc/draw-messages.ts';

const { method, task }: DrawWorkerTask = workerData;

parentPort?.on('message', (share: DrawShare) => {
  const figures = drawShareOf(method, task, share);
  parentPort?.postMessage({ share, figures } satisfies DrawnShare);
});
