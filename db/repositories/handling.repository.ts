import type {
  DueRulePreview,
  DueRuleRow,
  EscalationPolicy,
  VocHistoryEntry,
  VocHistoryKind,
} from '../../core/contract/handling.contract.ts';
import type { RawDatabase, WorkspaceDb } from '../connection.ts';
import { dueOnExpression } from '../due-on.ts';
import type { EditStamp, VocSource } from './voc-edit.repository.ts';

/** Oldest first; how it came in stands before all that was done to it. null when it is gone. */
export async function listHistory(
  db: WorkspaceDb,
  vocId: number,
): Promise<VocHistoryEntry[] | null> {
  const origin = await db
    .selectFrom('voc')
    .leftJoin('import_batch', 'import_batch.id', 'voc.import_id')
    .select(['voc.created_at as at', 'import_batch.file_name as fileName'])
    .where('voc.id', '=', vocId)
    .executeTakeFirst();
  if (origin === undefined) return null;
  const entries = await db
    .selectFrom('voc_history')
    .select(['id', 'at', 'actor', 'kind', 'before', 'after'])
    .where('voc_id', '=', vocId)
    .orderBy('id')
    .execute();
  const first: VocHistoryEntry = {
    id: 0,
    at: origin.at,
    actor: '',
    kind: origin.fileName === null ? 'created' : 'imported',
    before: null,
    after: origin.fileName,
  };
  return [first, ...entries.map((entry) => ({ ...entry, kind: entry.kind as VocHistoryKind }))];
}

/** Marks VOC that are not marked yet; the entry keeps why. Answers how many. */
export function markEscalated(
  raw: RawDatabase,
  source: VocSource,
  note: string,
  { at, local, actor }: EditStamp,
): number {
  const chosen = `id IN (${source.sql}) AND escalated_at IS NULL AND status <> 'closed'`;
  raw
    .prepare(
      `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
       SELECT id, @at, @actor, 'escalate', due_on, nullif(@note, '') FROM voc WHERE ${chosen}`,
    )
    .run(...source.params, { at, actor, note });
  return raw
    .prepare(`UPDATE voc SET escalated_at = @local, updated_at = @at WHERE ${chosen}`)
    .run(...source.params, { local, at }).changes;
}

/** Takes the mark away; the entry keeps the due date, for which it does not come back by itself. */
export function unmarkEscalated(
  raw: RawDatabase,
  source: VocSource,
  { at, actor }: EditStamp,
): number {
  const chosen = `id IN (${source.sql}) AND escalated_at IS NOT NULL`;
  raw
    .prepare(
      `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
       SELECT id, @at, @actor, 'deescalate', due_on, NULL FROM voc WHERE ${chosen}`,
    )
    .run(...source.params, { at, actor });
  return raw
    .prepare(`UPDATE voc SET escalated_at = NULL, updated_at = @at WHERE ${chosen}`)
    .run(...source.params, { at }).changes;
}

export async function listDueRules(db: WorkspaceDb): Promise<DueRuleRow[]> {
  const rows = await db
    .selectFrom('due_rule')
    .select([
      'id',
      'name',
      'days',
      'working_days as workingDays',
      'channel',
      'kind',
      'min_severity as minSeverity',
    ])
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, workingDays: row.workingDays === 1 }));
}

export async function insertDueRule(
  db: WorkspaceDb,
  rule: Omit<DueRuleRow, 'id'>,
  position: number,
): Promise<number> {
  const { id } = await db
    .insertInto('due_rule')
    .values({ ...ruleColumns(rule), position })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers whether the rule was there. */
export async function updateDueRule(
  db: WorkspaceDb,
  id: number,
  rule: Omit<DueRuleRow, 'id'>,
): Promise<boolean> {
  const result = await db
    .updateTable('due_rule')
    .set(ruleColumns(rule))
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteDueRule(db: WorkspaceDb, id: number): Promise<boolean> {
  const result = await db.deleteFrom('due_rule').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Numbers the rules as they stand in `ids`. */
export async function orderDueRules(db: WorkspaceDb, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await db.updateTable('due_rule').set({ position }).where('id', '=', id).execute();
  }
}

function ruleColumns(rule: Omit<DueRuleRow, 'id'>) {
  return {
    name: rule.name,
    days: rule.days,
    working_days: rule.workingDays ? 1 : 0,
    channel: rule.channel,
    kind: rule.kind,
    min_severity: rule.minSeverity,
  };
}

/** VOC that wait for an answer and have no due date. */
const undated = `due_on IS NULL AND status IN ('received', 'inProgress')
  AND received_at >= @receivedFrom`;

export function previewDueRules(
  raw: RawDatabase,
  { receivedFrom = '', today }: { receivedFrom?: string | undefined; today: string },
): DueRulePreview {
  return raw
    .prepare(
      `SELECT count(*) AS withoutDue, count(due) AS dated, coalesce(sum(due < @today), 0) AS overdue
       FROM (SELECT ${dueOnExpression(raw)} AS due FROM voc NOT INDEXED WHERE ${undated})`,
    )
    .get({ receivedFrom, today }) as DueRulePreview;
}

/**
 * Gives a due date by the rules to the VOC that wait without one, inside the caller's transaction on
 * its connection, in slices of ids. `onVocDone` hears how far it is and may throw to give it up.
 * Answers how many got one.
 */
export function applyDueRules(
  raw: RawDatabase,
  receivedFrom: string | undefined,
  { at, actor }: EditStamp,
  onVocDone: (done: number, total: number) => void,
): number {
  const due = dueOnExpression(raw);
  if (due === 'NULL') return 0;
  const chosen = `id > @after AND id <= @upTo AND ${undated} AND ${due} IS NOT NULL`;
  const note = raw.prepare(
    `INSERT INTO voc_history (voc_id, at, actor, kind, before, after)
     SELECT id, @at, @actor, 'dueOn', NULL, ${due} FROM voc NOT INDEXED WHERE ${chosen}`,
  );
  const date = raw.prepare(
    `UPDATE voc NOT INDEXED SET due_on = ${due}, updated_at = @at WHERE ${chosen}`,
  );
  const last = Number(raw.prepare('SELECT coalesce(max(id), 0) FROM voc').pluck().get());
  let dated = 0;
  for (let after = 0; after < last; after += datedAtOnce) {
    const slice = { after, upTo: after + datedAtOnce, receivedFrom: receivedFrom ?? '' };
    note.run({ ...slice, at, actor });
    dated += date.run({ ...slice, at }).changes;
    onVocDone(Math.min(last, after + datedAtOnce), last);
  }
  return dated;
}

const datedAtOnce = 10_000;

export function readEscalationPolicy(raw: RawDatabase): EscalationPolicy {
  const row = raw
    .prepare('SELECT automatic, days_after_due AS daysAfterDue FROM escalation_policy')
    .get() as { automatic: number; daysAfterDue: number } | undefined;
  return row === undefined
    ? { automatic: true, daysAfterDue: 0 }
    : { automatic: row.automatic === 1, daysAfterDue: row.daysAfterDue };
}

export async function writeEscalationPolicy(
  db: WorkspaceDb,
  { automatic, daysAfterDue }: EscalationPolicy,
): Promise<void> {
  const values = { automatic: automatic ? 1 : 0, days_after_due: daysAfterDue };
  await db
    .insertInto('escalation_policy')
    .values({ id: 1, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute();
}
