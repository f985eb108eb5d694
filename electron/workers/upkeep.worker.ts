import { workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { migrations } from '../../db/migrate.ts';
import { rebuildSearchIndex } from '../../db/search-index.ts';
import { checkDatabase } from '../../db/workspace-check.ts';
import { bringUpToDate, isWhole } from '../../db/workspace-file.ts';
import type { UpkeepAnswer, UpkeepTask } from '../host/upkeep/run-upkeep.ts';
import { answerTask } from './answer-task.ts';

/** Reads or indexes all of a workspace through a connection of its own: the host stays free. */
const task = workerData as UpkeepTask;

const nothing = { check: null, whole: true, texts: 0, backupFile: null };

await answerTask(task, async (report): Promise<UpkeepAnswer> => {
  if (task.kind === 'bringUpToDate') {
    return { ...nothing, backupFile: await bringUpToDate(task.workspaceFile, migrations, report) };
  }
  const raw = openRaw(task.workspaceFile, { readonly: task.kind !== 'rebuildSearch' });
  try {
    if (task.kind === 'check') return { ...nothing, check: checkDatabase(raw) };
    if (task.kind === 'look') return { ...nothing, whole: isWhole(raw) };
    const texts = rebuildSearchIndex(raw, (done, total) => report({ done, total }));
    return { ...nothing, texts };
  } finally {
    raw.close();
  }
});
