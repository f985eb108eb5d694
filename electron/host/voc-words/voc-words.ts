import { AppError } from '../../../core/contract/app-error.ts';
import type { InsightState, VocSample } from '../../../core/contract/insight.contract.ts';
import { listWordRules } from '../../../db/repositories/word-rule.repository.ts';
import type { VocChange } from '../../../db/voc-change-log.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localeWords } from '../locale-words.ts';
import { newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { FilterQuestionName, QuestionName, WordQuestions } from './word-messages.ts';
import { type WordsProgress, WordsThread } from './words-thread.ts';

/** So many VOC are read anew one by one sooner than all of them together. */
const mostNamed = 100_000;
/** All words of fewer VOC are learned in a second: a sample would only flicker. */
const fewestSampled = 100_000;
const sampleSize = 50_000;
const nothing = () => undefined;

const nothingKnown: InsightState = { status: 'none', jobId: null, texts: 0, words: 0 };

/** An answer, and of which VOC it is when not of all. */
export interface Sampled<Answer> {
  answer: Answer;
  sample: VocSample | null;
}

/**
 * The words of one open workspace, kept by a thread of their own with a read-only connection. Nothing
 * is started before somebody asks; it ends with the session. While many VOC are read, a second thread
 * answers from a sample of them whoever would rather see something soon.
 */
export class VocWords {
  readonly #session: WorkspaceSession;
  /** VOC written since the thread was asked last; null: too many, or the thread knows none yet. */
  #changed: Set<number> | null = null;
  #thread: WordsThread | null = null;
  #sampleThread: WordsThread | null = null;
  /** Resolves when the first question to the sample is answered, in whatever way. */
  #sampleLearned: Promise<void> | null = null;
  /** The learning was stopped, or failed: for whom a sample will do, it is not begun again. */
  #isDeclined = false;
  #state = nothingKnown;

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
    this.#isDeclined = false;
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
    return this.#askThread(name, ask);
  }

  /** The same about a filter; from a sample, where that will do, while many VOC are being learned. */
  async askAbout<Name extends FilterQuestionName>(
    context: HostContext,
    name: Name,
    ask: WordQuestions[Name]['ask'],
  ): Promise<Sampled<WordQuestions[Name]['answer']>> {
    const sample = ask.early ? await this.#sampleMeanwhile() : null;
    if (sample === null) return { answer: await this.ask(context, name, ask), sample: null };
    const isStopped = this.#isDeclined && this.#sampleThread !== null;
    const answered = this.#askSample(name, ask);
    if (!isStopped) this.startLearning(context);
    try {
      return { answer: await answered, sample };
    } catch (error) {
      // The whole was there sooner, and the sample's thread is gone.
      if (!this.#knowsAll()) throw error;
      return { answer: await this.#askThread(name, ask), sample: null };
    }
  }

  /** Of what VOC a sample is to be asked; null when all are known, or soon will be. */
  async #sampleMeanwhile(): Promise<VocSample | null> {
    if (this.#knowsAll()) return null;
    const of = await this.#session.vocIndex.count({});
    return of < fewestSampled || this.#knowsAll() ? null : { texts: sampleSize, of };
  }

  #knowsAll(): boolean {
    return this.#state.status === 'ready';
  }

  async #askSample<Name extends QuestionName>(name: Name, ask: WordQuestions[Name]['ask']) {
    const rules = await listWordRules(this.#session.db);
    this.#sampleThread ??= new WordsThread({ file: this.#session.file, sampleSize }, () => {
      this.#sampleThread = null;
      this.#sampleLearned = null;
    });
    const asking = { rules, changed: [], cancelFlag: newCancelFlag() };
    const answered = this.#sampleThread.ask(name, ask, asking);
    this.#sampleLearned ??= answered.then(nothing, nothing);
    return answered;
  }

  async #learn(control: JobControl): Promise<void> {
    const flag = newCancelFlag();
    const cancel = () => Atomics.store(new Int32Array(flag), 0, 1);
    control.signal.addEventListener('abort', cancel, { once: true });
    if (control.signal.aborted) cancel();
    try {
      // What is wanted soon comes first: both at once would take longer than one after the other.
      await this.#sampleLearned;
      const learned = await this.#askThread('learn', {}, flag, ({ phase, done, total }) =>
        control.report({ phase, done, total }),
      );
      this.#state = { ...this.#state, status: 'ready', ...learned };
      await this.#sampleThread?.end();
    } catch (error) {
      this.#isDeclined = true;
      this.#state = { ...this.#state, status: control.signal.aborted ? 'none' : 'failed' };
      throw error;
    } finally {
      control.signal.removeEventListener('abort', cancel);
    }
  }

  async #askThread<Name extends QuestionName>(
    name: Name,
    ask: WordQuestions[Name]['ask'],
    cancelFlag = newCancelFlag(),
    onProgress: (progress: WordsProgress) => void = () => undefined,
  ): Promise<WordQuestions[Name]['answer']> {
    const rules = await listWordRules(this.#session.db);
    this.#thread ??= new WordsThread({ file: this.#session.file, sampleSize: null }, () => {
      this.#thread = null;
      this.#changed = null;
      this.#state = nothingKnown;
    });
    const changed = this.#changed === null ? null : [...this.#changed].sort((a, b) => a - b);
    this.#changed = new Set();
    return this.#thread.ask(name, ask, { rules, changed, cancelFlag, onProgress });
  }

  #noteChange(change: VocChange): void {
    if (change === 'everything') this.#changed = null;
    for (const id of change === 'everything' ? [] : change.vocIds) this.#changed?.add(id);
    if (this.#changed !== null && this.#changed.size > mostNamed) this.#changed = null;
    if (this.#changed === null) this.#readAgain();
  }

  /** Reading all of many VOC again takes seconds, which a job shows and lets people stop. */
  #readAgain(): void {
    if (this.#state.status !== 'ready' || this.#state.texts < fewestSampled) return;
    this.#state = { ...this.#state, status: 'none', jobId: null };
  }

  async #stop(): Promise<void> {
    await Promise.all([this.#thread?.end(), this.#sampleThread?.end()]);
  }
}

const known = new WeakMap<WorkspaceSession, VocWords>();

export function vocWordsOf(session: WorkspaceSession): VocWords {
  const words = known.get(session) ?? new VocWords(session);
  known.set(session, words);
  return words;
}
