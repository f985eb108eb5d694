import { Worker } from 'node:worker_threads';
import type {
  DueRulePreview,
  HandlingGroup,
  HandlingSummary,
} from '../../core/contract/handling.contract.ts';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { stateOf } from '../../db/evidence-links.ts';
import {
  answerHandlingTask,
  type HandlingAnswer,
  type HandlingTask,
} from '../../db/handling-task.ts';
import { workerFile } from './bundle-location.ts';
import { localToday } from './local-date.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** Reading so many VOC takes some 10 ms; more would hold up what else the host is asked. */
const mostReadHere = 5_000;

/** The last answers, by task; they stand until anything is written. */
const known = new WeakMap<
  WorkspaceSession,
  { state: string; answers: Map<string, Promise<HandlingAnswer>> }
>();

/** How the VOC of a filter were handled, in all and by group. */
export async function summariseHandling(
  session: WorkspaceSession,
  filter: VocFilter,
  by: HandlingGroup,
): Promise<HandlingSummary> {
  const startedMs = performance.now();
  const criteria = await session.vocIndex.criteriaOf(filter);
  const answer = await answerOf(session, { kind: 'summary', criteria, by });
  if (answer.kind !== 'summary') throw new Error('another answer than was asked for');
  return { ...answer.summary, elapsedMs: performance.now() - startedMs };
}

/** What the rules would do now. */
export async function previewRules(
  session: WorkspaceSession,
  receivedFrom: string | undefined,
): Promise<DueRulePreview> {
  const answer = await answerOf(session, { kind: 'preview', receivedFrom, today: localToday() });
  if (answer.kind !== 'preview') throw new Error('another answer than was asked for');
  return answer.preview;
}

function answerOf(session: WorkspaceSession, task: HandlingTask): Promise<HandlingAnswer> {
  const state = stateOf(session.raw);
  const last = known.get(session);
  const answers = last?.state === state ? last.answers : new Map<string, Promise<HandlingAnswer>>();
  if (last?.answers !== answers) known.set(session, { state, answers });
  const key = JSON.stringify(task);
  const answered = answers.get(key);
  if (answered !== undefined) return answered;
  const answer = answerNow(session, task);
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

async function answerNow(session: WorkspaceSession, task: HandlingTask): Promise<HandlingAnswer> {
  const last = session.raw.prepare('SELECT coalesce(max(id), 0) FROM voc').pluck().get();
  if (Number(last) <= mostReadHere) return answerHandlingTask(session.raw, task);
  return answerInThread(session, task);
}

function answerInThread(session: WorkspaceSession, task: HandlingTask): Promise<HandlingAnswer> {
  const workerData = { file: session.file, task };
  const worker = new Worker(workerFile('handling'), { workerData });
  const ended = session.whenClosing(() => worker.terminate());
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      ended();
      reject(new Error(`the count of handling ended with ${code}`));
    });
  });
}
