import { sql } from 'kysely';
import type {
  AgendaEvent,
  AgendaRow,
  WorkshopHead,
} from '../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** Workshops, their agenda and who attends. */

const headColumns = [
  'id',
  'house_id as houseId',
  'name',
  'held_on as heldOn',
  'place',
  'facilitator',
  'goal',
  'status',
  'conclusion',
] as const;

export function listWorkshops(db: WorkspaceDb, houseId: number): Promise<WorkshopHead[]> {
  return db
    .selectFrom('workshop')
    .select(headColumns)
    .where('house_id', '=', houseId)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function findWorkshop(db: WorkspaceDb, id: number): Promise<WorkshopHead | null> {
  const row = await db
    .selectFrom('workshop')
    .select(headColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertWorkshop(
  db: WorkspaceDb,
  {
    houseId,
    heldOn,
    ...workshop
  }: Pick<WorkshopHead, 'houseId' | 'name' | 'heldOn' | 'place' | 'facilitator' | 'goal'>,
): Promise<number> {
  const { id } = await db
    .insertInto('workshop')
    .values({ ...workshop, house_id: houseId, held_on: heldOn })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateWorkshop(
  db: WorkspaceDb,
  id: number,
  {
    heldOn,
    ...same
  }: { [Field in Exclude<keyof WorkshopHead, 'id' | 'houseId'>]?: WorkshopHead[Field] | undefined },
): Promise<void> {
  const columns = { ...same, held_on: heldOn };
  if (Object.values(columns).every((value) => value === undefined)) return;
  await db.updateTable('workshop').set(columns).where('id', '=', id).execute();
}

export async function deleteWorkshop(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('workshop').where('id', '=', id).execute();
}

export function listAgenda(db: WorkspaceDb, workshopId: number): Promise<AgendaRow[]> {
  return db
    .selectFrom('agenda_item')
    .select(['id', 'name', 'minutes'])
    .where('workshop_id', '=', workshopId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findAgendaItem(
  db: WorkspaceDb,
  id: number,
): Promise<{ workshopId: number; name: string } | null> {
  const row = await db
    .selectFrom('agenda_item')
    .select(['workshop_id as workshopId', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** At the end of the agenda. */
export async function insertAgendaItem(
  db: WorkspaceDb,
  workshopId: number,
  item: Omit<AgendaRow, 'id'>,
): Promise<number> {
  const { id } = await db
    .insertInto('agenda_item')
    .values((eb) => ({
      ...item,
      workshop_id: workshopId,
      position: eb
        .selectFrom('agenda_item')
        .where('workshop_id', '=', workshopId)
        .select((last) => sql<number>`coalesce(${last.fn.max('position')}, -1) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateAgendaItem(
  db: WorkspaceDb,
  id: number,
  patch: { name?: string | undefined; minutes?: number | undefined },
): Promise<void> {
  if (Object.values(patch).every((value) => value === undefined)) return;
  await db.updateTable('agenda_item').set(patch).where('id', '=', id).execute();
}

/** Numbers them 0, 1, 2 … in the order given. */
export async function orderAgenda(db: WorkspaceDb, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await db
      .updateTable('agenda_item')
      .set({ position })
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
}

export async function deleteAgendaItem(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('agenda_item').where('id', '=', id).execute();
}

/** What the clock was told of items that are still on the agenda, in order. */
export function listAgendaEvents(db: WorkspaceDb, workshopId: number): Promise<AgendaEvent[]> {
  return db
    .selectFrom('agenda_log')
    .innerJoin('agenda_item', 'agenda_item.id', 'agenda_log.agenda_item_id')
    .select(['agenda_item_id as itemId', 'act', 'at'])
    .where('agenda_item.workshop_id', '=', workshopId)
    .orderBy('agenda_log.id')
    .execute();
}

/** The only way into the log; there is none out of it. */
export async function logAgendaAct(
  db: WorkspaceDb,
  { itemId, act, at }: AgendaEvent,
): Promise<void> {
  await db.insertInto('agenda_log').values({ agenda_item_id: itemId, act, at }).execute();
}

export async function listAttending(db: WorkspaceDb, workshopId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('attendance')
    .innerJoin('participant', 'participant.id', 'attendance.participant_id')
    .select('participant.id')
    .where('workshop_id', '=', workshopId)
    .orderBy('participant.position')
    .orderBy('participant.id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function writeAttendance(
  db: WorkspaceDb,
  workshopId: number,
  participantIds: ReadonlySet<number>,
): Promise<void> {
  const before = new Set(await listAttending(db, workshopId));
  for (const id of [...before].filter((present) => !participantIds.has(present))) {
    await db
      .deleteFrom('attendance')
      .where('workshop_id', '=', workshopId)
      .where('participant_id', '=', id)
      .execute();
  }
  const added = [...participantIds].filter((id) => !before.has(id));
  if (added.length === 0) return;
  await db
    .insertInto('attendance')
    .values(added.map((id) => ({ workshop_id: workshopId, participant_id: id })))
    .execute();
}
