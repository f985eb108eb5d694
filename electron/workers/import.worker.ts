import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../core/contract/app-error.ts';
import type {
  ImportTask,
  PromoteRequest,
  StageTask,
  WorkerMessage,
} from '../host/imports/import-messages.ts';
import { inspectFile } from '../host/imports/inspect-file.ts';

const task = workerData as ImportTask;

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

/** Reads and stages at once; writes to the workspace when the host lends it the right to. */
async function runImport(stage: StageTask): Promise<void> {
  // Looking at a file needs no database: only an import loads it.
  const { StagedImport } = await import('../host/imports/staged-import.ts');
  const staged = await StagedImport.of(stage, send);
  parentPort?.once('message', (request: PromoteRequest) => {
    reportingFailure(async () => {
      send({ kind: 'promoted', counts: staged.promote(request, send) });
    });
  });
  const { prepared, check, surveyCheck } = staged;
  send({ kind: 'staged', prepared, check, surveyCheck });
}

async function reportingFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError)) console.error('import failed:', error);
    const known = error instanceof AppError ? error : new AppError('import.failed');
    send({ kind: 'failed', error: known.toPayload() });
  }
}

reportingFailure(async () => {
  if (task.kind === 'import') return runImport(task);
  send({ kind: 'inspected', inspection: await inspectFile(task.file, task.options) });
});
