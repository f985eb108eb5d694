import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { RawDatabase } from '../../../db/connection.ts';
import type { ChangedVoc, VocChange } from '../../../db/voc-change-log.ts';
import { extraFields } from '../../../db/voc-figures.ts';
import {
  behindFromColumns,
  choicesFromColumns,
  countFromColumns,
  crossFromColumns,
  facetsFromColumns,
  figuresFromColumns,
  pageFromColumns,
  periodsFromColumns,
} from './column-answers.ts';
import { handlingFromColumns, queueFromColumns } from './handling-answers.ts';
import type {
  FromIndex,
  IndexAnswers,
  IndexQuestion,
  QuestionKind,
  ToIndex,
} from './index-messages.ts';
import { IndexState } from './index-state.ts';
import { answerBySql, isSqlQuestion } from './sql-answers.ts';

type Answer = IndexAnswers[QuestionKind];
/** Gives way at every `yield` to what is more urgent. */
type Steps<T> = Generator<undefined, T>;

interface Asked {
  number: number;
  question: IndexQuestion;
  /** The work so far; null before it begins, and after a change it has to begin again. */
  steps: Steps<Answer> | null;
}

/** What is answered first: somebody looks at the page. */
const urgency: Record<QuestionKind, number> = {
  page: 0,
  count: 1,
  behind: 2,
  extraFields: 2,
  choices: 2,
  figures: 2,
  facets: 3,
  periods: 3,
  cross: 3,
  queue: 2,
  handling: 3,
  ids: 3,
};

/**
 * Keeps the columns and answers one question after the other, the most urgent first. While it reads
 * the file it answers by SQL what SQL can answer, slice by slice in between.
 */
export class IndexServer {
  readonly #raw: RawDatabase;
  readonly #send: (message: FromIndex) => void;
  #state: IndexState | null = null;
  #reading: Generator<undefined, IndexState | undefined> | null;
  /** Changes told while the file is read: the reading may have passed them. */
  #missed: ChangedVoc[] = [];
  #asked: Asked[] = [];
  #running = false;

  constructor(raw: RawDatabase, send: (message: FromIndex) => void) {
    this.#raw = raw;
    this.#send = send;
    // Somebody has just opened the file and waits for its counts.
    this.#reading = IndexState.read(raw, true);
    void this.#run();
  }

  receive(message: ToIndex): void {
    if (message.kind === 'changed') this.#follow(message.change);
    else this.#asked.push({ number: message.number, question: message.question, steps: null });
    if (!this.#running) void this.#run();
  }

  #follow(change: VocChange): void {
    for (const asked of this.#asked) asked.steps = null;
    if (change === 'everything') {
      this.#state = null;
      this.#missed = [];
      this.#reading?.return(undefined);
      // An import may still be at work: its memory and processor are not to be taken.
      this.#reading = IndexState.read(this.#raw, false);
    } else if (this.#state === null) {
      this.#missed.push(change);
    } else {
      this.#state.apply(change);
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#step()) await nextTurn();
    this.#running = false;
  }

  /** false when there is nothing to do. */
  #step(): boolean {
    const state = this.#state;
    const next = this.#asked
      .filter(({ question }) => state !== null || isSqlQuestion(question))
      .sort((one, other) => urgency[one.question.kind] - urgency[other.question.kind])[0];
    if (next !== undefined) {
      this.#advance(next, state);
      return true;
    }
    return this.#readOn() || (state?.prepareNext() ?? false);
  }

  #advance(asked: Asked, state: IndexState | null): void {
    try {
      asked.steps ??= this.#begin(asked.question, state);
      const { done, value } = asked.steps.next();
      if (done !== true || value === undefined) return;
      this.#send({ kind: 'answer', number: asked.number, answer: value });
    } catch (error) {
      const refusal = error instanceof AppError ? error : unexpected(asked.question, error);
      this.#send({ kind: 'refused', number: asked.number, error: refusal.toPayload() });
    }
    this.#asked = this.#asked.filter((other) => other !== asked);
  }

  #begin(question: IndexQuestion, state: IndexState | null): Steps<Answer> {
    if (state !== null) return answerFromColumns(state, question);
    if (isSqlQuestion(question)) return atOnce(() => answerBySql(this.#raw, question));
    throw new Error('the columns are not read yet');
  }

  #readOn(): boolean {
    if (this.#reading === null) return false;
    const { done, value } = this.#reading.next();
    if (done !== true || value === undefined) return true;
    this.#reading = null;
    for (const change of this.#missed) value.apply(change);
    this.#missed = [];
    this.#state = value;
    this.#send({ kind: 'loaded' });
    return true;
  }
}

function answerFromColumns(state: IndexState, question: IndexQuestion): Steps<Answer> {
  switch (question.kind) {
    case 'page':
      return atOnce(() => pageFromColumns(state, question));
    case 'count':
      return atOnce(() => countFromColumns(state, question));
    case 'ids':
      return atOnce(() => state.pass(question.criteria).ids());
    case 'behind':
      return atOnce(() => behindFromColumns(state, question));
    case 'facets':
      return facetsFromColumns(state, question);
    case 'cross':
      return atOnce(() => crossFromColumns(state, question));
    case 'periods':
      return atOnce(() => periodsFromColumns(state, question));
    case 'handling':
      return handlingFromColumns(state, question);
    case 'queue':
      return atOnce(() => queueFromColumns(state, question));
    case 'choices':
      return atOnce(() => choicesFromColumns(state));
    case 'extraFields':
      return atOnce(() => extraFields(state.raw));
    case 'figures':
      return atOnce(() => figuresFromColumns(state, question.today));
  }
}

// biome-ignore lint/correctness/useYield: one step is a whole answer.
function* atOnce<T>(answer: () => T): Steps<T> {
  return answer();
}

function unexpected(question: IndexQuestion, error: unknown): AppError {
  console.error(`the index could not answer ${question.kind}:`, error);
  return new AppError('app.unexpected', { method: `index.${question.kind}` });
}
