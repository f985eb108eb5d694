import { workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { rebuildSearchIndex } from '../../db/search-index.ts';
import { checkDatabase } from '../../db/workspace-check.ts';
import type { UpkeepAnswer, UpkeepTask } from '../host/upkeep/run-upkeep.ts';
import { answerTask } from './answer-task.ts';

/** Reads or indexes all of a workspace through a connection of its own: the host stays free. */
const task = workerData as UpkeepTask;

await answerTask(task, (report): UpkeepAnswer => {
  const raw = openRaw(task.workspaceFile, { readonly: task.kind === 'check' });
  try {
    if (task.kind === 'check') return { check: checkDatabase(raw), texts: 0 };
    const texts = rebuildSearchIndex(raw, (done, total) => report({ done, total }));
    return { check: null, texts };
  } finally {
    raw.close();
  }
});
