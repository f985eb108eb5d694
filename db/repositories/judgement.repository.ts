import { sql } from 'kysely';
import type { ComparisonRow, ParticipantRow } from '../../core/contract/judgement.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { statementSlices } from '../value-tuples.ts';

export function listParticipants(db: WorkspaceDb, houseId: number): Promise<ParticipantRow[]> {
  return db
    .selectFrom('participant')
    .select(['id', 'name', 'team', 'weight'])
    .where('house_id', '=', houseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findParticipant(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; houseId: number; name: string } | null> {
  const row = await db
    .selectFrom('participant')
    .select(['id', 'house_id as houseId', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertParticipant(
  db: WorkspaceDb,
  houseId: number,
  participant: Omit<ParticipantRow, 'id'>,
): Promise<number> {
  const { id } = await db
    .insertInto('participant')
    .values((eb) => ({
      ...participant,
      house_id: houseId,
      position: eb
        .selectFrom('participant')
        .where('house_id', '=', houseId)
        .select((last) => sql<number>`coalesce(${last.fn.max('position')}, -1) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateParticipant(
  db: WorkspaceDb,
  id: number,
  patch: {
    name?: string | undefined;
    team?: string | undefined;
    weight?: number | undefined;
  },
): Promise<void> {
  if (Object.values(patch).every((value) => value === undefined)) return;
  await db.updateTable('participant').set(patch).where('id', '=', id).execute();
}

export async function deleteParticipant(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('participant').where('id', '=', id).execute();
}

export function listComparisons(db: WorkspaceDb, houseId: number): Promise<ComparisonRow[]> {
  return db
    .selectFrom('comparison')
    .select([
      'participant_id as participantId',
      'what_id as whatId',
      'other_what_id as otherWhatId',
      'ratio',
    ])
    .where('house_id', '=', houseId)
    .orderBy('participant_id')
    .orderBy('what_id')
    .orderBy('other_what_id')
    .execute();
}

interface Judge {
  houseId: number;
  /** null: the house itself. */
  participantId: number | null;
}

/** Pairs with the smaller id first; a ratio of null takes one away. */
export async function writeComparisons(
  db: WorkspaceDb,
  { houseId, participantId }: Judge,
  values: readonly { whatId: number; otherWhatId: number; ratio: number | null }[],
): Promise<void> {
  for (const slice of statementSlices(values.filter(({ ratio }) => ratio !== null))) {
    const rows = sql.join(
      slice.map(
        ({ whatId, otherWhatId, ratio }) =>
          sql`(${houseId}, ${participantId}, ${whatId}, ${otherWhatId}, ${ratio})`,
      ),
    );
    await sql`INSERT INTO comparison (house_id, participant_id, what_id, other_what_id, ratio)
      VALUES ${rows}
      ON CONFLICT (house_id, coalesce(participant_id, 0), what_id, other_what_id)
      DO UPDATE SET ratio = excluded.ratio`.execute(db);
  }
  for (const slice of statementSlices(values.filter(({ ratio }) => ratio === null))) {
    const keys = sql.join(slice.map(({ whatId, otherWhatId }) => sql`(${whatId}, ${otherWhatId})`));
    await sql`DELETE FROM comparison
      WHERE house_id = ${houseId} AND participant_id IS ${participantId}
        AND (what_id, other_what_id) IN (VALUES ${keys})`.execute(db);
  }
}

export async function clearComparisons(
  db: WorkspaceDb,
  { houseId, participantId }: Judge,
): Promise<void> {
  await db
    .deleteFrom('comparison')
    .where('house_id', '=', houseId)
    .where('participant_id', 'is', participantId)
    .execute();
}
