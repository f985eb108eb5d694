import { sql } from 'kysely';
import type { HouseView, RoofStrength } from '../../core/contract/house.contract.ts';
import type { RelationCell } from '../../core/domain/house/house-matrix.ts';
import type { WorkspaceDb } from '../connection.ts';
import { statementSlices } from '../value-tuples.ts';

/** What stands in the cells of a house: relations, their notes, the roof and competitors' ratings. */

/** Without cells that hold only a note. */
export function listRelations(db: WorkspaceDb, houseId: number): Promise<RelationCell[]> {
  return db
    .selectFrom('house_cell')
    .innerJoin('what', 'what.id', 'house_cell.what_id')
    .select(['what_id as whatId', 'how_id as howId', 'value as strength'])
    .where('what.house_id', '=', houseId)
    .where('value', '>', 0)
    .execute();
}

export function listNotes(db: WorkspaceDb, houseId: number): Promise<HouseView['notes']> {
  return db
    .selectFrom('house_cell')
    .innerJoin('what', 'what.id', 'house_cell.what_id')
    .innerJoin('how', 'how.id', 'house_cell.how_id')
    .select(['what_id as whatId', 'how_id as howId', 'note'])
    .where('what.house_id', '=', houseId)
    .where('note', '<>', '')
    .orderBy('what.position')
    .orderBy('how.position')
    .execute();
}

export interface StoredCell extends RelationCell {
  note: string;
}

/** Those of `cells` that hold something: a keystroke must not read a matrix of 90,000. */
export async function findCells(
  db: WorkspaceDb,
  cells: readonly Pick<RelationCell, 'whatId' | 'howId'>[],
): Promise<StoredCell[]> {
  const found: StoredCell[] = [];
  for (const slice of statementSlices(cells)) {
    const keys = sql.join(slice.map(({ whatId, howId }) => sql`(${whatId}, ${howId})`));
    const result = await sql<StoredCell>`
      SELECT what_id AS whatId, how_id AS howId, value AS strength, note FROM house_cell
      WHERE (what_id, how_id) IN (VALUES ${keys})`.execute(db);
    found.push(...result.rows);
  }
  return found;
}

/**
 * Each cell once; one with neither value nor note is gone. First all that are there already, then all that are new, then
 * all that go: undo takes back what is alike at one go, and one by one what comes in turns.
 */
export async function writeCells(db: WorkspaceDb, cells: readonly StoredCell[]): Promise<void> {
  const isEmpty = ({ strength, note }: StoredCell) => strength === 0 && note === '';
  const filled = statementSlices(cells.filter((cell) => !isEmpty(cell))).map((slice) =>
    sql.join(
      slice.map(
        ({ whatId, howId, strength, note }) => sql`(${whatId}, ${howId}, ${strength}, ${note})`,
      ),
    ),
  );
  for (const rows of filled) {
    await sql`UPDATE house_cell SET value = given.column3, note = given.column4
      FROM (VALUES ${rows}) AS given
      WHERE what_id = given.column1 AND how_id = given.column2`.execute(db);
  }
  for (const rows of filled) {
    await sql`INSERT INTO house_cell (what_id, how_id, value, note)
      SELECT * FROM (VALUES ${rows}) WHERE true ON CONFLICT DO NOTHING`.execute(db);
  }
  for (const slice of statementSlices(cells.filter(isEmpty))) {
    const keys = sql.join(slice.map(({ whatId, howId }) => sql`(${whatId}, ${howId})`));
    await sql`DELETE FROM house_cell WHERE (what_id, how_id) IN (VALUES ${keys})`.execute(db);
  }
}

/** Every value of the house that `conversion` knows becomes what it says. */
export async function convertCells(
  db: WorkspaceDb,
  houseId: number,
  conversion: ReadonlyMap<number, number>,
): Promise<void> {
  const changed = [...conversion].filter(([before, after]) => before !== after);
  if (changed.length === 0) return;
  const cases = sql.join(
    changed.map(([before, after]) => sql`WHEN ${before} THEN ${after}`),
    sql` `,
  );
  await sql`UPDATE house_cell SET value = CASE value ${cases} ELSE value END
    WHERE what_id IN (SELECT id FROM what WHERE house_id = ${houseId})
      AND value IN (${sql.join(changed.map(([before]) => before))})`.execute(db);
}

export function listRoof(db: WorkspaceDb, houseId: number): Promise<HouseView['roof']> {
  return db
    .selectFrom('roof_cell')
    .innerJoin('how', 'how.id', 'roof_cell.how_id')
    .select(['how_id as howId', 'other_how_id as otherHowId', 'strength'])
    .where('how.house_id', '=', houseId)
    .orderBy('how_id')
    .orderBy('other_how_id')
    .execute();
}

/** Pairs with the smaller id first; 0 takes one away. */
export async function writeRoof(
  db: WorkspaceDb,
  cells: readonly { howId: number; otherHowId: number; strength: RoofStrength | 0 }[],
): Promise<void> {
  const filled = cells.flatMap(({ howId, otherHowId, strength }) =>
    strength === 0 ? [] : [{ how_id: howId, other_how_id: otherHowId, strength }],
  );
  for (const slice of statementSlices(filled)) {
    await db
      .insertInto('roof_cell')
      .values(slice)
      .onConflict((conflict) =>
        conflict
          .columns(['how_id', 'other_how_id'])
          .doUpdateSet((eb) => ({ strength: eb.ref('excluded.strength') })),
      )
      .execute();
  }
  for (const slice of statementSlices(cells.filter(({ strength }) => strength === 0))) {
    const keys = sql.join(slice.map(({ howId, otherHowId }) => sql`(${howId}, ${otherHowId})`));
    await sql`DELETE FROM roof_cell WHERE (how_id, other_how_id) IN (VALUES ${keys})`.execute(db);
  }
}

export function listCompetitors(
  db: WorkspaceDb,
  houseId: number,
): Promise<HouseView['competitors']> {
  return db
    .selectFrom('competitor')
    .select(['id as competitorId', 'name'])
    .where('house_id', '=', houseId)
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function insertCompetitor(
  db: WorkspaceDb,
  houseId: number,
  name: string,
  position: number,
): Promise<number> {
  const { id } = await db
    .insertInto('competitor')
    .values({ house_id: houseId, name, position })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function renameCompetitor(db: WorkspaceDb, id: number, name: string): Promise<void> {
  await db.updateTable('competitor').set({ name }).where('id', '=', id).execute();
}

export async function deleteCompetitor(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('competitor').where('id', '=', id).execute();
}

/** Numbers them 0, 1, 2 … in the order given. */
export async function orderCompetitors(db: WorkspaceDb, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await db
      .updateTable('competitor')
      .set({ position })
      .where('id', '=', id)
      .where('position', '<>', position)
      .execute();
  }
}

/** A competitor's rating of a WHAT or a HOW. */
export interface SideRating {
  id: number;
  competitorId: number;
  value: number;
}

export async function listRatings(
  db: WorkspaceDb,
  side: 'what' | 'how',
  houseId: number,
): Promise<SideRating[]> {
  const table = sql.table(`${side}_rating`);
  const key = sql.ref(`${side}_id`);
  const result = await sql<SideRating>`
    SELECT ${key} AS id, competitor_id AS competitorId, value
    FROM ${table} JOIN competitor ON competitor.id = competitor_id
    WHERE competitor.house_id = ${houseId}`.execute(db);
  return result.rows;
}

export async function writeRatings(
  db: WorkspaceDb,
  side: 'what' | 'how',
  ratings: readonly (Omit<SideRating, 'value'> & { value: number | null })[],
): Promise<void> {
  const table = sql.table(`${side}_rating`);
  const key = sql.ref(`${side}_id`);
  for (const slice of statementSlices(ratings.filter(({ value }) => value !== null))) {
    const rows = sql.join(
      slice.map(({ id, competitorId, value }) => sql`(${id}, ${competitorId}, ${value})`),
    );
    await sql`INSERT INTO ${table} (${key}, competitor_id, value) VALUES ${rows}
      ON CONFLICT (${key}, competitor_id) DO UPDATE SET value = excluded.value`.execute(db);
  }
  for (const slice of statementSlices(ratings.filter(({ value }) => value === null))) {
    const keys = sql.join(slice.map(({ id, competitorId }) => sql`(${id}, ${competitorId})`));
    await sql`DELETE FROM ${table} WHERE (${key}, competitor_id) IN (VALUES ${keys})`.execute(db);
  }
}
