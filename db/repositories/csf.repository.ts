import { sql } from 'kysely';
import type { CsfRow } from '../../core/contract/csf.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** A CSF as stored; what it weighs now and how many VOC are behind it is for others to say. */
export type StoredCsf = Omit<CsfRow, 'currentWeight' | 'currentRank' | 'itemIds' | 'vocCount'>;

/** House by house, in the order in which they were chosen. `today` is a local calendar date. */
export async function listCsfs(db: WorkspaceDb, today: string): Promise<StoredCsf[]> {
  const result = await sql<StoredCsf>`
    WITH work (csf_id, total, open, overdue) AS (
      SELECT csf_id, count(*),
        count(*) FILTER (WHERE status NOT IN ('done', 'cancelled')),
        count(*) FILTER (WHERE status NOT IN ('done', 'cancelled') AND due_date < ${today})
      FROM action WHERE csf_id IS NOT NULL GROUP BY csf_id
    )
    SELECT csf.id, csf.house_id AS houseId, house.name AS houseName, csf.how_id AS howId,
      how.name AS howName, csf.status, csf.reason, csf.kpi, csf.owner,
      csf.target_value AS targetValue, csf.chosen_weight AS chosenWeight,
      csf.chosen_rank AS chosenRank, csf.chosen_at AS chosenAt,
      coalesce(work.total, 0) AS actionCount, coalesce(work.open, 0) AS openActionCount,
      coalesce(work.overdue, 0) AS overdueActionCount
    FROM csf
    JOIN house ON house.id = csf.house_id
    JOIN how ON how.id = csf.how_id
    LEFT JOIN work ON work.csf_id = csf.id
    ORDER BY house.position, house.id, csf.chosen_rank, csf.id`.execute(db);
  return result.rows;
}

/** The requirements that each CSF serves, by id of the CSF: also through houses before and those below. */
export async function listServedRequirements(db: WorkspaceDb): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ csfId: number; requirementId: number }>`
    WITH RECURSIVE behind (csf_id, what_id) AS (
      SELECT csf.id, house_cell.what_id
      FROM csf JOIN house_cell ON house_cell.how_id = csf.how_id AND house_cell.value > 0
      UNION
      -- A WHAT that was a HOW of the house before stands for what that one serves.
      SELECT behind.csf_id, house_cell.what_id
      FROM behind JOIN what ON what.id = behind.what_id
      JOIN house_cell ON house_cell.how_id = what.source_how_id AND house_cell.value > 0
    ),
    served (csf_id, requirement_id) AS (
      SELECT behind.csf_id, what.requirement_id
      FROM behind JOIN what ON what.id = behind.what_id
      WHERE what.requirement_id IS NOT NULL
      UNION
      SELECT served.csf_id, requirement.id
      FROM requirement JOIN served ON requirement.parent_id = served.requirement_id
    )
    SELECT csf_id AS csfId, requirement_id AS requirementId FROM served`.execute(db);
  const byCsf = Map.groupBy(rows, ({ csfId }) => csfId);
  return new Map(
    [...byCsf].map(([id, served]) => [id, served.map(({ requirementId }) => requirementId)]),
  );
}

/** The survey items of each CSF that has any, in the order of the survey. */
export async function listCsfItemIds(db: WorkspaceDb): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('csf_item')
    .innerJoin('survey_item', 'survey_item.id', 'csf_item.item_id')
    .select(['csf_item.csf_id as csfId', 'csf_item.item_id as itemId'])
    .orderBy('survey_item.position')
    .orderBy('survey_item.id')
    .execute();
  const byCsf = Map.groupBy(rows, ({ csfId }) => csfId);
  return new Map([...byCsf].map(([id, links]) => [id, links.map(({ itemId }) => itemId)]));
}

export async function replaceCsfItems(
  db: WorkspaceDb,
  csfId: number,
  itemIds: readonly number[],
): Promise<void> {
  const kept = [...new Set(itemIds)];
  let others = db.deleteFrom('csf_item').where('csf_id', '=', csfId);
  if (kept.length > 0) others = others.where('item_id', 'not in', kept);
  await others.execute();
  if (kept.length === 0) return;
  await db
    .insertInto('csf_item')
    .values(kept.map((itemId) => ({ csf_id: csfId, item_id: itemId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Which HOW of which house each CSF is. */
export function listCsfPlaces(
  db: WorkspaceDb,
): Promise<{ csfId: number; houseId: number; howId: number }[]> {
  return db
    .selectFrom('csf')
    .select(['id as csfId', 'house_id as houseId', 'how_id as howId'])
    .orderBy('id')
    .execute();
}

/** CSFs of a house that are not retired. */
export async function countCsfsAtWork(db: WorkspaceDb, houseId: number): Promise<number> {
  const { count } = await db
    .selectFrom('csf')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('house_id', '=', houseId)
    .where('status', '<>', 'retired')
    .executeTakeFirstOrThrow();
  return count;
}

/** The CSF with the name of its HOW, by which people know it. */
export async function findCsf(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; name: string } | null> {
  const row = await db
    .selectFrom('csf')
    .innerJoin('how', 'how.id', 'csf.how_id')
    .select(['csf.id', 'how.name'])
    .where('csf.id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export type NewCsf = Pick<
  CsfRow,
  'houseId' | 'howId' | 'reason' | 'targetValue' | 'chosenWeight' | 'chosenRank' | 'chosenAt'
>;

export async function insertCsf(db: WorkspaceDb, csf: NewCsf): Promise<number> {
  const { id } = await db
    .insertInto('csf')
    .values({
      house_id: csf.houseId,
      how_id: csf.howId,
      status: 'proposed',
      reason: csf.reason,
      kpi: '',
      owner: '',
      target_value: csf.targetValue,
      chosen_weight: csf.chosenWeight,
      chosen_rank: csf.chosenRank,
      chosen_at: csf.chosenAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

type CsfFields = Pick<CsfRow, 'status' | 'reason' | 'kpi' | 'owner' | 'targetValue'>;

export async function updateCsf(
  db: WorkspaceDb,
  id: number,
  patch: { [Field in keyof CsfFields]?: CsfFields[Field] | undefined },
): Promise<void> {
  const { targetValue, ...same } = patch;
  const columns = { ...same, target_value: targetValue };
  if (Object.values(columns).every((value) => value === undefined)) return;
  await db.updateTable('csf').set(columns).where('id', '=', id).execute();
}

/** Its actions stay, without a CSF. */
export async function deleteCsf(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('csf').where('id', '=', id).execute();
}
