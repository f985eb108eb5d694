import { sql } from 'kysely';
import type { HouseHow } from '../../core/contract/house.contract.ts';
import type { KanoClass } from '../../core/contract/requirement.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** WHATs and HOWs of a house with their groups: the two sides of the matrix. */

export type HouseSide = 'what' | 'how';

/** A WHAT or a HOW and where it stands. */
export interface SidePlace {
  id: number;
  parentId: number | null;
  isGroup: boolean;
  position: number;
}

/** In the order in which they are kept, which is that of display. */
export async function listPlaces(
  db: WorkspaceDb,
  side: HouseSide,
  houseId: number,
): Promise<SidePlace[]> {
  const rows = await db
    .selectFrom(side)
    .select(['id', 'parent_id as parentId', 'is_group', 'position'])
    .where('house_id', '=', houseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ is_group, ...place }) => ({ ...place, isGroup: is_group === 1 }));
}

/** Ids of those that have rows or columns of their own. */
export async function listLeafIds(
  db: WorkspaceDb,
  side: HouseSide,
  houseId: number,
): Promise<number[]> {
  const places = await listPlaces(db, side, houseId);
  return places.flatMap(({ id, isGroup }) => (isGroup ? [] : [id]));
}

/** Numbers `after` 0, 1, 2 … in the order given; writes only what is not so already. */
export async function writePlaces(
  db: WorkspaceDb,
  side: HouseSide,
  before: readonly SidePlace[],
  after: readonly Pick<SidePlace, 'id' | 'parentId'>[],
): Promise<void> {
  const known = new Map(before.map((place) => [place.id, place]));
  for (const [position, { id, parentId }] of after.entries()) {
    const place = known.get(id);
    if (place?.position === position && place.parentId === parentId) continue;
    await db
      .updateTable(side)
      .set({ position, parent_id: parentId })
      .where('id', '=', id)
      .execute();
  }
}

export async function deletePlace(db: WorkspaceDb, side: HouseSide, id: number): Promise<void> {
  await db.deleteFrom(side).where('id', '=', id).execute();
}

/** A WHAT as stored; its name is the requirement's when it is one. */
export interface StoredWhat extends SidePlace {
  name: string;
  importance: number;
  current: number | null;
  target: number | null;
  salesPoint: number;
  requirementId: number | null;
  sourceHowId: number | null;
  kano: KanoClass | null;
}

export function listStoredWhats(db: WorkspaceDb, houseId: number): Promise<StoredWhat[]> {
  return db
    .selectFrom('what')
    .leftJoin('requirement', 'requirement.id', 'what.requirement_id')
    .select([
      'what.id',
      'what.parent_id as parentId',
      'what.is_group',
      'what.position',
      'what.requirement_id as requirementId',
      'what.source_how_id as sourceHowId',
      'what.importance',
      'what.current_level as current',
      'what.target_level as target',
      'what.sales_point as salesPoint',
      sql<KanoClass | null>`coalesce(requirement.kano, what.kano)`.as('kano'),
      sql<string>`coalesce(requirement.name, what.name)`.as('name'),
    ])
    .where('what.house_id', '=', houseId)
    .orderBy('what.position')
    .orderBy('what.id')
    .execute()
    .then((rows) => rows.map(({ is_group, ...what }) => ({ ...what, isGroup: is_group === 1 })));
}

export type StoredHow = Omit<HouseHow, 'howId' | 'number' | 'ratings'> & SidePlace;

export function listStoredHows(db: WorkspaceDb, houseId: number): Promise<StoredHow[]> {
  return db
    .selectFrom('how')
    .leftJoin('csf', 'csf.how_id', 'how.id')
    .select([
      'how.id',
      'how.parent_id as parentId',
      'how.is_group',
      'how.position',
      'how.name',
      'how.unit',
      'how.direction',
      'how.target_value as targetValue',
      'how.owner',
      'how.difficulty',
      'how.own_rating as ownRating',
      'csf.id as csfId',
    ])
    .where('how.house_id', '=', houseId)
    .orderBy('how.position')
    .orderBy('how.id')
    .execute()
    .then((rows) => rows.map(({ is_group, ...how }) => ({ ...how, isGroup: is_group === 1 })));
}

export async function findRequirementNames(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<Map<number, string>> {
  const rows = await db
    .selectFrom('requirement')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface NewWhat {
  parentId: number | null;
  isGroup: boolean;
  position: number;
  requirementId: number | null;
  sourceHowId: number | null;
  /** '' for a requirement. */
  name: string;
  importance: number;
  current?: number | null;
  target?: number | null;
  salesPoint?: number;
  /** Of a WHAT that is no requirement. */
  kano?: KanoClass | null;
}

export async function insertWhat(db: WorkspaceDb, houseId: number, what: NewWhat): Promise<number> {
  const { id } = await db
    .insertInto('what')
    .values(whatColumns(houseId, what))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function whatColumns(houseId: number, what: NewWhat) {
  return {
    house_id: houseId,
    parent_id: what.parentId,
    is_group: what.isGroup ? 1 : 0,
    position: what.position,
    requirement_id: what.requirementId,
    source_how_id: what.sourceHowId,
    name: what.name,
    importance: what.importance,
    current_level: what.current ?? null,
    target_level: what.target ?? null,
    sales_point: what.salesPoint ?? 1,
    kano: what.kano ?? null,
  };
}

/**
 * The id that the next row of a side would get, and free ones after it: who writes a whole house numbers
 * its rows itself, a group before what is in it. None that was ever given out: logs may still name it.
 * Only within the transaction that writes them.
 */
export async function nextSideId(db: WorkspaceDb, side: HouseSide): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    SELECT seq AS last FROM sqlite_sequence WHERE name = ${side}`.execute(db);
  return (rows[0]?.last ?? 0) + 1;
}

/** Rows with up to a dozen columns each: SQLite takes 32,766 parameters in one statement. */
const rowsAtOnce = 2000;

export async function insertWhats(
  db: WorkspaceDb,
  houseId: number,
  whats: readonly (NewWhat & { id: number })[],
): Promise<void> {
  for (let from = 0; from < whats.length; from += rowsAtOnce) {
    const rows = whats.slice(from, from + rowsAtOnce);
    await db
      .insertInto('what')
      .values(rows.map((what) => ({ id: what.id, ...whatColumns(houseId, what) })))
      .execute();
  }
}

export interface FoundWhat {
  id: number;
  houseId: number;
  name: string;
  isGroup: boolean;
  requirementId: number | null;
}

export async function findWhat(db: WorkspaceDb, id: number): Promise<FoundWhat | null> {
  const row = await db
    .selectFrom('what')
    .leftJoin('requirement', 'requirement.id', 'what.requirement_id')
    .select([
      'what.id',
      'what.house_id as houseId',
      'what.is_group',
      'what.requirement_id as requirementId',
      sql<string>`coalesce(requirement.name, what.name)`.as('name'),
    ])
    .where('what.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { is_group, ...what } = row;
  return { ...what, isGroup: is_group === 1 };
}

export async function renameWhat(db: WorkspaceDb, id: number, name: string): Promise<void> {
  await db.updateTable('what').set({ name }).where('id', '=', id).execute();
}

/**
 * The class of a requirement is the requirement's own; what the WHAT itself holds only counts where there is
 * none, so it goes away with it.
 */
export async function setWhatKano(
  db: WorkspaceDb,
  id: number,
  kano: KanoClass | null,
): Promise<void> {
  const row = await db
    .selectFrom('what')
    .select('requirement_id')
    .where('id', '=', id)
    .executeTakeFirst();
  const requirementId = row?.requirement_id ?? null;
  if (requirementId !== null) {
    await db.updateTable('requirement').set({ kano }).where('id', '=', requirementId).execute();
  }
  await db
    .updateTable('what')
    .set({ kano: requirementId === null ? kano : null })
    .where('id', '=', id)
    .execute();
}

export async function findHow(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; houseId: number; name: string; isGroup: boolean } | null> {
  const row = await db
    .selectFrom('how')
    .select(['id', 'house_id as houseId', 'name', 'is_group'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { is_group, ...how } = row;
  return { ...how, isGroup: is_group === 1 };
}

export type HowFields = Pick<
  HouseHow,
  'name' | 'unit' | 'direction' | 'targetValue' | 'owner' | 'difficulty' | 'ownRating'
>;

export async function insertHow(
  db: WorkspaceDb,
  houseId: number,
  how: HowFields & Omit<SidePlace, 'id'>,
): Promise<number> {
  const { id } = await db
    .insertInto('how')
    .values(howColumns(houseId, how))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function howColumns(houseId: number, how: HowFields & Omit<SidePlace, 'id'>) {
  return {
    house_id: houseId,
    parent_id: how.parentId,
    is_group: how.isGroup ? 1 : 0,
    position: how.position,
    name: how.name,
    unit: how.unit,
    direction: how.direction,
    target_value: how.targetValue,
    owner: how.owner,
    difficulty: how.difficulty,
    own_rating: how.ownRating,
  };
}

export async function insertHows(
  db: WorkspaceDb,
  houseId: number,
  hows: readonly (HowFields & SidePlace)[],
): Promise<void> {
  for (let from = 0; from < hows.length; from += rowsAtOnce) {
    const rows = hows.slice(from, from + rowsAtOnce);
    await db
      .insertInto('how')
      .values(rows.map((how) => ({ id: how.id, ...howColumns(houseId, how) })))
      .execute();
  }
}

export async function updateHow(
  db: WorkspaceDb,
  howId: number,
  patch: { [Field in keyof HowFields]?: HowFields[Field] | undefined },
): Promise<void> {
  const { targetValue, ownRating, ...same } = patch;
  const columns = { ...same, target_value: targetValue, own_rating: ownRating };
  if (Object.values(columns).every((value) => value === undefined)) return;
  await db.updateTable('how').set(columns).where('id', '=', howId).execute();
}

/** A WHAT that a HOW became bears its name, until somebody gives it another. */
export async function renameCascadedWhats(
  db: WorkspaceDb,
  howId: number,
  before: string,
  after: string,
): Promise<void> {
  await db
    .updateTable('what')
    .set({ name: after })
    .where('source_how_id', '=', howId)
    .where('name', '=', before)
    .execute();
}

/** The house of each of `ids` that is still there. */
export async function findHousesOfHows(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('how')
    .select(['id', 'house_id as houseId'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, houseId }) => [id, houseId]));
}

/** The CSF that each of `ids` has been chosen as. */
export async function listCsfsOfHows(
  db: WorkspaceDb,
  ids: readonly number[],
): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom('csf')
    .select(['id', 'how_id as howId'])
    .where('how_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, howId }) => [howId, id]));
}
