import { Worker, type WorkerOptions } from 'node:worker_threads';
import { loadingForbidden, sharedLoads } from '../../db/native-load.ts';
import { workerFile } from './bundle-location.ts';

/** A thread that opens SQLite files and may be ended at any moment, with the threads that it started. */
export class DatabaseThread extends Worker {
  readonly #loads: Int32Array<SharedArrayBuffer>;

  constructor(name: string, task: object, options: WorkerOptions = {}) {
    const loads =
      sharedLoads() ?? new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    super(workerFile(name), { ...options, workerData: { ...task, nativeLoads: loads } });
    this.#loads = loads;
  }

  /** Not while one loads SQLite's native module: that would end the whole process. */
  override async terminate(): Promise<number> {
    for (;;) {
      const loading = Atomics.compareExchange(this.#loads, 0, 0, loadingForbidden);
      if (loading <= 0) return super.terminate();
      await Atomics.waitAsync(this.#loads, 0, loading).value;
    }
  }
}
