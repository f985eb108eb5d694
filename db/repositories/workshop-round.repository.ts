import { sql } from 'kysely';
import type { AskedCell, VoteSubject } from '../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** Rounds of votes and what they ask. */

export interface StoredRound {
  id: number;
  workshopId: number;
  number: number;
  subject: VoteSubject;
  /** As it was opened; some may have been removed since. */
  whatIds: number[];
  howIds: number[];
  /** null: every one of them. */
  cells: AskedCell[] | null;
  openedAt: string;
  closedAt: string | null;
}

const roundColumns = [
  'vote_round.id',
  'workshop_id as workshopId',
  'number',
  'subject',
  'what_ids',
  'how_ids',
  'cells',
  'opened_at as openedAt',
  'closed_at as closedAt',
] as const;

export async function listVoteRounds(db: WorkspaceDb, workshopId: number): Promise<StoredRound[]> {
  const rows = await db
    .selectFrom('vote_round')
    .select(roundColumns)
    .where('workshop_id', '=', workshopId)
    .orderBy('number')
    .execute();
  return rows.map(storedRound);
}

export async function findVoteRound(db: WorkspaceDb, id: number): Promise<StoredRound | null> {
  const row = await db
    .selectFrom('vote_round')
    .select(roundColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : storedRound(row);
}

function storedRound({
  what_ids,
  how_ids,
  cells,
  ...round
}: Omit<StoredRound, 'whatIds' | 'howIds' | 'cells'> & {
  what_ids: string;
  how_ids: string;
  cells: string | null;
}): StoredRound {
  return {
    ...round,
    whatIds: JSON.parse(what_ids) as number[],
    howIds: JSON.parse(how_ids) as number[],
    cells:
      cells === null
        ? null
        : (JSON.parse(cells) as [number, number][]).map(([whatId, howId]) => ({ whatId, howId })),
  };
}

export async function insertVoteRound(
  db: WorkspaceDb,
  {
    workshopId,
    subject,
    whatIds,
    howIds,
    cells,
    openedAt,
  }: Omit<StoredRound, 'id' | 'number' | 'closedAt'>,
): Promise<number> {
  const { id } = await db
    .insertInto('vote_round')
    .values((eb) => ({
      workshop_id: workshopId,
      subject,
      what_ids: JSON.stringify(whatIds),
      how_ids: JSON.stringify(howIds),
      cells:
        cells === null ? null : JSON.stringify(cells.map(({ whatId, howId }) => [whatId, howId])),
      opened_at: openedAt,
      number: eb
        .selectFrom('vote_round')
        .where('workshop_id', '=', workshopId)
        .select((last) => sql<number>`coalesce(${last.fn.max('number')}, 0) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteVoteRound(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('vote_round').where('id', '=', id).execute();
}

export async function setRoundClosed(
  db: WorkspaceDb,
  id: number,
  closedAt: string | null,
): Promise<void> {
  await db.updateTable('vote_round').set({ closed_at: closedAt }).where('id', '=', id).execute();
}

/** Whether people score the relations of a house just now. */
export async function isBeingScored(db: WorkspaceDb, houseId: number): Promise<boolean> {
  const open = await roundsOnRelations(db, houseId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return open !== undefined;
}

export async function listRoundsOnRelations(db: WorkspaceDb, houseId: number): Promise<number[]> {
  return (await roundsOnRelations(db, houseId).execute()).map(({ id }) => id);
}

/** In whatever workshop of the house. */
function roundsOnRelations(db: WorkspaceDb, houseId: number) {
  return db
    .selectFrom('vote_round')
    .innerJoin('workshop', 'workshop.id', 'vote_round.workshop_id')
    .select('vote_round.id')
    .where('workshop.house_id', '=', houseId)
    .where('subject', '=', 'relations');
}
