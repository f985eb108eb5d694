import { AppError } from '../../../core/contract/app-error.ts';
import { assumedSeverityOf } from '../../../core/domain/requirement/evidence-importance.ts';
import { listVoc } from '../../../db/repositories/voc.repository.ts';
import type { AffinityTask } from '../affinity/affinity-messages.ts';
import { AffinityThread } from '../affinity/affinity-thread.ts';
import { evenSample } from '../affinity/even-sample.ts';
import { tallyOf } from '../evidence-tally.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { maskingOf } from '../voc-masking.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

const mostIds = 100_000;

/** Fewer VOC are grouped in a second or two: a sample would only flicker. */
const fewestSampled = 100_000;

interface Suggestion {
  id: string;
  thread: AffinityThread;
}

/** The last suggestions of each open workspace; new ones end the threads of those before. */
const suggestions = new WeakMap<WorkspaceSession, Suggestion[]>();

export const affinityHandlers: HandlersOf<'affinity'> = {
  'affinity.suggest': async (context, { filter, includeAssigned, ...wishes }) => {
    const { session } = context;
    const wanted = includeAssigned ? filter : { ...filter, unassigned: true };
    const task = { ...wishes, file: session.file, includeAssigned };
    // To find a keyword's VOC may take long, and is left to the job.
    const ids = filter.keyword ? noIds : await session.vocIndex.matchingIds(wanted);
    const sample = { ids: evenSample(ids), of: ids.length };
    const earlier = suggestions.get(session) ?? [];
    const latest: Suggestion[] = [];
    suggestions.set(session, latest);
    await Promise.all(earlier.map(({ thread }) => thread.end()));
    const start = (only: AffinityTask['sample']) =>
      startGrouping(context, latest, async () => {
        const criteria = await session.vocIndex.criteriaOf(wanted);
        return { ...task, criteria, sample: only };
      });
    const earlyJobId = ids.length < fewestSampled ? null : start(sample);
    return { jobId: start(null), earlyJobId };
  },
  'affinity.groups': async (context, { suggestionId }) => {
    const { all } = await tallyOf(context.session);
    const assumedSeverity = assumedSeverityOf(all);
    const groups = await threadOf(context, suggestionId).ask({ ask: 'groups', assumedSeverity });
    if (groups.sample === null) await endOthers(context, suggestionId);
    return groups;
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

const noIds = new Uint32Array();

/** `latest`: the suggestions it is to be one of, unless they are the latest no more. */
function startGrouping(
  { jobs, session }: HostContext,
  latest: Suggestion[],
  makeTask: () => Promise<AffinityTask>,
): string {
  const id = jobs.start({ kind: 'affinity', subject: '', phase: 'reading' }, async (control) => {
    const task = await makeTask();
    if (suggestions.get(session) !== latest) throw new AppError('affinity.gone');
    const thread = new AffinityThread(session, task, control);
    latest.push({ id, thread });
    await thread.ready;
    return {};
  });
  return id;
}

function threadOf({ session }: HostContext, suggestionId: string): AffinityThread {
  const found = suggestions.get(session)?.find(({ id }) => id === suggestionId);
  if (found === undefined) throw new AppError('affinity.gone');
  return found.thread;
}

/** Who has read the whole no longer asks about the sample. */
async function endOthers({ session }: HostContext, suggestionId: string): Promise<void> {
  const all = suggestions.get(session) ?? [];
  const others = all.filter(({ id }) => id !== suggestionId);
  for (const other of others) all.splice(all.indexOf(other), 1);
  await Promise.all(others.map(({ thread }) => thread.end()));
}
