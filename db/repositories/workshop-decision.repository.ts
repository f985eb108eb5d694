import type { DecisionRow } from '../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** What a workshop decided. */

export interface NewDecision extends Omit<DecisionRow, 'id'> {
  workshopId: number;
}

export function listDecisions(db: WorkspaceDb, workshopId: number): Promise<DecisionRow[]> {
  return db
    .selectFrom('decision')
    .select([
      'id',
      'round_id as roundId',
      'what_id as whatId',
      'how_id as howId',
      'subject',
      'outcome',
      'before',
      'after',
      'reason',
      'consensus',
      'at',
    ])
    .where('workshop_id', '=', workshopId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

export async function findDecision(
  db: WorkspaceDb,
  id: number,
): Promise<{ workshopId: number; subject: string } | null> {
  const row = await db
    .selectFrom('decision')
    .select(['workshop_id as workshopId', 'subject'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** What was decided last on the same thing in the same round. */
export async function findDecisionOn(
  db: WorkspaceDb,
  {
    workshopId,
    roundId,
    whatId,
    howId,
  }: Pick<NewDecision, 'workshopId' | 'roundId'> & {
    whatId: number;
    howId: number | null;
  },
): Promise<{ id: number; before: number | null } | null> {
  const row = await db
    .selectFrom('decision')
    .select(['id', 'before'])
    .where('workshop_id', '=', workshopId)
    .where('round_id', 'is', roundId)
    .where('what_id', '=', whatId)
    .where('how_id', 'is', howId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

export async function insertDecision(
  db: WorkspaceDb,
  { workshopId, roundId, whatId, howId, ...said }: NewDecision,
): Promise<number> {
  const { id } = await db
    .insertInto('decision')
    .values({
      ...said,
      workshop_id: workshopId,
      round_id: roundId,
      what_id: whatId,
      how_id: howId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateDecision(
  db: WorkspaceDb,
  id: number,
  patch: {
    [Field in 'subject' | 'outcome' | 'reason' | 'consensus' | 'after' | 'at']?:
      | DecisionRow[Field]
      | undefined;
  },
): Promise<void> {
  if (Object.values(patch).every((value) => value === undefined)) return;
  await db.updateTable('decision').set(patch).where('id', '=', id).execute();
}

export async function deleteDecision(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('decision').where('id', '=', id).execute();
}
