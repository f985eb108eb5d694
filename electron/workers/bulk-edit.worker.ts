import { workerData } from 'node:worker_threads';
import { applyBulkEdit } from '../../db/bulk-edit.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { withEvidenceHistory } from '../../db/evidence-history.ts';
import { kyselyOver } from '../../db/kysely-over.ts';
import { removeWaveInSlices } from '../../db/remove-wave.ts';
import { applyDueRules } from '../../db/repositories/handling.repository.ts';
import type { EditStamp } from '../../db/repositories/voc-edit.repository.ts';
import {
  createRequirement,
  mergeRequirements,
  removeRequirement,
  splitRequirement,
} from '../../db/requirement-shape.ts';
import {
  attachImages,
  ImageRecorder,
  imagesOfWritten,
  type RowImages,
  swapImages,
  vocChangeOf,
  withLaterHistory,
} from '../../db/row-images.ts';
import type { HeavyRows } from '../../db/undo-log.ts';
import { mergeManyVoc, unmergeManyVoc } from '../../db/voc-merging.ts';
import { restoreRound } from '../../db/write-house.ts';
import type { HeavyAnswer, HeavyOutcomes, HeavyTask, HeavyWork } from '../host/heavy/heavy-task.ts';
import { acceptAgreed } from '../host/workshop/accept-agreed.ts';
import { answerTask, type ReportProgress } from './answer-task.ts';

/** Writes many rows through a connection of its own, in one transaction: all of it or nothing. */
const task = workerData as HeavyTask;

await answerTask(task, async (report): Promise<HeavyAnswer> => {
  const raw = openRaw(task.workspaceFile);
  try {
    const answer = await written(raw, report);
    // Left in the log, it would be moved at the host's next commit, on the thread that answers people.
    raw.pragma('wal_checkpoint(TRUNCATE)');
    return answer;
  } finally {
    raw.close();
  }
});

async function written(raw: RawDatabase, report: ReportProgress): Promise<HeavyAnswer> {
  const { work } = task;
  const onRows = (done: number, total: number) => report({ done, total });
  if (work.kind === 'moveBack') return movedBack(raw, work.rows, onRows);
  const recorder = new ImageRecorder(raw, task.imageFile);
  return inTransaction(raw, async () => {
    const outcome =
      'stamp' in work || work.kind === 'bulkEdit'
        ? await withEvidenceHistory(raw, stampOf(work), () => rowsWritten(raw, work, onRows))
        : await rowsWritten(raw, work, onRows);
    const images = recorder.end();
    return { images, change: vocChangeOf(raw, images), outcome };
  });
}

function stampOf(work: Extract<HeavyWork, { stamp: EditStamp } | { kind: 'bulkEdit' }>): EditStamp {
  return work.kind === 'bulkEdit' ? work.edit.stamp : work.stamp;
}

async function rowsWritten(
  raw: RawDatabase,
  work: Exclude<HeavyWork, { kind: 'moveBack' }>,
  onRows: (done: number, total: number) => void,
): Promise<HeavyOutcomes[Exclude<HeavyWork['kind'], 'moveBack'>]> {
  switch (work.kind) {
    case 'bulkEdit':
      return applyBulkEdit(raw, work.edit, onRows);
    case 'createRequirement':
      return createRequirement(kyselyOver(raw), work.requirement, onRows);
    case 'splitRequirement':
      return splitRequirement(kyselyOver(raw), work.split, onRows);
    case 'mergeRequirements':
      return mergeRequirements(kyselyOver(raw), work, onRows);
    case 'removeRequirement':
      return removeRequirement(kyselyOver(raw), work.id, onRows);
    case 'mergeDuplicates':
      return { count: mergeManyVoc(raw, work.pairs, work.stamp, onRows) };
    case 'unmergeDuplicates':
      return { count: unmergeManyVoc(raw, work.groups, work.stamp, onRows) };
    case 'removeWave':
      return { count: removeWaveInSlices(raw, work.waveId, onRows) };
    case 'restoreRound':
      return { id: await restoreRound(kyselyOver(raw), work.round) };
    case 'acceptAgreed':
      return { cells: await acceptAgreed(kyselyOver(raw), work.order) };
    case 'applyDueRules':
      return { count: applyDueRules(raw, work.receivedFrom, work.stamp, onRows) };
  }
}

async function movedBack(
  raw: RawDatabase,
  rows: HeavyRows,
  onRows: (done: number, total: number) => void,
): Promise<HeavyAnswer> {
  // What cascaded is among the images; nothing must cascade anew.
  raw.pragma('foreign_keys = OFF');
  attachImages(raw, task.imageFile, 'next');
  const images = withLaterHistory(raw, attachedImages(raw, rows));
  const change = vocChangeOf(raw, images);
  return inTransaction(raw, async () => ({
    images: swapImages(raw, images, task.imageFile, onRows),
    change,
    outcome: {},
  }));
}

function attachedImages(raw: RawDatabase, rows: HeavyRows): RowImages {
  if ('written' in rows) return imagesOfWritten(raw, task.spareFile, rows.written);
  attachImages(raw, rows.images.file, 'images');
  return rows.images;
}

async function inTransaction<T>(raw: RawDatabase, work: () => Promise<T>): Promise<T> {
  raw.exec('BEGIN IMMEDIATE');
  try {
    const value = await work();
    raw.exec('COMMIT');
    return value;
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK');
  }
}
