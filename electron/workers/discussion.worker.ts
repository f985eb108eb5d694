import { workerData } from 'node:worker_threads';
import { kyselyOver, openRaw } from '../../db/connection.ts';
import { type DiscussionTask, discuss } from '../host/workshop/discussion-task.ts';
import { answerTask } from './answer-task.ts';

/** Works out what to discuss of a large round, from the file as it is. */
const { workspaceFile, order, ...task } = workerData as DiscussionTask;

await answerTask(task, async (report) => {
  const raw = openRaw(workspaceFile, { readonly: true });
  try {
    return await discuss(kyselyOver(raw), order, (done, total) => report({ done, total }));
  } finally {
    raw.close();
  }
});
