import type { WriteStream } from 'node:tty';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import type { Translate } from '../../../core/i18n/translate.ts';

const clearLine = '\r\u001b[K';

type JobProgress = Pick<JobInfo, 'status' | 'subject' | 'phase' | 'done' | 'total'>;

/** How far a job is: one line redrawn on a terminal, and now and then a line in a log. */
export class ProgressLine {
  readonly #stream: WriteStream;
  readonly #words: Translate;
  readonly #tellEveryMs: number;
  #toldAt = 0;
  #toldPhase = '';

  constructor(stream: WriteStream, words: Translate) {
    this.#stream = stream;
    this.#words = words;
    this.#tellEveryMs = stream.isTTY ? 100 : 2000;
  }

  show(job: JobProgress): void {
    const now = performance.now();
    const tooSoon = job.phase === this.#toldPhase && now - this.#toldAt < this.#tellEveryMs;
    if (job.status !== 'running' || tooSoon) return;
    this.#toldAt = now;
    this.#toldPhase = job.phase;
    const done = job.done.toLocaleString('en-US');
    const whole = job.total === null ? '' : ` / ${job.total.toLocaleString('en-US')}`;
    const line = `${job.subject} · ${this.#words(`jobs:phases.${job.phase}`)} ${done}${whole}`;
    this.#stream.write(this.#stream.isTTY ? `${clearLine}${line}` : `${line}\n`);
  }

  /** Leaves a clean line for what comes next. */
  end(): void {
    if (this.#stream.isTTY && this.#toldPhase !== '') this.#stream.write(clearLine);
  }
}
