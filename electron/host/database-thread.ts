import { setTimeout } from 'node:timers/promises';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { loadedPlace, loadingForbidden, sharedLoads } from '../../db/native-load.ts';
import { workerFile } from './bundle-location.ts';

/** Loading takes some tenths of a second, longer on a busy machine. */
const longestLoadMs = 10_000;
const loadingPauseMs = 5;

/** A thread that opens SQLite files and may be ended at any moment, with the threads that it started. */
export class DatabaseThread extends Worker {
  readonly #loads: Int32Array<SharedArrayBuffer>;
  #exited = false;

  constructor(name: string, task: object, options: WorkerOptions = {}) {
    const loads =
      sharedLoads() ?? new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
    super(workerFile(name), { ...options, workerData: { ...task, nativeLoads: loads } });
    this.#loads = loads;
    this.once('exit', () => {
      this.#exited = true;
    });
  }

  /** Not while one loads SQLite's native module: that would end the whole process. */
  override async terminate(): Promise<number> {
    await this.#begun();
    for (;;) {
      const loading = Atomics.compareExchange(this.#loads, 0, 0, loadingForbidden);
      if (loading <= 0) return super.terminate();
      await Atomics.waitAsync(this.#loads, 0, loading).value;
    }
  }

  /**
   * Node now and then never ends a thread that is terminated while it loads its code. One that does not get
   * through its loading is terminated all the same.
   */
  async #begun(): Promise<void> {
    for (let waitedMs = 0; waitedMs < longestLoadMs; waitedMs += loadingPauseMs) {
      if (this.#exited || Atomics.load(this.#loads, loadedPlace) === 1) return;
      await setTimeout(loadingPauseMs);
    }
  }
}
