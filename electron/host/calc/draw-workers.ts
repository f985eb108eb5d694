import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { DrawRunner, DrawShare } from '../../../core/calc/draw-plan.ts';
import { drawShareOf } from '../../../core/calc/run-calc.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import { workerFile } from '../bundle-location.ts';
import type { DrawnShare, DrawWorkerTask } from './draw-messages.ts';

export interface DrawOptions {
  /** An abort ends the draws at once, with `app.cancelled`. */
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
  workers?: number;
  /** Work expected to last no longer is done here: starting threads would take longer than it saves. */
  inProcessMs?: number;
}

/** How long a share should last: short enough for progress, a cancel and an even spread. */
const shareMs = 50;
const sliceMs = 20;
const warmUpMs = 60;

/**
 * Runs the draws of `csm calc`: a little work here, in slices that let other events through, much work
 * in threads. Where a draw is computed changes nothing about it, so that the answer is always the same.
 */
export function drawRunner(options: DrawOptions = {}): DrawRunner {
  const { signal, onProgress, workers = availableParallelism(), inProcessMs = 600 } = options;
  return async (method, task) => {
    const work = { method, task };
    const rows = new DrawnRows(task.draws, onProgress);
    const started = performance.now();
    let drawMs = await drawHere(work, rows, 1, signal);
    // The first draws run cold and say little about the rest.
    while (performance.now() - started < Math.min(warmUpMs, inProcessMs) && rows.rest > 0) {
      drawMs = await drawHere(work, rows, Math.ceil(sliceMs / drawMs), signal);
    }
    if (rows.rest * drawMs > inProcessMs) {
      await drawInWorkers(work, rows, { workers, drawMs, signal });
    }
    while (rows.rest > 0) {
      drawMs = await drawHere(work, rows, Math.ceil(sliceMs / drawMs), signal);
    }
    return rows.figures;
  };
}

/** The figures of all draws, filled share by share in any order. */
class DrawnRows {
  figures = new Float64Array();
  #taken = 0;
  #done = 0;
  readonly #draws: number;
  readonly #onProgress: DrawOptions['onProgress'];

  constructor(draws: number, onProgress: DrawOptions['onProgress']) {
    this.#draws = draws;
    this.#onProgress = onProgress;
  }

  /** Draws that nobody has been given yet. */
  get rest(): number {
    return this.#draws - this.#taken;
  }

  next(size: number): DrawShare | null {
    if (this.rest === 0) return null;
    const share = { first: this.#taken, count: Math.min(size, this.rest) };
    this.#taken += share.count;
    return share;
  }

  put({ share, figures }: DrawnShare): void {
    const width = figures.length / share.count;
    if (this.#done === 0) this.figures = new Float64Array(this.#draws * width);
    this.figures.set(figures, share.first * width);
    this.#done += share.count;
    this.#onProgress?.(this.#done, this.#draws);
  }
}

/** Answers with the time of a draw, in milliseconds. */
async function drawHere(
  { method, task }: DrawWorkerTask,
  rows: DrawnRows,
  size: number,
  signal: AbortSignal | undefined,
): Promise<number> {
  await nextTurn();
  if (signal?.aborted) throw new AppError('app.cancelled');
  const share = rows.next(size);
  if (share === null) return 0;
  const started = performance.now();
  rows.put({ share, figures: drawShareOf(method, task, share) });
  return Math.max((performance.now() - started) / share.count, 0.001);
}

async function drawInWorkers(
  workerData: DrawWorkerTask,
  rows: DrawnRows,
  { workers, drawMs, signal }: { workers: number; drawMs: number; signal: AbortSignal | undefined },
): Promise<void> {
  const { rest } = rows;
  const size = Math.max(1, Math.min(Math.ceil(shareMs / drawMs), Math.ceil(rest / workers)));
  const threads = Array.from(
    { length: Math.min(workers, rest) },
    () => new Worker(workerFile('calc-draws'), { workerData }),
  );
  const cancelled = Promise.withResolvers<never>();
  const cancel = () => cancelled.reject(new AppError('app.cancelled'));
  signal?.addEventListener('abort', cancel, { once: true });
  if (signal?.aborted) cancel();
  try {
    const served = threads.map((thread) => serve(thread, rows, size));
    await Promise.race([Promise.all(served), cancelled.promise]);
  } finally {
    signal?.removeEventListener('abort', cancel);
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Hands a thread one share after the other. Rejects when the thread fails or ends before its time. */
function serve(thread: Worker, rows: DrawnRows, size: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const handOut = () => {
      const share = rows.next(size);
      if (share === null) resolve();
      else thread.postMessage(share);
    };
    thread.on('message', (drawn: DrawnShare) => {
      rows.put(drawn);
      handOut();
    });
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a thread of draws ended with ${code}`)));
    handOut();
  });
}
