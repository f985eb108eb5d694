import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { type Cargo, idsOfCargo } from './cargo.ts';

export interface BoardEdits {
  assign: (cargo: Cargo, requirement: { id: number; name: string }) => Promise<boolean>;
  createFrom: (cargo: Cargo, name: string, parentId: number | null) => Promise<boolean>;
  unassign: (requirementId: number, vocIds: number[], name: string) => Promise<boolean>;
  quote: (requirement: { id: number; name: string }, vocId: number) => Promise<boolean>;
  split: (id: number, vocIds: number[], name: string) => Promise<boolean>;
  merge: (
    from: { id: number; name: string },
    into: { id: number; name: string },
  ) => Promise<boolean>;
}

/** Every step one takes on the board; each is one to undo, and is said aloud. */
export function useBoardEdits(
  suggestionId: string | null,
  search: string,
  say: (words: string) => void,
): BoardEdits {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const shown = (count: number) => count.toLocaleString(i18n.language);
    const idsOf = async (cargo: Cargo) => {
      const { ids, leftBehind } = await idsOfCargo(cargo, suggestionId ?? '', search);
      if (leftBehind > 0) notifyDone(t('affinity:done.leftBehind', { shown: shown(leftBehind) }));
      return ids;
    };
    const done = async (work: () => Promise<string>): Promise<boolean> => {
      try {
        say(await work());
        return true;
      } catch (error) {
        notifyError(error);
        return false;
      }
    };
    return {
      assign: (cargo, { id, name }) =>
        done(async () => {
          const vocIds = await idsOf(cargo);
          if (cargo.from === 'pool' && vocIds.length > mostAtHand) {
            await assignInBulk(id, vocIds);
          } else if (cargo.from === 'pool') {
            await host.call('requirement.addEvidence', { requirementId: id, vocIds });
          } else {
            const fromId = cargo.requirementId;
            await host.call('requirement.moveEvidence', { fromId, toId: id, vocIds });
          }
          return t('affinity:said.assigned', { shown: shown(vocIds.length), name });
        }),
      createFrom: (cargo, name, parentId) =>
        done(async () => {
          const vocIds = await idsOf(cargo);
          if (cargo.from === 'requirement') {
            const id = cargo.requirementId;
            await host.call('requirement.split', { id, vocIds, name });
          } else {
            const first = vocIds.slice(0, mostAtHand);
            const made = await host.call('requirement.create', { name, parentId, vocIds: first });
            if (vocIds.length > first.length) await assignInBulk(made.id, vocIds);
          }
          return t('affinity:said.created', { shown: shown(vocIds.length), name });
        }),
      unassign: (requirementId, vocIds, name) =>
        done(async () => {
          await host.call('requirement.removeEvidence', { requirementId, vocIds });
          return t('affinity:said.unassigned', { shown: shown(vocIds.length), name });
        }),
      quote: ({ id, name }, vocId) =>
        done(async () => {
          await host.call('requirement.setQuote', { id, vocId });
          return t('affinity:said.quoted', { name });
        }),
      split: (id, vocIds, name) =>
        done(async () => {
          const { moved } = await host.call('requirement.split', { id, vocIds, name });
          return t('affinity:said.created', { shown: shown(moved), name });
        }),
      merge: (from, into) =>
        done(async () => {
          const merged = await host.call('requirement.merge', { ids: [from.id], intoId: into.id });
          const words = t(
            merged.combinedHouses > 0 ? 'affinity:said.mergedInHouse' : 'affinity:said.merged',
            { from: from.name, into: into.name, shown: shown(merged.added) },
          );
          notifyDone(words);
          return words;
        }),
    };
  }, [suggestionId, search, say, t, i18n]);
}

/** Linking more would keep the host from answering anybody else meanwhile. */
const mostAtHand = 2_000;

/** Links in a thread of the host's, as one step; resolves when it is done. */
async function assignInBulk(requirementId: number, ids: number[]): Promise<void> {
  const ended = Promise.withResolvers<void>();
  let jobId: string | null = null;
  const settle = (job: JobInfo) => {
    if (job.id !== jobId || job.status === 'running') return;
    if (job.status === 'succeeded') ended.resolve();
    else if (job.error !== null) ended.reject(AppError.fromPayload(job.error));
    else ended.reject(new AppError('app.cancelled'));
  };
  const stop = host.on('job.changed', settle);
  try {
    const started = await host.call('bulk.start', {
      operation: { kind: 'addEvidence', requirementId },
      selection: { ids },
    });
    jobId = started.jobId;
    // It may have ended before its name was known here.
    settle(await host.call('job.get', { id: jobId }));
    await ended.promise;
  } finally {
    stop();
  }
}
