import type { ActionFields, ActionRow } from '../../core/contract/action.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** An action as stored; how it stands today is for core to say. */
export type StoredAction = Omit<ActionRow, 'overdue' | 'daysLeft'>;

export function listActions(db: WorkspaceDb): Promise<StoredAction[]> {
  return selectActions(db).orderBy('action.id').execute();
}

export async function findAction(db: WorkspaceDb, id: number): Promise<StoredAction | null> {
  const row = await selectActions(db).where('action.id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function insertAction(
  db: WorkspaceDb,
  action: ActionFields & { completedOn: string | null; createdAt: string },
): Promise<number> {
  const { id } = await db
    .insertInto('action')
    .values({
      ...columnsOf(action),
      completed_on: action.completedOn,
      created_at: action.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAction(
  db: WorkspaceDb,
  id: number,
  action: ActionFields & { completedOn: string | null },
): Promise<void> {
  await db
    .updateTable('action')
    .set({ ...columnsOf(action), completed_on: action.completedOn })
    .where('id', '=', id)
    .execute();
}

export async function deleteAction(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('action').where('id', '=', id).execute();
}

function selectActions(db: WorkspaceDb) {
  return db
    .selectFrom('action')
    .leftJoin('csf', 'csf.id', 'action.csf_id')
    .leftJoin('how', 'how.id', 'csf.how_id')
    .select([
      'action.id',
      'action.title',
      'action.description',
      'action.csf_id as csfId',
      'action.owner',
      'action.department',
      'action.due_date as dueDate',
      'action.status',
      'action.expected_effect as expectedEffect',
      'action.completed_on as completedOn',
      'action.created_at as createdAt',
      'how.name as csfName',
    ]);
}

function columnsOf(action: ActionFields) {
  return {
    title: action.title,
    description: action.description,
    csf_id: action.csfId,
    owner: action.owner,
    department: action.department,
    due_date: action.dueDate,
    status: action.status,
    expected_effect: action.expectedEffect,
  };
}
