import { type RawBuilder, sql } from 'kysely';
import type { ParsedInputOf } from '../../core/contract/contract.ts';
import type {
  ContactPolicy,
  ContactRow,
  CustomerFields,
  CustomerRow,
} from '../../core/contract/customer.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { idsFrom } from './voc.repository.ts';

export type CustomerQuery = ParsedInputOf<'customer.listPage'>;

/** A page of customers as written, the numbers of their VOC and contacts beside them. */
export async function listCustomers(
  db: WorkspaceDb,
  query: CustomerQuery,
): Promise<{ rows: CustomerRow[]; total: number }> {
  const wanted = matching(query);
  const order = sql.raw(`${sortColumns[query.sort.field]} ${query.sort.direction}`);
  const ids = await sql<{ id: number }>`SELECT id FROM customer ${wanted}
    ORDER BY ${order}, code LIMIT ${query.limit} OFFSET ${query.offset}`.execute(db);
  const counted = await sql<{
    total: number;
  }>`SELECT count(*) AS total FROM customer ${wanted}`.execute(db);
  return {
    rows: await customersOf(
      db,
      ids.rows.map(({ id }) => id),
    ),
    total: counted.rows[0]?.total ?? 0,
  };
}

export async function findCustomer(db: WorkspaceDb, id: number): Promise<CustomerRow | null> {
  const [customer] = await customersOf(db, [id]);
  return customer ?? null;
}

export async function findCustomerIdByCode(db: WorkspaceDb, code: string): Promise<number | null> {
  const row = await db
    .selectFrom('customer')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function listCustomerTypes(db: WorkspaceDb): Promise<string[]> {
  const rows = await db
    .selectFrom('customer')
    .select('type')
    .where('type', '<>', '')
    .groupBy('type')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('type')
    .limit(200)
    .execute();
  return rows.map(({ type }) => type);
}

/** Names of the customers of these VOC, to hide them in the VOC's text. */
export async function customerNamesOf(
  db: WorkspaceDb,
  vocIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('voc')
    .innerJoin('customer', 'customer.id', 'voc.customer_id')
    .select(['voc.id', 'customer.name'])
    .where('voc.id', 'in', idsFrom(vocIds))
    .where('customer.name', '<>', '')
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function insertCustomer(
  db: WorkspaceDb,
  fields: CustomerFields,
  createdAt: string,
): Promise<number> {
  const { id } = await db
    .insertInto('customer')
    .values({ ...fields, created_at: createdAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateCustomer(
  db: WorkspaceDb,
  id: number,
  patch: Partial<CustomerFields>,
): Promise<void> {
  if (Object.keys(patch).length === 0) return;
  await db.updateTable('customer').set(patch).where('id', '=', id).execute();
}

/** Answers how many there were to remove. */
export async function deleteCustomers(db: WorkspaceDb, ids: readonly number[]): Promise<number> {
  const result = await db.deleteFrom('customer').where('id', 'in', idsFrom(ids)).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Answers how many VOC there were to link. */
export async function linkVocToCustomer(
  db: WorkspaceDb,
  customerId: number | null,
  vocIds: readonly number[],
  updatedAt: string,
): Promise<number> {
  const result = await db
    .updateTable('voc')
    .set({ customer_id: customerId, updated_at: updatedAt })
    .where('id', 'in', idsFrom(vocIds))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function listContacts(
  db: WorkspaceDb,
  customerId: number,
  page: { offset: number; limit: number },
): Promise<{ rows: ContactRow[]; total: number }> {
  const rows = await db
    .selectFrom('contact')
    .select([
      'id',
      'customer_id as customerId',
      'voc_id as vocId',
      'at',
      'channel',
      'purpose',
      'note',
      'actor',
      'override_reason as overrideReason',
    ])
    .where('customer_id', '=', customerId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await db
    .selectFrom('contact')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** Days on which the customer was approached: contacts that answered no VOC of theirs. */
export async function listApproaches(db: WorkspaceDb, customerId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('contact')
    .select('at')
    .where('customer_id', '=', customerId)
    .where('voc_id', 'is', null)
    .orderBy('at', 'desc')
    .limit(10_000)
    .execute();
  return rows.map(({ at }) => at.slice(0, 10));
}

export async function insertContact(
  db: WorkspaceDb,
  contact: Omit<ContactRow, 'id'>,
): Promise<number> {
  const { id } = await db
    .insertInto('contact')
    .values({
      customer_id: contact.customerId,
      voc_id: contact.vocId,
      at: contact.at,
      channel: contact.channel,
      purpose: contact.purpose,
      note: contact.note,
      actor: contact.actor,
      override_reason: contact.overrideReason,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteContact(db: WorkspaceDb, id: number): Promise<number> {
  const result = await db.deleteFrom('contact').where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function findContactPolicy(db: WorkspaceDb): Promise<ContactPolicy | null> {
  const row = await db
    .selectFrom('contact_policy')
    .select(['max_contacts as maxContacts', 'window_days as windowDays', 'quiet_days as quietDays'])
    .executeTakeFirst();
  return row ?? null;
}

export async function storeContactPolicy(
  db: WorkspaceDb,
  policy: ContactPolicy | null,
): Promise<void> {
  await db.deleteFrom('contact_policy').execute();
  if (policy === null) return;
  await db
    .insertInto('contact_policy')
    .values({
      id: 1,
      max_contacts: policy.maxContacts,
      window_days: policy.windowDays,
      quiet_days: policy.quietDays,
    })
    .execute();
}

const sortColumns = {
  code: 'code',
  type: 'type',
  preference: 'preference',
  createdAt: 'created_at',
} as const satisfies Record<CustomerQuery['sort']['field'], string>;

function matching({ search, preferences, types }: CustomerQuery): RawBuilder<unknown> {
  const conditions: RawBuilder<unknown>[] = [];
  const typed = search.trim();
  if (typed !== '') {
    // instr, because a person's % and _ are characters; lower, because codes are Latin letters.
    conditions.push(
      sql`(instr(lower(code), lower(${typed})) > 0 OR instr(lower(name), lower(${typed})) > 0)`,
    );
  }
  if (preferences.length > 0) conditions.push(sql`preference IN (${sql.join(preferences)})`);
  if (types.length > 0) conditions.push(sql`type IN (${sql.join(types)})`);
  return conditions.length === 0 ? sql`` : sql`WHERE ${sql.join(conditions, sql` AND `)}`;
}

async function customersOf(db: WorkspaceDb, ids: readonly number[]): Promise<CustomerRow[]> {
  const { rows } = await sql<CustomerRow>`
    SELECT id, code, name, type, phone, email, preference, note, created_at AS createdAt,
      (SELECT count(*) FROM voc WHERE voc.customer_id = customer.id) AS vocCount,
      (SELECT count(*) FROM voc WHERE voc.customer_id = customer.id AND status <> 'closed')
        AS openVocCount,
      (SELECT count(*) FROM contact WHERE contact.customer_id = customer.id) AS contactCount,
      (SELECT max(at) FROM contact WHERE contact.customer_id = customer.id) AS lastContactAt
    FROM customer WHERE id IN ${idsFrom(ids)}`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
