import type { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/contract/app-error.ts';
import type { VocChange } from '../../../db/voc-change-log.ts';
import { DatabaseThread } from '../database-thread.ts';
import type {
  FromIndex,
  IndexAnswers,
  IndexQuestion,
  QuestionOf,
  ToIndex,
} from './index-messages.ts';

/** Starts the thread of a workspace's index. */
export type StartThread = (file: string) => Worker;

export const startIndexThread: StartThread = (file) => new DatabaseThread('voc-index', { file });

interface Pending {
  question: IndexQuestion;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
  /** Asked of a second thread after the first died over it, or over another. */
  askedAgain: boolean;
}

/** Threads that die before they are loaded will not do better the next time. */
const mostDeaths = 3;

/** The thread died, and so did the one after it. */
export class IndexLost extends Error {}

/** The thread of the index seen from the host; started anew when it dies. */
export class IndexThread {
  readonly #file: string;
  readonly #start: StartThread;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #loaded = false;
  #deaths = 0;
  #number = 0;
  #stopped = false;

  constructor(file: string, start: StartThread) {
    this.#file = file;
    this.#start = start;
  }

  /** The columns are in memory: everything is answered quickly. */
  get loaded(): boolean {
    return this.#loaded;
  }

  start(): void {
    if (this.#worker !== null || this.#stopped || this.#deaths === mostDeaths) return;
    const worker = this.#start(this.#file);
    this.#worker = worker;
    worker.on('message', (message: FromIndex) => this.#hear(message));
    worker.on('error', (error) => console.error('the index thread failed:', error));
    worker.once('exit', () => this.#mourn(worker));
  }

  async ask<K extends IndexQuestion['kind']>(question: QuestionOf<K>): Promise<IndexAnswers[K]> {
    if (this.#stopped) throw new AppError('app.cancelled');
    this.start();
    if (this.#worker === null) throw new IndexLost();
    return new Promise((resolve, reject) => {
      this.#post({ question, resolve, reject, askedAgain: false });
    });
  }

  /** A thread that is not there yet will read the file as it is then. */
  tell(change: VocChange): void {
    if (change === 'everything') this.#loaded = false;
    this.#worker?.postMessage({ kind: 'changed', change } satisfies ToIndex);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
    for (const { reject } of this.#pending.values()) reject(new AppError('app.cancelled'));
    this.#pending.clear();
  }

  #post(pending: Pending): void {
    const number = this.#number++;
    this.#pending.set(number, pending);
    const { question } = pending;
    this.#worker?.postMessage({ kind: 'ask', number, question } satisfies ToIndex);
  }

  #hear(message: FromIndex): void {
    if (message.kind === 'loaded') {
      this.#loaded = true;
      this.#deaths = 0;
      return;
    }
    const pending = this.#pending.get(message.number);
    this.#pending.delete(message.number);
    if (message.kind === 'answer') pending?.resolve(message.answer as never);
    else pending?.reject(AppError.fromPayload(message.error));
  }

  #mourn(worker: Worker): void {
    if (this.#worker !== worker || this.#stopped) return;
    this.#worker = null;
    this.#loaded = false;
    this.#deaths++;
    const orphans = [...this.#pending.values()];
    this.#pending.clear();
    if (orphans.length > 0) this.start();
    for (const orphan of orphans) {
      if (orphan.askedAgain || this.#worker === null) orphan.reject(new IndexLost());
      else this.#post({ ...orphan, askedAgain: true });
    }
  }
}
