import { AppError } from '../../../core/contract/app-error.ts';
import type { WorkspaceCheck } from '../../../core/contract/workspace.contract.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { inWorker, newCancelFlag, type WorkerTask } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

export interface UpkeepTask extends WorkerTask {
  kind: 'check' | 'rebuildSearch' | 'look';
  workspaceFile: string;
}

export interface UpkeepAnswer {
  check: WorkspaceCheck | null;
  /** Of a look: whether every page is what it should be. */
  whole: boolean;
  texts: number;
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

function taskFor({ file }: WorkspaceSession, kind: UpkeepTask['kind']): UpkeepTask {
  return { kind, workspaceFile: file, cancelFlag: newCancelFlag() };
}
