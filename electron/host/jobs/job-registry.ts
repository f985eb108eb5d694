import { randomUUID } from 'node:crypto';
import { AppError } from '../../../core/contract/app-error.ts';
import type {
  ImportCheck,
  ImportSummary,
  SurveyCheck,
} from '../../../core/contract/import.contract.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import type { ReportFile } from '../../../core/contract/report.contract.ts';
import type { EmitEvent } from '../host-context.ts';

export interface JobResult {
  importSummary?: ImportSummary;
  importCheck?: ImportCheck;
  surveyCheck?: SurveyCheck;
  reportFile?: ReportFile;
}

/** What a job uses to tell how far it is and to hear that it shall stop. */
export interface JobControl {
  readonly signal: AbortSignal;
  report(progress: { phase?: string; done?: number; total?: number | null }): void;
}

interface Job {
  info: JobInfo;
  abort: AbortController;
  settled: Promise<JobInfo>;
}

/** How often a running job is told about at most: a bar needs no more, and a million rows would. */
const tellEveryMs = 80;

/** Long work: runs beside the screen that started it, can be watched, cancelled and looked up later. */
export class JobRegistry {
  readonly #jobs = new Map<string, Job>();
  readonly #emit: EmitEvent;

  constructor(emit: EmitEvent) {
    this.#emit = emit;
  }

  start(
    head: Pick<JobInfo, 'kind' | 'subject' | 'phase'>,
    work: (control: JobControl) => Promise<JobResult>,
  ): string {
    const id = randomUUID();
    const abort = new AbortController();
    const info: JobInfo = {
      ...head,
      id,
      status: 'running',
      done: 0,
      total: null,
      startedAt: new Date().toISOString(),
      finishedAt: null,
      importSummary: null,
      importCheck: null,
      surveyCheck: null,
      reportFile: null,
      error: null,
    };
    const job: Job = { info, abort, settled: Promise.resolve(info) };
    this.#jobs.set(id, job);
    job.settled = this.#run(job, work);
    return id;
  }

  list(): JobInfo[] {
    return [...this.#jobs.values()].map((job) => job.info);
  }

  get(id: string): JobInfo {
    return this.#find(id).info;
  }

  /** Resolves when the job has ended, in whatever way. */
  settled(id: string): Promise<JobInfo> {
    return this.#find(id).settled;
  }

  cancel(id: string): void {
    this.#find(id).abort.abort();
  }

  dismiss(id: string): void {
    if (this.#find(id).info.status !== 'running') this.#jobs.delete(id);
  }

  async cancelAll(): Promise<void> {
    const jobs = [...this.#jobs.values()];
    for (const job of jobs) job.abort.abort();
    await Promise.all(jobs.map((job) => job.settled));
  }

  #find(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new AppError('jobs.unknown', {});
    return job;
  }

  async #run(job: Job, work: (control: JobControl) => Promise<JobResult>): Promise<JobInfo> {
    let toldAt = 0;
    const control: JobControl = {
      signal: job.abort.signal,
      report: (progress) => {
        const phaseChanged = progress.phase !== undefined && progress.phase !== job.info.phase;
        job.info = { ...job.info, ...progress };
        const now = performance.now();
        if (phaseChanged || now - toldAt >= tellEveryMs) {
          toldAt = now;
          this.#emit('job.changed', job.info);
        }
      },
    };
    this.#emit('job.changed', job.info);
    const end = await outcomeOf(job, work, control);
    job.info = { ...job.info, ...end, finishedAt: new Date().toISOString() };
    this.#emit('job.changed', job.info);
    return job.info;
  }
}

async function outcomeOf(
  job: Job,
  work: (control: JobControl) => Promise<JobResult>,
  control: JobControl,
): Promise<Partial<JobInfo>> {
  try {
    const result = await work(control);
    return {
      status: 'succeeded',
      importSummary: result.importSummary ?? null,
      importCheck: result.importCheck ?? null,
      surveyCheck: result.surveyCheck ?? null,
      reportFile: result.reportFile ?? null,
    };
  } catch (error) {
    if (job.abort.signal.aborted) return { status: 'cancelled' };
    if (error instanceof AppError) return { status: 'failed', error: error.toPayload() };
    console.error('job failed:', error);
    return { status: 'failed', error: { code: 'app.unexpected', params: {} } };
  }
}
