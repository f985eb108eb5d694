import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { DatabaseThread } from '../database-thread.ts';
import type { Slice, SliceCounter } from './column-slices.ts';
import type { PackedColumns, VocColumns } from './voc-columns.ts';

/** What a helping thread starts with. */
export interface HelperData {
  file: string;
  lastId: number;
  taken: SliceCounter['taken'];
}

/** A slice that a helping thread has read. */
export interface ReadSlice {
  slice: Slice;
  packed: PackedColumns;
}

/** Of fewer VOC a thread would be ready when all is read. */
const worthHelp = 200_000;
/** The thread of the index reads too, and the host wants a processor of its own. */
const mostHelpers = 3;

/** Threads that read slices of the file beside the one that wants them all. */
export class ColumnHelpers {
  readonly #workers = new Set<Worker>();
  #arrived: ReadSlice[] = [];

  constructor(file: string, counter: SliceCounter, wanted: boolean) {
    if (!wanted || file === ':memory:' || counter.lastId < worthHelp) return;
    const count = Math.min(mostHelpers, availableParallelism() - 1);
    const { lastId, taken } = counter;
    for (let number = 0; number < count; number++) this.#start({ file, lastId, taken });
  }

  /** Some are still reading. */
  get busy(): boolean {
    return this.#workers.size > 0;
  }

  /** Puts what has arrived where it belongs; which slices these were. */
  deliverTo(columns: VocColumns): Slice[] {
    const arrived = this.#arrived;
    this.#arrived = [];
    for (const { slice, packed } of arrived) columns.take(packed, slice.after);
    return arrived.map(({ slice }) => slice);
  }

  /** What they have not delivered nobody will. */
  dismiss(): void {
    for (const worker of this.#workers) void worker.terminate();
    this.#workers.clear();
  }

  #start(workerData: HelperData): void {
    const worker = new DatabaseThread('voc-columns', workerData);
    this.#workers.add(worker);
    worker.on('message', (read: ReadSlice) => this.#arrived.push(read));
    // What it took and did not deliver is read by the thread that wants it.
    worker.on('error', (error) => console.error('a thread reading columns failed:', error));
    worker.once('exit', () => this.#workers.delete(worker));
  }
}
