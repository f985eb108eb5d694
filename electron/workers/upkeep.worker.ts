import { workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { rebuildSearchIndex } from '../../db/search-index.ts';
import { checkDatabase } from '../../db/workspace-check.ts';
import { isWhole } from '../../db/workspace-file.ts';
import type { UpkeepAnswer, UpkeepTask } from '../host/upkeep/run-upkeep.ts';
import { answerTask } from './answer-task.ts';

/** Reads or indexes all of a workspace through a connection of its own: the host stays free. */
const task = workerData as UpkeepTask;

await answerTask(task, (report): UpkeepAnswer => {
  const raw = openRaw(task.workspaceFile, { readonly: task.kind !== 'rebuildSearch' });
  try {
    if (task.kind === 'check') return { check: checkDatabase(raw), whole: true, texts: 0 };
    if (task.kind === 'look') return { check: null, whole: isWhole(raw), texts: 0 };
    const texts = rebuildSearchIndex(raw, (done, total) => report({ done, total }));
    return { check: null, whole: true, texts };
  } finally {
    raw.close();
  }
});
