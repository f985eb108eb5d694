import type { DuplicateMember, MergedVoc } from '../../core/contract/duplicate.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { idsFrom } from './voc.repository.ts';

/** Those of `ids` that are still there, with their text as written. */
export async function listDuplicateMembers(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<Omit<DuplicateMember, 'similarity'>[]> {
  const rows = await db
    .selectFrom('voc')
    .select(['id', 'text', 'received_at', 'channel', 'kind', 'status', 'branch', 'product'])
    .select(['owner', 'external_id'])
    .select(({ selectFrom, fn }) => [
      selectFrom('requirement_voc')
        .select(fn.countAll<number>().as('count'))
        .whereRef('voc_id', '=', 'voc.id')
        .as('requirement_count'),
      selectFrom('merged_voc')
        .select(fn.countAll<number>().as('count'))
        .whereRef('survivor_id', '=', 'voc.id')
        .as('merged_count'),
    ])
    .where('id', 'in', idsFrom(ids))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    receivedAt: row.received_at,
    channel: row.channel,
    kind: row.kind,
    status: row.status,
    branch: row.branch,
    product: row.product,
    owner: row.owner,
    externalId: row.external_id,
    requirementCount: row.requirement_count ?? 0,
    mergedCount: row.merged_count ?? 0,
  }));
}

/** Pairs among `ids` that a person found to be different, smaller id first. */
export async function listDistinctPairs(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<{ first_id: number; second_id: number }[]> {
  return db
    .selectFrom('distinct_voc')
    .select(['first_id', 'second_id'])
    .where('first_id', 'in', idsFrom(ids))
    .where('second_id', 'in', idsFrom(ids))
    .execute();
}

export async function addDistinctPairs(
  db: WorkspaceDb,
  pairs: readonly { first_id: number; second_id: number }[],
): Promise<void> {
  await db
    .insertInto('distinct_voc')
    .values([...pairs])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was merged into one VOC, latest first, with the text as written. */
export async function listMergedInto(db: WorkspaceDb, survivorId: number): Promise<MergedVoc[]> {
  const rows = await db
    .selectFrom('merged_voc')
    .select(['id', 'text', 'received_at', 'channel', 'branch', 'external_id', 'similarity'])
    .select('merged_at')
    .where('survivor_id', '=', survivorId)
    .orderBy('merged_at', 'desc')
    .orderBy('id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    receivedAt: row.received_at,
    channel: row.channel,
    branch: row.branch,
    externalId: row.external_id,
    similarity: row.similarity,
    mergedAt: row.merged_at,
  }));
}

/** What may hold the names of the customers of merged VOC: customer files and extra fields. */
export async function listMergedNames(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<{
  customers: Map<number, string>;
  extras: { vocId: number; name: string; value: string }[];
}> {
  const customers = await db
    .selectFrom('merged_voc')
    .innerJoin('customer', 'customer.id', 'merged_voc.customer_id')
    .select(['merged_voc.id', 'customer.name'])
    .where('merged_voc.id', 'in', idsFrom(ids))
    .where('customer.name', '<>', '')
    .execute();
  const extras = await db
    .selectFrom('merged_voc_extra')
    .innerJoin('extra_field', 'extra_field.id', 'merged_voc_extra.field_id')
    .select(['merged_voc_extra.voc_id as vocId', 'extra_field.name', 'merged_voc_extra.value'])
    .where('merged_voc_extra.voc_id', 'in', idsFrom(ids))
    .execute();
  return { customers: new Map(customers.map(({ id, name }) => [id, name])), extras };
}

/** Which of `ids` are still there, in one look-up by key. */
export async function presentIds(db: WorkspaceDb, ids: readonly number[]): Promise<Set<number>> {
  const rows = await db.selectFrom('voc').select('id').where('id', 'in', idsFrom(ids)).execute();
  return new Set(rows.map(({ id }) => id));
}

export async function textsOf(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('voc')
    .select(['id', 'text'])
    .where('id', 'in', idsFrom(ids))
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Merged VOC with what they were merged into: those named, or all of one survivor. */
export async function mergedIds(
  db: WorkspaceDb,
  which: { ids: readonly number[] } | { survivorId: number },
): Promise<{ survivorId: number; ids: number[] }[]> {
  const chosen = db.selectFrom('merged_voc').select(['id', 'survivor_id']);
  const rows = await ('ids' in which
    ? chosen.where('id', 'in', idsFrom(which.ids))
    : chosen.where('survivor_id', '=', which.survivorId)
  ).execute();
  const groups = Map.groupBy(rows, (row) => row.survivor_id);
  return [...groups].map(([survivorId, members]) => ({
    survivorId,
    ids: members.map(({ id }) => id),
  }));
}
