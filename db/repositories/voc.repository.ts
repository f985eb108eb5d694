import { sql } from 'kysely';
import type { VocDetail, VocRow } from '../../core/contract/voc.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** All of a VOC that its own rows hold, as written. */
export type StoredVoc = Omit<VocDetail, 'masked' | 'replyMasked' | 'requirements'>;

/** The VOC of `ids`, in that order and as written; ids that are gone are left out. */
export async function listVoc(db: WorkspaceDb, ids: readonly number[]): Promise<VocRow[]> {
  const rows = await vocRows(db)
    .where('voc.id', 'in', [...ids])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function findVoc(db: WorkspaceDb, id: number): Promise<StoredVoc | null> {
  const row = await vocRows(db)
    .leftJoin('respondent', 'respondent.id', 'voc.respondent_id')
    .leftJoin('wave', 'wave.id', 'respondent.wave_id')
    .leftJoin('customer', 'customer.id', 'voc.customer_id')
    .select([
      'voc.replied_at as repliedAt',
      'voc.closed_at as closedAt',
      'voc.reply_note as replyNote',
      'voc.handling_satisfaction as handlingSatisfaction',
      'customer.code as customerCode',
      'customer.name as customerName',
      'voc.import_id as importId',
      'voc.created_at as createdAt',
      'voc.updated_at as updatedAt',
      'voc.respondent_id as respondentId',
      'wave.id as waveId',
      'wave.name as waveName',
    ])
    .where('voc.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { respondentId, waveId, waveName, customerCode, customerName, ...voc } = row;
  const respondent =
    respondentId === null || waveId === null || waveName === null
      ? null
      : { id: respondentId, waveId, waveName };
  const customer =
    voc.customerId === null || customerCode === null || customerName === null
      ? null
      : { id: voc.customerId, code: customerCode, name: customerName };
  return { ...voc, respondent, customer, extras: await listExtras(db, id) };
}

/** The ids of the requirements that a VOC is evidence for. */
export async function listRequirementIdsOf(db: WorkspaceDb, vocId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('requirement_voc')
    .select('requirement_id as id')
    .where('voc_id', '=', vocId)
    .execute();
  return rows.map((row) => row.id);
}

/** Answers how many there were to remove. */
export async function deleteVoc(db: WorkspaceDb, ids: readonly number[]): Promise<number> {
  const result = await db.deleteFrom('voc').where('id', 'in', idsFrom(ids)).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function findVocByExternalId(
  db: WorkspaceDb,
  externalId: string,
): Promise<number | null> {
  const row = await db
    .selectFrom('voc')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A subquery over ids handed over as one JSON parameter: SQLite takes no 100,000 parameters. */
export function idsFrom(ids: readonly number[]) {
  return sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

function vocRows(db: WorkspaceDb) {
  return db
    .selectFrom('voc')
    .leftJoin('branch', 'branch.name', 'voc.branch')
    .select((eb) => [
      'voc.id',
      'voc.text',
      'voc.received_at as receivedAt',
      'voc.channel',
      'voc.kind',
      'voc.status',
      'voc.branch',
      sql<string | null>`nullif(branch.region, '')`.as('region'),
      'voc.customer_type as customerType',
      'voc.severity',
      'voc.product',
      'voc.owner',
      'voc.external_id as externalId',
      'voc.customer_id as customerId',
      'voc.due_on as dueOn',
      'voc.escalated_at as escalatedAt',
      eb
        .selectFrom('merged_voc')
        .whereRef('merged_voc.survivor_id', '=', 'voc.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('mergedCount'),
      eb
        .selectFrom('requirement_voc')
        .whereRef('requirement_voc.voc_id', '=', 'voc.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('requirementCount'),
    ]);
}

function listExtras(
  db: WorkspaceDb,
  vocId: number,
): Promise<{ fieldId: number; name: string; value: string }[]> {
  return db
    .selectFrom('voc_extra')
    .innerJoin('extra_field', 'extra_field.id', 'voc_extra.field_id')
    .select(['extra_field.id as fieldId', 'extra_field.name', 'voc_extra.value'])
    .where('voc_extra.voc_id', '=', vocId)
    .orderBy('extra_field.id')
    .execute();
}
