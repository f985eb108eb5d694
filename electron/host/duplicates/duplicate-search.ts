import type {
  DuplicateCriteria,
  DuplicateFindings,
  DuplicateKind,
} from '../../../core/contract/duplicate.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import type { FoundGroups } from '../../../db/duplicate-scan.ts';
import type { VocCriteria } from '../../../db/voc-conditions.ts';
import type { JobControl } from '../jobs/job-registry.ts';
import { inWorker, newCancelFlag, type WorkerTask } from '../work-in-worker.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

export interface DuplicateTask extends WorkerTask {
  file: string;
  criteria: DuplicateCriteria;
  selection: VocCriteria;
}

/** One group as the search found it; some of it may be gone by now. */
export interface FoundGroup {
  place: number;
  kind: 'exact' | 'near';
  members: { id: number; similarity: number }[];
}

/** What a search found, until the next one. */
export class DuplicateSearch {
  readonly findings: DuplicateFindings;
  readonly #groups: FoundGroups;

  constructor(groups: FoundGroups, criteria: DuplicateCriteria, seconds: number) {
    this.#groups = groups;
    let [exactGroups, nearGroups, exactVoc, nearVoc] = [0, 0, 0, 0];
    for (const { kind, members } of this.from(0)) {
      if (kind === 'exact') exactGroups++;
      else nearGroups++;
      if (kind === 'exact') exactVoc += members.length - 1;
      else nearVoc += members.length - 1;
    }
    this.findings = {
      criteria,
      foundAt: new Date().toISOString(),
      compared: groups.compared,
      exactGroups,
      nearGroups,
      exactVoc,
      nearVoc,
      seconds,
    };
  }

  /** The groups from one place on, in the order of their first VOC. */
  *from(place: number, kind: DuplicateKind = 'all'): Generator<FoundGroup> {
    const { starts, isExact, ids, similarities } = this.#groups;
    for (let group = place; group + 1 < starts.length; group++) {
      const is = isExact[group] === 1 ? 'exact' : 'near';
      if (kind !== 'all' && kind !== is) continue;
      const members = [];
      for (let at = starts[group] ?? 0; at < (starts[group + 1] ?? 0); at++) {
        members.push({ id: ids[at] ?? 0, similarity: similarities[at] ?? 1 });
      }
      yield { place: group, kind: is, members };
    }
  }
}

const searches = new WeakMap<WorkspaceSession, DuplicateSearch>();

export function lastSearch(session: WorkspaceSession): DuplicateSearch | null {
  return searches.get(session) ?? null;
}

/** Looks through the workspace in a thread and keeps what it finds for as long as that is open. */
export async function searchDuplicates(
  session: WorkspaceSession,
  { criteria, filter }: { criteria: DuplicateCriteria; filter: VocFilter },
  control: JobControl,
): Promise<void> {
  const startedMs = performance.now();
  const task: DuplicateTask = {
    criteria,
    selection: await session.vocIndex.criteriaOf(filter),
    file: session.file,
    cancelFlag: newCancelFlag(),
  };
  const groups = await inWorker<FoundGroups>('duplicates', task, {
    signal: control.signal,
    onProgress: ({ done, total }) => control.report({ phase: 'comparing', done, total }),
  });
  const seconds = Math.round(performance.now() - startedMs) / 1000;
  searches.set(session, new DuplicateSearch(groups, criteria, seconds));
}
