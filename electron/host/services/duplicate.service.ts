import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type {
  DuplicateGroup,
  DuplicateKind,
  DuplicatePage,
} from '../../../core/contract/duplicate.contract.ts';
import { jaccard, shinglesOf, spokenLetters } from '../../../core/domain/voc/text-shingles.ts';
import {
  addDistinctPairs,
  listDistinctPairs,
  listDuplicateMembers,
  listMergedInto,
  mergedIds,
  presentIds,
  textsOf,
} from '../../../db/repositories/duplicate.repository.ts';
import { type MergePair, mergeVoc, unmergeVoc } from '../../../db/voc-merging.ts';
import { type FoundGroup, lastSearch, searchDuplicates } from '../duplicates/duplicate-search.ts';
import { editStamp } from '../edit-stamp.ts';
import type { HandlersOf } from '../handlers.ts';
import { editMany, mostWrittenHere } from '../heavy/edit-many.ts';
import type { HostContext } from '../host-context.ts';
import { maskingOf, maskingOfMerged } from '../voc-masking.ts';

const membersShown = 50;
const lookedUpAtOnce = 20_000;

export const duplicateHandlers: HandlersOf<'duplicate'> = {
  'duplicate.find': (context, order) => {
    const { session } = context;
    const jobId = context.jobs.start(
      { kind: 'duplicate.find', subject: '', phase: 'comparing' },
      async (control) => {
        await searchDuplicates(session, order, control);
        context.changed(['voc']);
        return {};
      },
    );
    return { jobId };
  },
  'duplicate.findings': ({ session }) => lastSearch(session)?.findings ?? null,
  'duplicate.list': (context, input) => listGroups(context, input),
  'duplicate.listMerged': async ({ session: { db } }, { survivorId }) => {
    const merged = await listMergedInto(db, survivorId);
    const masking = await maskingOfMerged(
      db,
      merged.map(({ id }) => id),
    );
    return merged.map((voc) => ({ ...voc, text: masking.text(voc.id, voc.text) }));
  },
  'duplicate.merge': async (context, { survivorId, ids }) => {
    await merge(context, await pairsWith(context, survivorId, ids));
  },
  'duplicate.mergeAll': async (context, { kind }) => {
    const pairs = await pairsFound(context, kind);
    if (pairs.length > 0) await merge(context, pairs);
    return { merged: pairs.length };
  },
  'duplicate.unmerge': async (context, which) => {
    const { session } = context;
    const merged = await mergedIds(session.db, which);
    const count = merged.reduce((sum, { ids }) => sum + ids.length, 0);
    if (count === 0) throw new AppError('duplicate.unknown');
    const step = { label: 'duplicate:undo.unmerge', params: { count } };
    const stamp = editStamp(context);
    if (count > mostWrittenHere) {
      const work = { kind: 'unmergeDuplicates', groups: merged, stamp } as const;
      return editMany<'unmergeDuplicates'>(context, { step, touched, phase: 'merging' }, work);
    }
    return context.edit(step, touched, async () => {
      for (const { survivorId, ids } of merged) unmergeVoc(session.raw, survivorId, ids, stamp);
      return { count };
    });
  },
  'duplicate.markDistinct': async (context, { ids }) => {
    const step = { label: 'duplicate:undo.markDistinct', params: { count: ids.length } };
    await context.edit(step, ['voc'], async (trx) => {
      const known = await presentIds(trx, ids);
      const present = [...known].sort((one, other) => one - other);
      if (present.length < 2) throw new AppError('duplicate.unknown');
      await addDistinctPairs(
        trx,
        present.flatMap((first_id, at) =>
          present.slice(at + 1).map((second_id) => ({ first_id, second_id })),
        ),
      );
    });
  },
};

const touched = ['voc', 'requirement', 'customer'] as const;

async function merge(context: HostContext, pairs: readonly MergePair[]): Promise<void> {
  const step = { label: 'duplicate:undo.merge', params: { count: pairs.length } };
  const stamp = editStamp(context);
  if (pairs.length > mostWrittenHere) {
    const work = { kind: 'mergeDuplicates', pairs, stamp } as const;
    await editMany<'mergeDuplicates'>(context, { step, touched, phase: 'merging' }, work);
    return;
  }
  await context.edit(step, touched, async () => mergeVoc(context.session.raw, pairs, stamp));
}

/** Whoever chooses the survivor, how alike the others are to it is measured now. */
async function pairsWith(
  { session: { db } }: HostContext,
  survivorId: number,
  ids: readonly number[],
): Promise<MergePair[]> {
  const others = [...new Set(ids)].filter((id) => id !== survivorId);
  const texts = await textsOf(db, [survivorId, ...others]);
  const survivor = texts.get(survivorId);
  if (survivor === undefined || others.length === 0) throw new AppError('duplicate.unknown');
  const letters = spokenLetters(survivor);
  const shingles = shinglesOf(letters);
  return others.map((vocId) => {
    const other = spokenLetters(texts.get(vocId) ?? '');
    const similarity = other === letters ? 1 : jaccard(shingles, shinglesOf(other));
    return { vocId, survivorId, similarity };
  });
}

/** The groups of the last search as they are now. */
async function pairsFound(context: HostContext, kind: DuplicateKind): Promise<MergePair[]> {
  const search = lastSearch(context.session);
  if (search === null) throw new AppError('duplicate.notSearched');
  const pairs = new Map<number, MergePair>();
  for (const batch of batchesOf(search.from(0, kind))) {
    // Hundreds of thousands of groups may follow one another: others are answered in between.
    await nextTurn();
    for (const group of await stillThere(context, batch)) {
      const [first, ...others] = group.members;
      if (first === undefined) continue;
      for (const { id, similarity } of others) {
        if (!pairs.has(id)) pairs.set(id, { vocId: id, survivorId: first.id, similarity });
      }
    }
  }
  return [...pairs.values()].map((pair) => toLastSurvivor(pair, pairs));
}

/** A text that equals one which is near a third goes to the third together with it. */
function toLastSurvivor(pair: MergePair, pairs: ReadonlyMap<number, MergePair>): MergePair {
  const next = pairs.get(pair.survivorId);
  if (next === undefined) return pair;
  const { survivorId, similarity } = toLastSurvivor(next, pairs);
  return { ...pair, survivorId, similarity };
}

async function listGroups(
  context: HostContext,
  { kind, offset, limit }: { kind: DuplicateKind; offset: number; limit: number },
): Promise<DuplicatePage> {
  const search = lastSearch(context.session);
  if (search === null) return { groups: [], nextOffset: null };
  const found: FoundGroup[] = [];
  let nextOffset: number | null = null;
  for (const batch of batchesOf(search.from(offset, kind), limit * 2)) {
    await nextTurn();
    for (const group of await stillThere(context, batch)) {
      if (found.length < limit) found.push(group);
      else nextOffset ??= group.place;
    }
    if (nextOffset !== null) break;
  }
  return { groups: await described(context, found), nextOffset };
}

function* batchesOf(groups: Iterable<FoundGroup>, groupsAtMost = 1_000): Generator<FoundGroup[]> {
  let batch: FoundGroup[] = [];
  let size = 0;
  for (const group of groups) {
    batch.push(group);
    size += group.members.length;
    if (batch.length < groupsAtMost && size < lookedUpAtOnce) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Without what was merged, deleted or found distinct since; groups of one are none. */
async function stillThere(
  { session: { db } }: HostContext,
  groups: readonly FoundGroup[],
): Promise<FoundGroup[]> {
  const ids = groups.flatMap(({ members }) => members.map(({ id }) => id));
  const present = await presentIds(db, ids);
  const distinct = new Set(
    (await listDistinctPairs(db, ids)).map((pair) => `${pair.first_id}:${pair.second_id}`),
  );
  return groups.flatMap((group) => {
    const alive = group.members.filter(({ id }) => present.has(id));
    const first = alive[0];
    const members = alive.filter(
      ({ id }) =>
        first !== undefined && !distinct.has(`${Math.min(first.id, id)}:${Math.max(first.id, id)}`),
    );
    return members.length > 1 ? [{ ...group, members }] : [];
  });
}

async function described(
  { session: { db } }: HostContext,
  groups: readonly FoundGroup[],
): Promise<DuplicateGroup[]> {
  const shown = groups.flatMap(({ members }) => members.slice(0, membersShown));
  const ids = shown.map(({ id }) => id);
  const rows = await listDuplicateMembers(db, ids);
  const masking = await maskingOf(db, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return groups.map(({ place, kind, members }) => ({
    place,
    kind,
    memberCount: members.length,
    similarity: Math.min(...members.slice(1).map(({ similarity }) => similarity)),
    members: members.slice(0, membersShown).flatMap(({ id, similarity }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ ...row, text: masking.text(id, row.text), similarity }];
    }),
  }));
}
