import type { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/contract/app-error.ts';
import { DatabaseThread } from '../database-thread.ts';
import type { ImportTask, PromoteRequest, WorkerMessage } from './import-messages.ts';

type Kind = Exclude<WorkerMessage['kind'], 'progress' | 'failed'>;
type MessageOf<K extends Kind> = Extract<WorkerMessage, { kind: K }>;
type Progress = Extract<WorkerMessage, { kind: 'progress' }>;

/** A workbook that needs more than this is better saved as CSV, which is read as a stream. */
const heapLimitMb = 1024;

/**
 * Rows come and go by the million, and each is held for a moment only. Left alone, the space for such
 * memory grows to what the computer has; a smaller one costs no time that can be measured.
 */
const youngHeapMb = 32;

/** The thread that reads one file, seen from the host. */
export class ImportWorker {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;
  #waiting: { resolve: (message: WorkerMessage) => void; reject: (error: unknown) => void } | null =
    null;
  #failure: unknown = null;

  constructor(task: ImportTask, onProgress: (progress: Progress) => void = () => undefined) {
    this.#worker = new DatabaseThread('import', task, {
      resourceLimits: {
        maxOldGenerationSizeMb: heapLimitMb,
        maxYoungGenerationSizeMb: youngHeapMb,
      },
    });
    this.#worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'progress') onProgress(message);
      else if (message.kind === 'failed') this.#fail(AppError.fromPayload(message.error));
      else this.#waiting?.resolve(message);
    });
    this.#worker.on('error', (error) => this.#fail(asRefusal(error)));
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#fail(new AppError('import.failed'));
        resolve();
      });
    });
  }

  /** The worker's next answer. Rejects when it fails or ends instead. */
  async answer<K extends Kind>(kind: K): Promise<MessageOf<K>> {
    if (this.#failure !== null) throw this.#failure;
    const message = await new Promise<WorkerMessage>((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
    if (message.kind !== kind) throw new Error(`expected ${kind}, got ${message.kind}`);
    return message as MessageOf<K>;
  }

  promote(request: PromoteRequest): Promise<MessageOf<'promoted'>> {
    const answer = this.answer('promoted');
    this.#worker.postMessage(request);
    return answer;
  }

  /** Resolves when the thread is gone and has let go of its files. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
    await this.#ended;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#waiting?.reject(this.#failure);
  }
}

function asRefusal(error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? new AppError('import.tooLarge') : error;
}
