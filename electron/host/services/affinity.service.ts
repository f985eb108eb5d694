import { AppError } from '../../../core/contract/app-error.ts';
import { assumedSeverityOf } from '../../../core/domain/requirement/evidence-importance.ts';
import { listVoc } from '../../../db/repositories/voc.repository.ts';
import { AffinityThread } from '../affinity/affinity-thread.ts';
import { tallyOf } from '../evidence-tally.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { maskingOf } from '../voc-masking.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

const mostIds = 100_000;

/** The last suggestion of each open workspace; a new one ends the thread of the one before. */
const suggestions = new WeakMap<WorkspaceSession, { id: string; thread: AffinityThread }>();

export const affinityHandlers: HandlersOf<'affinity'> = {
  'affinity.suggest': (context, { filter, includeAssigned, ...wishes }) => {
    const { session } = context;
    const head = { kind: 'affinity', subject: '', phase: 'reading' } as const;
    const jobId = context.jobs.start(head, async (control) => {
      const wanted = includeAssigned ? filter : { ...filter, unassigned: true };
      const criteria = await session.vocIndex.criteriaOf(wanted);
      const task = { ...wishes, file: session.file, includeAssigned, criteria };
      const thread = new AffinityThread(session, task, control);
      await suggestions.get(session)?.thread.end();
      suggestions.set(session, { id: jobId, thread });
      await thread.ready;
      return {};
    });
    return { jobId };
  },
  'affinity.groups': async (context, { suggestionId }) => {
    const { all } = await tallyOf(context.session);
    const assumedSeverity = assumedSeverityOf(all);
    return threadOf(context, suggestionId).ask({ ask: 'groups', assumedSeverity });
  },
  'affinity.listCards': async (context, { suggestionId, ...question }) => {
    const { db } = context.session;
    const { ids, total } = await threadOf(context, suggestionId).ask({ ask: 'ids', ...question });
    const rows = await listVoc(db, ids);
    const masking = await maskingOf(db, ids);
    const cards = rows.map(({ id, text, receivedAt, channel, kind, branch, severity }) => ({
      id,
      text: masking.text(id, text),
      receivedAt,
      channel,
      kind,
      branch,
      severity,
    }));
    return { cards, total };
  },
  'affinity.listIds': (context, { suggestionId, ...question }) =>
    threadOf(context, suggestionId).ask({ ask: 'ids', ...question, offset: 0, limit: mostIds }),
};

function threadOf({ session }: HostContext, suggestionId: string): AffinityThread {
  const last = suggestions.get(session);
  if (last?.id !== suggestionId) throw new AppError('affinity.gone');
  return last.thread;
}
