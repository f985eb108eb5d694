import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import type {
  DuplicateChoice,
  ImportCheck,
  ImportSummary,
  ReadOptions,
  SurveyCheck,
} from '../../../core/contract/import.contract.ts';
import type { UndoStepInfo } from '../../../core/contract/workspace.contract.ts';
import { rejectReasons } from '../../../core/domain/import/rejection.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import { escalateOverdue } from '../escalation.ts';
import type { HostContext } from '../host-context.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { localeWords } from '../locale-words.ts';
import { newCancelFlag } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import type { PromotedCounts, StagedCounts, StageTask } from './import-messages.ts';
import { ImportWorker } from './import-worker.ts';
import {
  admitRejected,
  describeCheck,
  describeSurveyCheck,
  type KeptCheck,
  removeFilesOf,
} from './kept-checks.ts';
import { newStagingFile, removeStagingFile } from './staging-files.ts';

export interface ImportOrder {
  /** The workspace as it was open when the import was started. */
  session: WorkspaceSession;
  file: { path: string; name: string };
  options: ReadOptions;
  target: StageTask['target'];
  duplicates: DuplicateChoice;
}

/**
 * Reads, stages and promotes one file. Until the promotion commits, giving up (cancel, error, a killed
 * process) leaves the workspace as it was; afterwards the import is one step that can be undone.
 */
export function runImport(
  context: HostContext,
  order: ImportOrder,
  control: JobControl,
): Promise<ImportSummary> {
  return runStaged(context, order, newTask(context, order), control);
}

/** The same for a file that a check has staged: nothing is read again. */
export function runChecked(
  context: HostContext,
  { order, task, prepared }: KeptCheck,
  duplicates: DuplicateChoice,
  control: JobControl,
): Promise<ImportSummary> {
  const cancelFlag = newCancelFlag();
  const resumed = { ...task, isCheck: false, cancelFlag, duplicates, prepared };
  return runStaged(context, { ...order, duplicates }, resumed, control);
}

/** Reads and stages one file and compares it with the workspace, and stops there. */
export async function checkImport(
  context: HostContext,
  order: ImportOrder,
  control: JobControl,
): Promise<{ importCheck: ImportCheck } | { surveyCheck: SurveyCheck }> {
  const startedMs = performance.now();
  const task = { ...newTask(context, order), isCheck: true };
  const worker = new ImportWorker(task, ({ phase, done, total }) =>
    control.report({ phase, done, total }),
  );
  const stopWatching = stopWhenAborted(control.signal, worker, task);
  let kept = false;
  try {
    const { prepared, check, surveyCheck } = await worker.answer('staged');
    const staged = { order, task, prepared };
    if (check !== null) {
      const importCheck = await describeCheck(context, { ...staged, check }, startedMs);
      kept = true;
      return { importCheck };
    }
    if (surveyCheck === null) throw new AppError('import.failed');
    const described = await describeSurveyCheck(context, { ...staged, surveyCheck }, startedMs);
    kept = true;
    return { surveyCheck: described };
  } finally {
    stopWatching();
    await worker.stop();
    if (!kept) removeFilesOf(task);
  }
}

async function runStaged(
  context: HostContext,
  order: ImportOrder,
  task: StageTask,
  control: JobControl,
): Promise<ImportSummary> {
  const startedMs = performance.now();
  const worker = new ImportWorker(task, ({ phase, done, total }) =>
    control.report({ phase, done, total }),
  );
  const stopWatching = stopWhenAborted(control.signal, worker, task);
  let succeeded = false;
  try {
    const { prepared } = await worker.answer('staged');
    order.session.vocIndex.expect(prepared.counts.read - prepared.counts.rejected);
    control.report({ phase: 'waiting' });
    const promoted = await promoteStaged(order, worker, control.signal, stopWatching);
    succeeded = true;
    const rows = promoted.written.find(({ table }) => table === 'voc');
    if (rows !== undefined) void escalateOverdue(context, { after: rows.after });
    return summaryOf(context, task, prepared.counts, promoted, startedMs);
  } finally {
    stopWatching();
    await worker.stop();
    removeStagingFile(task.stagingFile);
    if (!succeeded) rmSync(task.rejectedFile, { force: true });
  }
}

function newTask(
  context: HostContext,
  { session, file, options, target, duplicates }: ImportOrder,
): StageTask {
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
    cancelFlag: newCancelFlag(),
    workspaceFile: session.file,
    isCheck: false,
    duplicates,
    prepared: null,
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
  const { importId, imported, duplicates, leftOut, merged, vocFromOpenAnswers, waveId } = promoted;
  return {
    importId,
    purpose: task.target.purpose,
    read: staged.read,
    imported,
    duplicates,
    leftOut,
    merged,
    rejected: staged.rejected,
    rejectedSample: staged.rejectedSample,
    rejectedHeaders: staged.headers,
    rejectedToken: admitRejected(context, task, staged.rejected),
    undecodableCharacters: staged.undecodableCharacters,
    undecodableRows: staged.undecodableRows,
    vocFromOpenAnswers,
    waveId,
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
}
