import { workerData } from 'node:worker_threads';
import { applyBulkEdit } from '../../db/bulk-edit.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { withEvidenceHistory } from '../../db/evidence-history.ts';
import { removeWaveInSlices } from '../../db/remove-wave.ts';
import { applyDueRules } from '../../db/repositories/handling.repository.ts';
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
import type { HeavyAnswer, HeavyTask } from '../host/heavy/heavy-task.ts';
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
    const count = await rowsWritten(raw, work, onRows);
    const images = recorder.end();
    return { images, change: vocChangeOf(raw, images), count };
  });
}

async function rowsWritten(
  raw: RawDatabase,
  work: Exclude<HeavyTask['work'], { kind: 'moveBack' }>,
  onRows: (done: number, total: number) => void,
): Promise<number> {
  switch (work.kind) {
    case 'bulkEdit':
      return withEvidenceHistory(raw, work.edit.stamp, () => applyBulkEdit(raw, work.edit, onRows));
    case 'removeWave':
      return removeWaveInSlices(raw, work.waveId, onRows);
    case 'applyDueRules':
      return applyDueRules(raw, work.receivedFrom, work.stamp, onRows);
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
    count: 0,
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
