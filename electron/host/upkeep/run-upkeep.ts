import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import type { WorkspaceCheck } from '../../../core/contract/workspace.contract.ts';
import type { JobControl, JobRegistry } from '../jobs/job-registry.ts';
import { shownWhenLong } from '../jobs/shown-when-long.ts';
import { inWorker, newCancelFlag, type WorkerTask } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

export interface UpkeepTask extends WorkerTask {
  kind: 'check' | 'rebuildSearch' | 'look' | 'bringUpToDate';
  workspaceFile: string;
}

export interface UpkeepAnswer {
  check: WorkspaceCheck | null;
  /** Of a look: whether every page is what it should be. */
  whole: boolean;
  texts: number;
  /** Of an update: where the copy of the file lies as it was. */
  backupFile: string | null;
}

/** Reads every page of a big file, for half a minute at a million VOC; what is written meanwhile waits not. */
export async function checkWorkspace(session: WorkspaceSession): Promise<WorkspaceCheck> {
  const { check } = await inWorker<UpkeepAnswer>('upkeep', taskFor(session, 'check'));
  if (check === null) throw new AppError('app.taskFailed');
  return check;
}

/** Reads every page of the file, which took too long when it was opened. */
export async function isFileWhole(session: WorkspaceSession): Promise<boolean> {
  const { whole } = await inWorker<UpkeepAnswer>('upkeep', taskFor(session, 'look'));
  return whole;
}

export async function rebuildSearch(session: WorkspaceSession, control: JobControl): Promise<void> {
  await session.whileNobodyWrites(() =>
    inWorker<UpkeepAnswer>('upkeep', taskFor(session, 'rebuildSearch'), {
      signal: control.signal,
      onProgress: ({ done, total }) => control.report({ done, total }),
    }),
  );
}

/**
 * Brings the file of an older version up to date, beside the work: with progress, and unchanged when it
 * is cancelled. Answers where the copy is that was taken first.
 */
export async function updateFile(jobs: JobRegistry, file: string): Promise<string> {
  const head = {
    kind: 'workspace.update',
    subject: path.basename(file),
    phase: 'copying',
  } as const;
  const task: UpkeepTask = {
    kind: 'bringUpToDate',
    workspaceFile: file,
    cancelFlag: newCancelFlag(),
  };
  const { backupFile } = await shownWhenLong(jobs, head, ({ signal, report }) =>
    inWorker<UpkeepAnswer>('upkeep', task, {
      signal,
      onProgress: ({ phase, done, total }) =>
        report({ ...(phase !== undefined && { phase }), done, total }),
    }),
  );
  if (backupFile === null) throw new AppError('app.taskFailed');
  return backupFile;
}

function taskFor({ file }: WorkspaceSession, kind: UpkeepTask['kind']): UpkeepTask {
  return { kind, workspaceFile: file, cancelFlag: newCancelFlag() };
}
