import type { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/contract/app-error.ts';
import { DatabaseThread } from '../database-thread.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type {
  AffinityAnswers,
  AffinityMessage,
  AffinityQuestion,
  AffinityTask,
} from './affinity-messages.ts';

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

/**
 * One suggestion: a thread that reads the VOC, groups them and then stays, to say how things are now.
 * It only reads, so it may be ended at any moment.
 */
export class AffinityThread {
  readonly #worker: Worker;
  readonly #ready = Promise.withResolvers<void>();
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(session: WorkspaceSession, task: AffinityTask, control: JobControl) {
    // Heard of by whoever awaits `ready`, which may be later.
    this.#ready.promise.catch(() => undefined);
    this.#worker = new DatabaseThread('affinity', task);
    const forget = session.whenClosing(() => this.end());
    this.#worker.on('message', (message: AffinityMessage) => this.#hear(message, control));
    this.#worker.once('error', (error) => this.#fail(error));
    this.#worker.once('exit', () => {
      forget();
      this.#fail(new AppError('affinity.gone'));
    });
    control.signal.addEventListener('abort', () => void this.end(), { once: true });
    if (control.signal.aborted) void this.end();
  }

  /** Resolves when there are groups to ask about. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  ask<Q extends AffinityQuestion>(question: Q): Promise<AffinityAnswers[Q['ask']]> {
    const number = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, question });
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: AffinityMessage, control: JobControl): void {
    if (message.kind === 'progress') {
      const { phase, done, total } = message;
      control.report({ phase, done, total });
    } else if (message.kind === 'ready') this.#ready.resolve();
    else if (message.kind === 'answer')
      this.#settle(message.number).resolve(message.answer as never);
    else if (message.number === null) this.#fail(AppError.fromPayload(message.error));
    else this.#settle(message.number).reject(AppError.fromPayload(message.error));
  }

  #settle(number: number): Waiting {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    return waiting ?? { resolve: () => undefined, reject: () => undefined };
  }

  #fail(error: unknown): void {
    this.#ready.reject(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
