import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import type { ImportSummary, ReadOptions } from '../../../core/contract/import.contract.ts';
import type { UndoStepInfo } from '../../../core/contract/workspace.contract.ts';
import { rejectReasons } from '../../../core/domain/import/rejection.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localeWords } from '../locale-words.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { PromotedCounts, StagedCounts, StageTask } from './import-messages.ts';
import { ImportWorker } from './import-worker.ts';
import { newStagingFile, removeStagingFile } from './staging-files.ts';

export interface ImportOrder {
  /** The workspace as it was open when the import was started. */
  session: WorkspaceSession;
  file: { path: string; name: string };
  options: ReadOptions;
  target: StageTask['target'];
}

/**
 * Reads, stages and promotes one file. Until the promotion commits, giving up (cancel, error, a killed
 * process) leaves the workspace as it was; afterwards the import is one step that can be undone.
 */
export async function runImport(
  context: HostContext,
  order: ImportOrder,
  control: JobControl,
): Promise<ImportSummary> {
  const startedMs = performance.now();
  const task = taskFor(context, order);
  const worker = new ImportWorker(task, ({ phase, done, total }) =>
    control.report({ phase, done, total }),
  );
  const stopWatching = stopWhenAborted(control.signal, worker, task);
  let succeeded = false;
  try {
    const { counts: staged } = await worker.answer('staged');
    control.report({ phase: 'waiting' });
    const promoted = await promoteStaged(order, worker, control.signal, stopWatching);
    succeeded = true;
    return summaryOf(context, task, staged, promoted, startedMs);
  } finally {
    stopWatching();
    await worker.stop();
    removeStagingFile(task.stagingFile);
    if (!succeeded) rmSync(task.rejectedFile, { force: true });
  }
}

function taskFor(context: HostContext, { file, options, target }: ImportOrder): StageTask {
  const words = localeWords(context.preferences.get('locale') === 'en' ? 'en' : 'ko');
  const folder = context.folders.temporary;
  return {
    kind: 'import',
    file: file.path,
    fileName: file.name,
    options,
    target,
    stagingFile: newStagingFile(folder),
    rejectedFile: path.join(folder, `import-rejected-${randomUUID()}.csv`),
    rejectionWords: { column: words('import:rejectedColumn'), reasons: reasonSentences(words) },
    questionField: words('import:questionField'),
    cancelFlag: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
  };
}

function reasonSentences(words: Translate): Record<string, string> {
  return Object.fromEntries(
    rejectReasons.map((reason) => [reason, words(`import:reasons.${reason}`)]),
  );
}

/**
 * A cancel stops the thread at once, as long as it only reads. `stop` ends that: a thread inside the
 * workspace is asked through the flag instead, and rolls back by itself.
 */
function stopWhenAborted(signal: AbortSignal, worker: ImportWorker, task: StageTask): () => void {
  const flag = () => Atomics.store(new Int32Array(task.cancelFlag), 0, 1);
  const stop = () => void worker.stop();
  signal.addEventListener('abort', flag);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  return () => signal.removeEventListener('abort', stop);
}

function promoteStaged(
  { session, target, file }: ImportOrder,
  worker: ImportWorker,
  signal: AbortSignal,
  stopWatching: () => void,
): Promise<PromotedCounts> {
  return session.lendWriter(async () => {
    if (signal.aborted) throw new AppError('import.cancelled');
    stopWatching();
    const { counts } = await worker.promote({
      kind: 'promote',
      workspaceFile: session.file,
      importedAt: new Date().toISOString(),
    });
    const step: UndoStepInfo =
      target.purpose === 'voc'
        ? { label: 'import:undo.voc', params: { fileName: file.name, count: counts.imported } }
        : {
            label: 'import:undo.survey',
            params: { waveName: target.wave.name, count: counts.imported },
          };
    return { value: counts, step, written: counts.written };
  });
}

function summaryOf(
  context: HostContext,
  task: StageTask,
  staged: StagedCounts,
  promoted: PromotedCounts,
  startedMs: number,
): ImportSummary {
  const { importId, imported, duplicates, vocFromOpenAnswers, waveId } = promoted;
  const rejectedName = `${path.parse(task.fileName).name} (${staged.rejected}).csv`;
  return {
    importId,
    purpose: task.target.purpose,
    read: staged.read,
    imported,
    duplicates,
    rejected: staged.rejected,
    rejectedSample: staged.rejectedSample,
    rejectedHeaders: staged.headers,
    rejectedToken:
      staged.rejected === 0 ? null : context.files.admit(task.rejectedFile, rejectedName),
    undecodableCharacters: staged.undecodableCharacters,
    vocFromOpenAnswers,
    waveId,
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
}
