import { workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import { kyselyOver } from '../../db/kysely-over.ts';
import { type DiscussionTask, discuss } from '../host/workshop/discussion-task.ts';
import { readVoteHistory } from '../host/workshop/vote-history.ts';
import { answerTask } from './answer-task.ts';

/** Works out what the votes of large rounds say, from the file as it is. */
const { workspaceFile, work, ...task } = workerData as DiscussionTask;

await answerTask(task, async (report) => {
  const raw = openRaw(workspaceFile, { readonly: true });
  try {
    const db = kyselyOver(raw);
    return work.kind === 'history'
      ? await readVoteHistory(db, work.workshopId)
      : await discuss(db, work.order, (done, total) => report({ done, total }));
  } finally {
    raw.close();
  }
});
