import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../core/contract/app-error.ts';
import { openRaw } from '../../db/connection.ts';
import { applyRetention, previewRetention } from '../../db/retention.ts';
import type { RetentionMessage, RetentionTask } from '../host/retention/retention-messages.ts';

/** Looks at, or changes, every old VOC through a connection of its own: the host stays free. */
const task = workerData as RetentionTask;

function send(message: RetentionMessage): void {
  parentPort?.postMessage(message);
}

function refuseWhenCancelled(): void {
  if (Atomics.load(new Int32Array(task.cancelFlag), 0) !== 0) throw new AppError('app.cancelled');
}

try {
  const raw = openRaw(task.workspaceFile, { readonly: task.order === null });
  try {
    if (task.order === null) {
      send({ kind: 'preview', preview: previewRetention(raw, task.rule, task.cutOff) });
    } else {
      const { count } = previewRetention(raw, task.rule, task.cutOff);
      if (count !== task.order.expected) throw new AppError('privacy.previewOutdated', { count });
      const done = applyRetention(
        raw,
        { rule: task.rule, cutOff: task.cutOff, at: task.order.at, actor: task.order.actor },
        (at, total) => {
          refuseWhenCancelled();
          send({ kind: 'progress', done: at, total });
        },
      );
      // Otherwise the words would live on in the write-ahead log.
      raw.pragma('wal_checkpoint(TRUNCATE)');
      send({ kind: 'applied', count: done });
    }
  } finally {
    raw.close();
  }
} catch (error) {
  if (!(error instanceof AppError)) console.error('retention failed:', error);
  const known = error instanceof AppError ? error : new AppError('privacy.retentionFailed');
  send({ kind: 'failed', error: known.toPayload() });
}
