import { AppError } from '../../core/contract/app-error.ts';
import type {
  DueRulePreview,
  HandlingGroup,
  HandlingSummary,
} from '../../core/contract/handling.contract.ts';
import type { VocFilter } from '../../core/contract/voc.contract.ts';
import { stateOf } from '../../db/evidence-links.ts';
import {
  answerHandling,
  type HandlingAnswers,
  type HandlingTasks,
} from '../../db/handling-task.ts';
import { DatabaseThread } from './database-thread.ts';
import { localToday } from './local-date.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** Reading so many VOC takes some 10 ms; more would hold up what else the host is asked. */
const mostReadHere = 5_000;

/** The last answers, by task; they stand until anything is written. */
const known = new WeakMap<
  WorkspaceSession,
  { state: string; answers: Map<string, Promise<unknown>> }
>();

/** How the VOC of a filter were handled, in all and by group. */
export async function summariseHandling(
  session: WorkspaceSession,
  filter: VocFilter,
  by: HandlingGroup,
): Promise<HandlingSummary> {
  const startedMs = performance.now();
  const key = JSON.stringify(['summary', filter, by, localToday()]);
  const summary = await remembered(session, key, () => session.vocIndex.handling(filter, by));
  return { ...summary, elapsedMs: performance.now() - startedMs };
}

/** What the rules would do now. */
export function previewRules(
  session: WorkspaceSession,
  receivedFrom: string | undefined,
): Promise<DueRulePreview> {
  const task = { receivedFrom, today: localToday() };
  return remembered(session, JSON.stringify(['preview', task]), () =>
    answerOf(session, 'preview', task),
  );
}

/** The VOC with an id greater than `after` that are to be escalated, in ascending order. */
export function findOverdue(
  session: WorkspaceSession,
  before: string,
  after: number,
): Promise<number[]> {
  return answerOf(session, 'overdue', { before, after });
}

function remembered<Answer>(
  session: WorkspaceSession,
  key: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const state = stateOf(session.raw);
  const last = known.get(session);
  const answers = last?.state === state ? last.answers : new Map<string, Promise<unknown>>();
  if (last?.answers !== answers) known.set(session, { state, answers });
  const answered = answers.get(key);
  if (answered !== undefined) return answered as Promise<Answer>;
  const answer = ask();
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  return answer;
}

async function answerOf<K extends keyof HandlingTasks>(
  session: WorkspaceSession,
  kind: K,
  task: HandlingTasks[K],
): Promise<HandlingAnswers[K]> {
  const last = session.raw.prepare('SELECT coalesce(max(id), 0) FROM voc').pluck().get();
  if (Number(last) <= mostReadHere) return answerHandling[kind](session.raw, task);
  return answerInThread(session, kind, task);
}

function answerInThread<K extends keyof HandlingTasks>(
  session: WorkspaceSession,
  kind: K,
  task: HandlingTasks[K],
): Promise<HandlingAnswers[K]> {
  const workerData = { file: session.file, kind, task };
  const worker = new DatabaseThread('handling', workerData);
  let closing = false;
  const ended = session.whenClosing(() => {
    closing = true;
    return worker.terminate();
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      ended();
      reject(
        closing
          ? new AppError('workspace.noneOpen')
          : new Error(`the count of handling ended with ${code}`),
      );
    });
  });
}
