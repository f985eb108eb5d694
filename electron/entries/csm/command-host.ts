import { AppError } from '../../../core/contract/app-error.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { Host } from '../../host/host.ts';
import { hostFolders } from '../host-folders.ts';
import type { CommandSurroundings } from './command.ts';
import { existingFile } from './command-arguments.ts';
import { ProgressLine } from './progress-line.ts';

/** A host for the time of one command. */
export async function withHost<T>(work: (host: Host) => Promise<T>): Promise<T> {
  const host = new Host(hostFolders());
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}

/** The same with the workspace at `file` open. */
export async function withWorkspace<T>(file: string, work: (host: Host) => Promise<T>): Promise<T> {
  const absolute = existingFile(file);
  return withHost(async (host) => {
    await host.request('workspace.open', { token: host.context.files.admit(absolute) });
    host.context.session.vocIndex.stayWithSql();
    return work(host);
  });
}

/** Watches a job to its end: progress on standard error, Ctrl+C cancels it. Throws unless it succeeded. */
export async function finishJob(
  host: Host,
  jobId: string,
  { signal, words }: CommandSurroundings,
): Promise<JobInfo> {
  const progress = new ProgressLine(process.stderr, words);
  const stopWatching = host.subscribe((name, payload) => {
    if (name === 'job.changed') progress.show(payload as JobInfo);
  });
  const cancel = () => host.context.jobs.cancel(jobId);
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    const job = await host.context.jobs.settled(jobId);
    if (job.status === 'cancelled') throw new AppError('app.cancelled');
    if (job.error !== null) {
      throw new AppError(job.error.code as AppError['code'], job.error.params);
    }
    return job;
  } finally {
    signal.removeEventListener('abort', cancel);
    stopWatching();
    progress.end();
  }
}
