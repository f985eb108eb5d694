import { Worker } from 'node:worker_threads';
import { AppError } from '../../../core/contract/app-error.ts';
import type { InsightState } from '../../../core/contract/insight.contract.ts';
import { listWordRules } from '../../../db/repositories/word-rule.repository.ts';
import type { VocChange } from '../../../db/voc-change-log.ts';
import { workerFile } from '../bundle-location.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localeWords } from '../locale-words.ts';
import { newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { QuestionName, WordQuestions, WordReply, WordRequest } from './word-messages.ts';

type Progress = Extract<WordReply, { kind: 'progress' }>;

interface Waiting {
  resolve: (answer: WordQuestions[QuestionName]['answer']) => void;
  reject: (error: Error) => void;
  onProgress: (progress: Progress) => void;
}

/** So many VOC are read anew one by one sooner than all of them together. */
const mostNamed = 100_000;

/**
 * The words of one open workspace, kept by a thread of their own with a read-only connection. Nothing
 * is started before somebody asks; it ends with the session.
 */
export class VocWords {
  readonly #session: WorkspaceSession;
  readonly #waiting = new Map<number, Waiting>();
  /** VOC written since the thread was asked last; null: too many, or the thread knows none yet. */
  #changed: Set<number> | null = null;
  #worker: Worker | null = null;
  #lastId = 0;
  #state: InsightState = { status: 'none', jobId: null, texts: 0, words: 0 };

  constructor(session: WorkspaceSession) {
    this.#session = session;
    session.vocIndex.onChange((change) => this.#noteChange(change));
    session.whenClosing(() => this.#stop());
  }

  get state(): InsightState {
    return this.#state;
  }

  /** Starts learning as a job, unless it is under way or done; answers with the job's id. */
  startLearning({ jobs, preferences }: HostContext): string | null {
    if (this.#state.status === 'learning' || this.#state.status === 'ready') {
      return this.#state.jobId;
    }
    const words = localeWords(preferences.get('locale') === 'en' ? 'en' : 'ko');
    const jobId = jobs.start(
      { kind: 'insight.learn', subject: words('insight:job'), phase: 'reading' },
      async (control) => {
        await this.#learn(control);
        return {};
      },
    );
    this.#state = { ...this.#state, status: 'learning', jobId };
    return jobId;
  }

  /** Asks the thread, once the words are learned; learns them first when nobody has. */
  async ask<Name extends QuestionName>(
    context: HostContext,
    name: Name,
    ask: WordQuestions[Name]['ask'],
  ): Promise<WordQuestions[Name]['answer']> {
    const jobId = this.startLearning(context);
    if (this.#state.status === 'learning' && jobId !== null) {
      await context.jobs.settled(jobId);
    }
    if (this.#state.status !== 'ready') throw new AppError('insight.notLearned');
    return this.#post(name, ask, newCancelFlag(), () => undefined);
  }

  async #learn(control: JobControl): Promise<void> {
    const flag = newCancelFlag();
    const cancel = () => Atomics.store(new Int32Array(flag), 0, 1);
    control.signal.addEventListener('abort', cancel, { once: true });
    if (control.signal.aborted) cancel();
    try {
      const learned = await this.#post('learn', {}, flag, ({ phase, done, total }) =>
        control.report({ phase, done, total }),
      );
      this.#state = { ...this.#state, status: 'ready', ...learned };
    } catch (error) {
      this.#state = { ...this.#state, status: control.signal.aborted ? 'none' : 'failed' };
      throw error;
    } finally {
      control.signal.removeEventListener('abort', cancel);
    }
  }

  async #post<Name extends QuestionName>(
    name: Name,
    ask: WordQuestions[Name]['ask'],
    cancelFlag: SharedArrayBuffer,
    onProgress: (progress: Progress) => void,
  ): Promise<WordQuestions[Name]['answer']> {
    const rules = await listWordRules(this.#session.db);
    const worker = this.#started();
    this.#lastId += 1;
    const changed = this.#changed === null ? null : [...this.#changed].sort((a, b) => a - b);
    this.#changed = new Set();
    const request = { id: this.#lastId, name, ask, rules, changed, cancelFlag } as WordRequest;
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      worker.postMessage(request);
    });
  }

  #noteChange(change: VocChange): void {
    if (change === 'everything') this.#changed = null;
    for (const id of change === 'everything' ? [] : change.vocIds) this.#changed?.add(id);
    if (this.#changed !== null && this.#changed.size > mostNamed) this.#changed = null;
  }

  #started(): Worker {
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(workerFile('voc-words'), {
      workerData: { file: this.#session.file },
    });
    worker.on('message', (reply: WordReply) => this.#hear(reply));
    worker.once('error', (error) => {
      console.error('words thread failed:', error);
      this.#giveUp(new AppError('app.taskFailed'));
    });
    worker.once('exit', () => this.#giveUp(new AppError('app.cancelled')));
    this.#worker = worker;
    return worker;
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
    this.#worker = null;
    this.#changed = null;
    this.#state = { status: 'none', jobId: null, texts: 0, words: 0 };
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  async #stop(): Promise<void> {
    await this.#worker?.terminate();
  }
}

const known = new WeakMap<WorkspaceSession, VocWords>();

export function vocWordsOf(session: WorkspaceSession): VocWords {
  const words = known.get(session) ?? new VocWords(session);
  known.set(session, words);
  return words;
}
