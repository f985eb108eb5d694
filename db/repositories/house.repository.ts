import { sql } from 'kysely';
import type { HouseHow, HouseSummary, HouseWhat } from '../../core/contract/house.contract.ts';
import type { RelationCell } from '../../core/domain/house/house-matrix.ts';
import type { WorkspaceDb } from '../connection.ts';

/** SQLite takes 32,766 parameters in one statement; a relation takes four. */
const relationsPerStatement = 2000;

export function listHouses(db: WorkspaceDb): Promise<HouseSummary[]> {
  return db
    .selectFrom('house')
    .select((eb) => [
      'house.id',
      'house.name',
      eb
        .selectFrom('house_what')
        .whereRef('house_what.house_id', '=', 'house.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('whatCount'),
      eb
        .selectFrom('how')
        .whereRef('how.house_id', '=', 'house.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('howCount'),
      eb
        .selectFrom('csf')
        .whereRef('csf.house_id', '=', 'house.id')
        .select((count) => count.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('csfCount'),
    ])
    .orderBy('house.position')
    .orderBy('house.id')
    .execute();
}

export async function findHouse(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; name: string } | null> {
  const row = await db
    .selectFrom('house')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** In house order, without the outline code, which only the whole requirement tree can give. */
export function listWhats(db: WorkspaceDb, houseId: number): Promise<Omit<HouseWhat, 'code'>[]> {
  return sql<Omit<HouseWhat, 'code'>>`
    WITH RECURSIVE below (top, id) AS (
      SELECT requirement_id, requirement_id FROM house_what WHERE house_id = ${houseId}
      UNION ALL
      SELECT below.top, requirement.id FROM requirement JOIN below ON requirement.parent_id = below.id
    ),
    evidence (top, vocs) AS (
      SELECT below.top, count(DISTINCT requirement_voc.voc_id)
      FROM below JOIN requirement_voc ON requirement_voc.requirement_id = below.id
      GROUP BY below.top
    )
    SELECT house_what.requirement_id AS requirementId, requirement.name, house_what.importance,
      coalesce(evidence.vocs, 0) AS vocCount
    FROM house_what
    JOIN requirement ON requirement.id = house_what.requirement_id
    LEFT JOIN evidence ON evidence.top = house_what.requirement_id
    WHERE house_what.house_id = ${houseId}
    ORDER BY house_what.position, house_what.requirement_id`
    .execute(db)
    .then((result) => result.rows);
}

export function listHows(db: WorkspaceDb, houseId: number): Promise<HouseHow[]> {
  return db
    .selectFrom('how')
    .leftJoin('csf', 'csf.how_id', 'how.id')
    .select([
      'how.id as howId',
      'how.name',
      'how.unit',
      'how.direction',
      'how.target_value as targetValue',
      'csf.id as csfId',
    ])
    .where('how.house_id', '=', houseId)
    .orderBy('how.position')
    .orderBy('how.id')
    .execute();
}

export function listRelations(db: WorkspaceDb, houseId: number): Promise<RelationCell[]> {
  return db
    .selectFrom('relation')
    .select(['requirement_id as requirementId', 'how_id as howId', 'strength'])
    .where('house_id', '=', houseId)
    .execute();
}

type CellKey = Pick<RelationCell, 'requirementId' | 'howId'>;

/** The filled ones among `cells`: a keystroke must not read a matrix of 90,000. */
export async function findRelations(
  db: WorkspaceDb,
  houseId: number,
  cells: readonly CellKey[],
): Promise<RelationCell[]> {
  const found: RelationCell[] = [];
  for (const chunk of chunksOf(cells)) {
    const result = await sql<RelationCell>`
      SELECT requirement_id AS requirementId, how_id AS howId, strength FROM relation
      WHERE house_id = ${houseId} AND (requirement_id, how_id) IN (VALUES ${keysOf(chunk)})`.execute(
      db,
    );
    found.push(...result.rows);
  }
  return found;
}

export async function insertHouse(
  db: WorkspaceDb,
  house: { name: string; createdAt: string },
): Promise<number> {
  const { id } = await db
    .insertInto('house')
    .values((eb) => ({
      name: house.name,
      created_at: house.createdAt,
      position: eb
        .selectFrom('house')
        .select((last) => sql<number>`coalesce(${last.fn.max('position')}, -1) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function renameHouse(db: WorkspaceDb, id: number, name: string): Promise<void> {
  await db.updateTable('house').set({ name }).where('id', '=', id).execute();
}

/** Its WHATs, HOWs, relations and CSFs go with it; the actions of the CSFs stay. */
export async function deleteHouse(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('house').where('id', '=', id).execute();
}

export async function listWhatIds(db: WorkspaceDb, houseId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('house_what')
    .select('requirement_id')
    .where('house_id', '=', houseId)
    .orderBy('position')
    .orderBy('requirement_id')
    .execute();
  return rows.map((row) => row.requirement_id);
}

export async function listHowIds(db: WorkspaceDb, houseId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('how')
    .select('id')
    .where('house_id', '=', houseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
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

export async function appendWhats(
  db: WorkspaceDb,
  houseId: number,
  requirementIds: readonly number[],
  defaultImportance: number,
): Promise<void> {
  if (requirementIds.length === 0) return;
  const { next } = await db
    .selectFrom('house_what')
    .where('house_id', '=', houseId)
    .select((eb) => sql<number>`coalesce(${eb.fn.max('position')}, -1) + 1`.as('next'))
    .executeTakeFirstOrThrow();
  await db
    .insertInto('house_what')
    .values(
      requirementIds.map((requirementId, offset) => ({
        house_id: houseId,
        requirement_id: requirementId,
        importance: defaultImportance,
        position: next + offset,
      })),
    )
    .execute();
}

/** Takes the WHAT's relations along: they hang on the requirement, not on its place in the house. */
export async function deleteWhat(
  db: WorkspaceDb,
  houseId: number,
  requirementId: number,
): Promise<void> {
  for (const table of ['relation', 'house_what'] as const) {
    await db
      .deleteFrom(table)
      .where('house_id', '=', houseId)
      .where('requirement_id', '=', requirementId)
      .execute();
  }
}

export async function setImportance(
  db: WorkspaceDb,
  houseId: number,
  requirementId: number,
  importance: number,
): Promise<void> {
  await db
    .updateTable('house_what')
    .set({ importance })
    .where('house_id', '=', houseId)
    .where('requirement_id', '=', requirementId)
    .where('importance', '<>', importance)
    .execute();
}

export async function findHow(
  db: WorkspaceDb,
  howId: number,
): Promise<{ id: number; houseId: number; name: string } | null> {
  const row = await db
    .selectFrom('how')
    .select(['id', 'house_id as houseId', 'name'])
    .where('id', '=', howId)
    .executeTakeFirst();
  return row ?? null;
}

export type HowFields = Pick<HouseHow, 'name' | 'unit' | 'direction' | 'targetValue'>;

export async function appendHow(db: WorkspaceDb, houseId: number, how: HowFields): Promise<number> {
  const { id } = await db
    .insertInto('how')
    .values((eb) => ({
      house_id: houseId,
      name: how.name,
      unit: how.unit,
      direction: how.direction,
      target_value: how.targetValue,
      position: eb
        .selectFrom('how')
        .where('house_id', '=', houseId)
        .select((last) => sql<number>`coalesce(${last.fn.max('position')}, -1) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateHow(
  db: WorkspaceDb,
  howId: number,
  patch: { [Field in keyof HowFields]?: HowFields[Field] | undefined },
): Promise<void> {
  const { targetValue, ...same } = patch;
  const columns = { ...same, target_value: targetValue };
  if (Object.values(columns).every((value) => value === undefined)) return;
  await db.updateTable('how').set(columns).where('id', '=', howId).execute();
}

export async function deleteHow(db: WorkspaceDb, howId: number): Promise<void> {
  await db.deleteFrom('how').where('id', '=', howId).execute();
}

/** Numbers the WHATs 0, 1, 2 … in the order given; writes only those that moved. */
export async function orderWhats(
  db: WorkspaceDb,
  houseId: number,
  requirementIds: readonly number[],
): Promise<void> {
  for (const [position, requirementId] of requirementIds.entries()) {
    await db
      .updateTable('house_what')
      .set({ position })
      .where('house_id', '=', houseId)
      .where('requirement_id', '=', requirementId)
      .where('position', '<>', position)
      .execute();
  }
}

export async function orderHows(db: WorkspaceDb, howIds: readonly number[]): Promise<void> {
  for (const [position, howId] of howIds.entries()) {
    await db
      .updateTable('how')
      .set({ position })
      .where('id', '=', howId)
      .where('position', '<>', position)
      .execute();
  }
}

export type FilledCell = RelationCell & { strength: 1 | 3 | 9 };

export async function upsertRelations(
  db: WorkspaceDb,
  houseId: number,
  cells: readonly FilledCell[],
): Promise<void> {
  for (const chunk of chunksOf(cells)) {
    await db
      .insertInto('relation')
      .values(
        chunk.map((cell) => ({
          house_id: houseId,
          requirement_id: cell.requirementId,
          how_id: cell.howId,
          strength: cell.strength,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['house_id', 'requirement_id', 'how_id'])
          .doUpdateSet((eb) => ({ strength: eb.ref('excluded.strength') })),
      )
      .execute();
  }
}

export async function deleteRelations(
  db: WorkspaceDb,
  houseId: number,
  cells: readonly CellKey[],
): Promise<void> {
  for (const chunk of chunksOf(cells)) {
    await sql`
      DELETE FROM relation
      WHERE house_id = ${houseId} AND (requirement_id, how_id) IN (VALUES ${keysOf(chunk)})`.execute(
      db,
    );
  }
}

function keysOf(cells: readonly CellKey[]) {
  return sql.join(cells.map((cell) => sql`(${cell.requirementId}, ${cell.howId})`));
}

function chunksOf<T>(cells: readonly T[]): T[][] {
  const count = Math.ceil(cells.length / relationsPerStatement);
  return Array.from({ length: count }, (_, i) =>
    cells.slice(i * relationsPerStatement, (i + 1) * relationsPerStatement),
  );
}
