import { AppError } from '../../core/contract/app-error.ts';
import {
  type EvidenceTally,
  tallyEvidence,
} from '../../core/domain/requirement/evidence-importance.ts';
import { countEvidenceLinks, evidenceLinks, stateOf } from '../../db/evidence-links.ts';
import { listRequirementPlaces } from '../../db/repositories/requirement.repository.ts';
import { DatabaseThread } from './database-thread.ts';
import type { WorkspaceSession } from './workspace-session.ts';

export interface TallyTask {
  file: string;
  tree: { id: number; parentId: number | null }[];
}

/** Counting so many links takes some 10 ms; more would hold up what else the host is asked. */
const mostCountedHere = 5_000;

const known = new WeakMap<WorkspaceSession, { state: string; tally: Promise<EvidenceTally> }>();

/**
 * The evidence of every requirement as it is now. Counted anew after every write, whatever it was, so
 * that nothing has to be kept in step; asked again in between, it is the same count.
 */
export async function tallyOf(session: WorkspaceSession): Promise<EvidenceTally> {
  // What an edit under way wrote may yet be taken back, and no count tells.
  if (session.raw.inTransaction) return countNow(session);
  const state = stateOf(session.raw);
  const last = known.get(session);
  if (last?.state === state) return last.tally;
  const tally = countNow(session);
  known.set(session, { state, tally });
  tally.catch(() => known.delete(session));
  return tally;
}

async function countNow(session: WorkspaceSession): Promise<EvidenceTally> {
  const tree = await listRequirementPlaces(session.db);
  if (countEvidenceLinks(session.raw, mostCountedHere + 1) <= mostCountedHere) {
    return tallyEvidence(tree, evidenceLinks(session.raw));
  }
  return tallyInThread(session, { file: session.file, tree });
}

function tallyInThread(session: WorkspaceSession, task: TallyTask): Promise<EvidenceTally> {
  const worker = new DatabaseThread('evidence', task);
  const ended = session.whenClosing(() => worker.terminate());
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      ended();
      reject(new AppError('app.cancelled'));
    });
  });
}
