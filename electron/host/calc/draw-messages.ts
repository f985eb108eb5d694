import type { DrawShare, DrawTask } from '../../../core/calc/draw-plan.ts';

/** What a worker is started with; each message to it is then one share of the draws. */
export interface DrawWorkerTask {
  method: string;
  task: DrawTask;
}

/** What it answers to each share. */
export interface DrawnShare {
  share: DrawShare;
  figures: Float64Array;
}
