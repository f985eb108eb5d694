import { sql } from 'kysely';
import type { RequirementRow } from '../../core/contract/requirement.contract.ts';
import {
  outlineOf,
  type RequirementPlace,
} from '../../core/domain/requirement/requirement-outline.ts';
import type { WorkspaceDb } from '../connection.ts';
import { idsFrom } from './voc.repository.ts';

export interface RequirementHead {
  id: number;
  code: string;
  name: string;
}

type CountedRequirement = Omit<RequirementRow, 'level' | 'code' | 'itemIds'>;

/** The whole tree in outline order. */
export async function listRequirements(db: WorkspaceDb): Promise<RequirementRow[]> {
  const { rows } = await sql<CountedRequirement>`
    WITH RECURSIVE
      below (top, id) AS (
        SELECT id, id FROM requirement
        UNION ALL
        SELECT below.top, requirement.id FROM below JOIN requirement ON parent_id = below.id
      ),
      evidence (id, own, whole) AS (
        SELECT below.top, count(*) FILTER (WHERE below.top = below.id), count(DISTINCT voc_id)
        FROM below JOIN requirement_voc ON requirement_id = below.id
        GROUP BY below.top
      )
    SELECT id, parent_id AS parentId, name, description, position,
      coalesce(own, 0) AS ownVocCount, coalesce(whole, 0) AS vocCount
    FROM requirement LEFT JOIN evidence USING (id)`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = await listItemIds(db);
  return [...outlineOf(rows)].flatMap(([id, { code, level }]) => {
    const row = byId.get(id);
    return row === undefined ? [] : { ...row, level, code, itemIds: items.get(id) ?? [] };
  });
}

/** Every requirement's code and name, in outline order. */
export async function listRequirementHeads(db: WorkspaceDb): Promise<RequirementHead[]> {
  const rows = await db
    .selectFrom('requirement')
    .select(['id', 'parent_id as parentId', 'position', 'name'])
    .execute();
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return [...outlineOf(rows)].map(([id, { code }]) => ({ id, code, name: names.get(id) ?? '' }));
}

export function listRequirementPlaces(db: WorkspaceDb): Promise<RequirementPlace[]> {
  return db.selectFrom('requirement').select(['id', 'parent_id as parentId', 'position']).execute();
}

export async function findRequirementName(db: WorkspaceDb, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('requirement')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}

export async function insertRequirement(
  db: WorkspaceDb,
  requirement: {
    name: string;
    description: string;
    parentId: number | null;
    position: number;
    createdAt: string;
  },
): Promise<number> {
  const { id } = await db
    .insertInto('requirement')
    .values({
      name: requirement.name,
      description: requirement.description,
      parent_id: requirement.parentId,
      position: requirement.position,
      created_at: requirement.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRequirement(
  db: WorkspaceDb,
  id: number,
  patch: { name?: string; description?: string },
): Promise<void> {
  await db.updateTable('requirement').set(patch).where('id', '=', id).execute();
}

export async function placeRequirements(
  db: WorkspaceDb,
  places: readonly RequirementPlace[],
): Promise<void> {
  for (const { id, parentId, position } of places) {
    await db
      .updateTable('requirement')
      .set({ parent_id: parentId, position })
      .where('id', '=', id)
      .execute();
  }
}

/** With everything below it: the keys cascade. */
export async function deleteRequirement(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('requirement').where('id', '=', id).execute();
}

/** Links the VOC that exist and are not linked yet; answers how many that were. */
export async function insertEvidence(
  db: WorkspaceDb,
  requirementId: number,
  vocIds: readonly number[],
  createdAt: string,
): Promise<number> {
  const result = await db
    .insertInto('requirement_voc')
    .columns(['requirement_id', 'voc_id', 'created_at'])
    .expression(
      db
        .selectFrom('voc')
        .select([
          sql.val(requirementId).as('requirement_id'),
          'voc.id',
          sql.val(createdAt).as('at'),
        ])
        .where('voc.id', 'in', idsFrom(vocIds)),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows ?? 0);
}

/** Answers how many were linked. */
export async function deleteEvidence(
  db: WorkspaceDb,
  requirementId: number,
  vocIds: readonly number[],
): Promise<number> {
  const result = await db
    .deleteFrom('requirement_voc')
    .where('requirement_id', '=', requirementId)
    .where('voc_id', 'in', idsFrom(vocIds))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function countExistingVoc(
  db: WorkspaceDb,
  vocIds: readonly number[],
): Promise<number> {
  const row = await db
    .selectFrom('voc')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', 'in', idsFrom(vocIds))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function replaceItems(
  db: WorkspaceDb,
  requirementId: number,
  itemIds: readonly number[],
): Promise<void> {
  await db
    .deleteFrom('requirement_item')
    .where('requirement_id', '=', requirementId)
    .where('item_id', 'not in', idsFrom(itemIds))
    .execute();
  for (const itemId of new Set(itemIds)) {
    await db
      .insertInto('requirement_item')
      .values({ requirement_id: requirementId, item_id: itemId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

export async function countExistingItems(
  db: WorkspaceDb,
  itemIds: readonly number[],
): Promise<number> {
  const row = await db
    .selectFrom('survey_item')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', 'in', idsFrom(itemIds))
    .executeTakeFirstOrThrow();
  return row.count;
}

async function listItemIds(db: WorkspaceDb): Promise<Map<number, number[]>> {
  const rows = await db
    .selectFrom('requirement_item')
    .innerJoin('survey_item', 'survey_item.id', 'requirement_item.item_id')
    .select(['requirement_id as requirementId', 'item_id as itemId'])
    .orderBy('survey_item.position')
    .orderBy('survey_item.id')
    .execute();
  const items = new Map<number, number[]>();
  for (const { requirementId, itemId } of rows) {
    items.set(requirementId, [...(items.get(requirementId) ?? []), itemId]);
  }
  return items;
}
