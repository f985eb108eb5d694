import { sql } from 'kysely';
import type { KanoClass, RequirementRow } from '../../core/contract/requirement.contract.ts';
import {
  type EvidenceTally,
  evidenceImportance,
} from '../../core/domain/requirement/evidence-importance.ts';
import {
  outlineOf,
  type RequirementPlace,
} from '../../core/domain/requirement/requirement-outline.ts';
import { maskPersonalData } from '../../core/domain/voc/mask-personal-data.ts';
import type { WorkspaceDb } from '../connection.ts';
import { idsFrom } from './voc.repository.ts';

export interface RequirementHead {
  id: number;
  code: string;
  name: string;
}

/** The whole tree in outline order, with the evidence that was counted for it. */
export async function listRequirements(
  db: WorkspaceDb,
  tally: EvidenceTally,
): Promise<RequirementRow[]> {
  const rows = await db
    .selectFrom('requirement')
    .select(['id', 'parent_id as parentId', 'name', 'description', 'position', 'kano', 'weight'])
    .select(['quote_voc_id as quoteVocId', 'quote'])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = await listItemIds(db);
  const importance = evidenceImportance(rows, tally);
  return [...outlineOf(rows)].flatMap(([id, { code, level }]) => {
    const row = byId.get(id);
    const weighed = importance.get(id);
    if (row === undefined || weighed === undefined) return [];
    const { quoteVocId, quote, ...head } = row;
    const evidence = tally.byRequirement.get(id);
    return {
      ...head,
      level,
      code,
      itemIds: items.get(id) ?? [],
      ownVocCount: evidence?.ownVocCount ?? 0,
      vocCount: evidence?.vocCount ?? 0,
      // Kept as it was shown; hidden again, because the rules of hiding may have been sharpened.
      quote: quoteVocId === null ? null : { vocId: quoteVocId, text: maskPersonalData(quote) },
      importance: weighed,
    };
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
  patch: {
    name?: string | undefined;
    description?: string | undefined;
    kano?: KanoClass | null;
    weight?: number | null;
  },
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
