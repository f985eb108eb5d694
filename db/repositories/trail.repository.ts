import { sql } from 'kysely';
import type { Trail } from '../../core/contract/trail.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { idsFrom } from './voc.repository.ts';

type Ids = readonly number[];

/** A HOW that serves a requirement: by its own house, or through HOWs that became WHATs of it. */
export interface ServingHow {
  howId: number;
  requirementId: number;
}

export async function listHowsServing(db: WorkspaceDb, requirementIds: Ids): Promise<ServingHow[]> {
  const result = await sql<ServingHow>`
    WITH RECURSIVE serving (howId, requirementId) AS (
      SELECT cell.how_id, what.requirement_id
      FROM what JOIN house_cell AS cell ON cell.what_id = what.id AND cell.value > 0
      WHERE what.requirement_id IN ${idsFrom(requirementIds)}
      UNION
      SELECT cell.how_id, serving.requirementId
      FROM serving JOIN what ON what.source_how_id = serving.howId
      JOIN house_cell AS cell ON cell.what_id = what.id AND cell.value > 0
    )
    SELECT * FROM serving`.execute(db);
  return result.rows;
}

export async function listRequirementsServed(db: WorkspaceDb, howIds: Ids): Promise<ServingHow[]> {
  const result = await sql<ServingHow>`
    WITH RECURSIVE behind (howId, whatId) AS (
      SELECT how_id, what_id FROM house_cell
      WHERE how_id IN ${idsFrom(howIds)} AND value > 0
      UNION
      SELECT behind.howId, cell.what_id
      FROM behind JOIN what ON what.id = behind.whatId
      JOIN house_cell AS cell ON cell.how_id = what.source_how_id AND cell.value > 0
    )
    SELECT DISTINCT behind.howId, what.requirement_id AS requirementId
    FROM behind JOIN what ON what.id = behind.whatId
    WHERE what.requirement_id IS NOT NULL`.execute(db);
  return result.rows;
}

export type TrailHow = Omit<Trail['hows'][number], 'relativeWeight' | 'rank'>;

export function listTrailHows(db: WorkspaceDb, howIds: Ids): Promise<TrailHow[]> {
  return db
    .selectFrom('how')
    .innerJoin('house', 'house.id', 'how.house_id')
    .select(['how.id', 'house.id as houseId', 'house.name as houseName', 'how.name'])
    .where('how.id', 'in', idsFrom(howIds))
    .orderBy('house.position')
    .orderBy('house.id')
    .orderBy('how.position')
    .orderBy('how.id')
    .execute();
}

export function listTrailCsfs(
  db: WorkspaceDb,
  howIds: Ids,
): Promise<(Trail['csfs'][number] & { howId: number })[]> {
  return db
    .selectFrom('csf')
    .innerJoin('how', 'how.id', 'csf.how_id')
    .select(['csf.id', 'how.name', 'csf.status', 'csf.reason', 'csf.how_id as howId'])
    .where('csf.how_id', 'in', idsFrom(howIds))
    .orderBy('csf.chosen_rank')
    .orderBy('csf.id')
    .execute();
}

/** The actions of the CSFs, and `ownId` though it may belong to none. */
export function listTrailActions(
  db: WorkspaceDb,
  csfIds: Ids,
  ownId: number | null,
): Promise<Omit<Trail['actions'][number], 'overdue'>[]> {
  return db
    .selectFrom('action')
    .select(['id', 'title', 'status', 'due_date as dueDate'])
    .where((eb) =>
      ownId === null
        ? eb('csf_id', 'in', idsFrom(csfIds))
        : eb.or([eb('csf_id', 'in', idsFrom(csfIds)), eb('id', '=', ownId)]),
    )
    .orderBy(sql`due_date IS NULL`)
    .orderBy('due_date')
    .orderBy('id')
    .execute();
}

export interface MeasuringItem {
  itemId: number;
  requirementId: number;
}

export function listItemsMeasuring(db: WorkspaceDb, requirementIds: Ids): Promise<MeasuringItem[]> {
  return db
    .selectFrom('requirement_item')
    .select(['item_id as itemId', 'requirement_id as requirementId'])
    .where('requirement_id', 'in', idsFrom(requirementIds))
    .execute();
}

export async function listRequirementsMeasured(db: WorkspaceDb, itemId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('requirement_item')
    .select('requirement_id as id')
    .where('item_id', '=', itemId)
    .execute();
  return rows.map((row) => row.id);
}

/** Survey items that people linked to any of these CSFs. */
export async function listItemsOfCsfs(db: WorkspaceDb, csfIds: Ids): Promise<number[]> {
  const rows = await db
    .selectFrom('csf_item')
    .select('item_id as id')
    .distinct()
    .where('csf_id', 'in', idsFrom(csfIds))
    .execute();
  return rows.map((row) => row.id);
}

/** HOWs of the CSFs that a survey item was linked to. */
export async function listHowsOfItem(db: WorkspaceDb, itemId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('csf_item')
    .innerJoin('csf', 'csf.id', 'csf_item.csf_id')
    .select('csf.how_id as id')
    .distinct()
    .where('csf_item.item_id', '=', itemId)
    .execute();
  return rows.map((row) => row.id);
}

export interface TrailItem {
  id: number;
  label: string;
  scaleMin: number;
  scaleMax: number;
}

export function listTrailItems(db: WorkspaceDb, itemIds: Ids): Promise<TrailItem[]> {
  return db
    .selectFrom('survey_item')
    .select(['id', 'label', 'scale_min as scaleMin', 'scale_max as scaleMax'])
    .where('id', 'in', idsFrom(itemIds))
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** The VOC that are evidence for any of the requirements themselves: how many, and the newest. */
export async function sampleVocOf(
  db: WorkspaceDb,
  requirementIds: Ids,
  most: number,
): Promise<Trail['voc']> {
  const linked = db
    .selectFrom('requirement_voc')
    .select('voc_id')
    .distinct()
    .where('requirement_id', 'in', idsFrom(requirementIds));
  const { total } = await db
    .selectFrom(linked.as('linked'))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const sample = await db
    .selectFrom('voc')
    .select(['id', 'text', 'received_at as receivedAt'])
    .where('id', 'in', linked)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return { total, sample };
}

export async function findActionCsf(
  db: WorkspaceDb,
  actionId: number,
): Promise<{ title: string; howId: number | null } | null> {
  const row = await db
    .selectFrom('action')
    .leftJoin('csf', 'csf.id', 'action.csf_id')
    .select(['action.title', 'csf.how_id as howId'])
    .where('action.id', '=', actionId)
    .executeTakeFirst();
  return row ?? null;
}

export async function findCsfHow(
  db: WorkspaceDb,
  csfId: number,
): Promise<{ title: string; howId: number } | null> {
  const row = await db
    .selectFrom('csf')
    .innerJoin('how', 'how.id', 'csf.how_id')
    .select(['how.name as title', 'how.id as howId'])
    .where('csf.id', '=', csfId)
    .executeTakeFirst();
  return row ?? null;
}

/** The representative quotes of these requirements, as they were chosen; by requirement. */
export async function listQuotes(
  db: WorkspaceDb,
  requirementIds: readonly number[],
): Promise<Map<number, { vocId: number; text: string }>> {
  const rows = await db
    .selectFrom('requirement')
    .select(['id', 'quote_voc_id as vocId', 'quote as text'])
    .where('id', 'in', idsFrom(requirementIds))
    .where('quote_voc_id', 'is not', null)
    .execute();
  return new Map(
    rows.flatMap(({ id, vocId, text }) => (vocId === null ? [] : [[id, { vocId, text }]])),
  );
}
