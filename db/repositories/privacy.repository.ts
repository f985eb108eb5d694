import type {
  RetentionEntry,
  RetentionRule,
  UnmaskEntry,
} from '../../core/contract/privacy.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** The only way into the log; there is none out of it. */
export async function logUnmasking(db: WorkspaceDb, entry: Omit<UnmaskEntry, 'id'>): Promise<void> {
  await db
    .insertInto('unmask_log')
    .values({
      at: entry.at,
      actor: entry.actor,
      purpose: entry.purpose,
      scope: entry.scope,
      voc_id: entry.vocId,
      customer_id: entry.customerId,
      count: entry.count,
    })
    .execute();
}

export async function listUnmaskings(
  db: WorkspaceDb,
  page: { offset: number; limit: number },
): Promise<{ rows: UnmaskEntry[]; total: number }> {
  const rows = await db
    .selectFrom('unmask_log')
    .select([
      'id',
      'at',
      'actor',
      'purpose',
      'scope',
      'voc_id as vocId',
      'customer_id as customerId',
      'count',
    ])
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await db
    .selectFrom('unmask_log')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

export async function findRetentionRule(db: WorkspaceDb): Promise<RetentionRule | null> {
  const row = await db
    .selectFrom('retention_rule')
    .select(['months', 'action', 'closed_only'])
    .executeTakeFirst();
  if (row === undefined) return null;
  return { months: row.months, action: row.action, closedOnly: row.closed_only === 1 };
}

export async function storeRetentionRule(
  db: WorkspaceDb,
  rule: RetentionRule | null,
): Promise<void> {
  await db.deleteFrom('retention_rule').execute();
  if (rule === null) return;
  await db
    .insertInto('retention_rule')
    .values({
      id: 1,
      months: rule.months,
      action: rule.action,
      closed_only: rule.closedOnly ? 1 : 0,
    })
    .execute();
}

export function listRetentions(db: WorkspaceDb): Promise<RetentionEntry[]> {
  return db
    .selectFrom('retention_log')
    .select(['id', 'at', 'actor', 'action', 'cut_off as cutOff', 'count'])
    .orderBy('id', 'desc')
    .limit(500)
    .execute();
}
