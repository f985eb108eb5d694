import type { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/contract/app-error.ts';
import type { WordRuleLine } from '../../../core/domain/words/word-rules.ts';
import { DatabaseThread } from '../database-thread.ts';
import type {
  QuestionName,
  WordQuestions,
  WordReply,
  WordRequest,
  WordsTask,
} from './word-messages.ts';

export type WordsProgress = Extract<WordReply, { kind: 'progress' }>;

interface Asking {
  rules: WordRuleLine[];
  /** VOC written since the question before; null: too many to name, or none is known yet. */
  changed: number[] | null;
  cancelFlag: SharedArrayBuffer;
  onProgress?: (progress: WordsProgress) => void;
}

interface Waiting {
  resolve: (answer: WordQuestions[QuestionName]['answer']) => void;
  reject: (error: Error) => void;
  onProgress: (progress: WordsProgress) => void;
}

/** A thread that knows words, and the questions it was asked. `onEnd` is called once, however it ends. */
export class WordsThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEnd: () => void;
  #asked = 0;
  #ended = false;

  constructor(task: WordsTask, onEnd: () => void) {
    this.#onEnd = onEnd;
    this.#worker = new DatabaseThread('voc-words', task);
    this.#worker.on('message', (reply: WordReply) => this.#hear(reply));
    this.#worker.once('error', (error) => {
      console.error('words thread failed:', error);
      this.#giveUp(new AppError('app.taskFailed'));
    });
    this.#worker.once('exit', () => this.#giveUp(new AppError('app.cancelled')));
  }

  ask<Name extends QuestionName>(
    name: Name,
    ask: WordQuestions[Name]['ask'],
    { onProgress = () => undefined, ...how }: Asking,
  ): Promise<WordQuestions[Name]['answer']> {
    if (this.#ended) return Promise.reject(new AppError('app.cancelled'));
    const id = this.#asked++;
    const request = { id, name, ask, ...how } as WordRequest;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      this.#worker.postMessage(request);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(reply: WordReply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if (reply.kind === 'progress') {
      waiting.onProgress(reply);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === 'answer') waiting.resolve(reply.answer);
    else waiting.reject(AppError.fromPayload(reply.error));
  }

  #giveUp(error: AppError): void {
    if (!this.#ended) this.#onEnd();
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
