import { sql } from 'kysely';
import type { Page } from '../../core/contract/common.schema.ts';
import type {
  RespondentFilter,
  RespondentRow,
  SegmentRow,
  SurveyItemRow,
  WaveRow,
} from '../../core/contract/survey.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** Oldest first. */
export async function listWaves(db: WorkspaceDb): Promise<WaveRow[]> {
  const result = await sql<WaveRow>`
    SELECT wave.id, wave.name, wave.surveyed_on AS surveyedOn,
      (SELECT count(*) FROM respondent WHERE respondent.wave_id = wave.id) AS respondentCount,
      (SELECT count(*) FROM wave_item WHERE wave_item.wave_id = wave.id) AS itemCount,
      (SELECT count(*) FROM voc JOIN respondent ON respondent.id = voc.respondent_id
        WHERE voc.respondent_id IS NOT NULL AND respondent.wave_id = wave.id) AS vocCount
    FROM wave ORDER BY wave.surveyed_on, wave.id`.execute(db);
  return result.rows;
}

export async function findWave(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; name: string } | null> {
  const row = await db
    .selectFrom('wave')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export async function findWaveByName(db: WorkspaceDb, name: string): Promise<number | null> {
  const row = await db.selectFrom('wave').select('id').where('name', '=', name).executeTakeFirst();
  return row?.id ?? null;
}

export async function updateWave(
  db: WorkspaceDb,
  id: number,
  patch: { name?: string | undefined; surveyedOn?: string | undefined },
): Promise<void> {
  if (patch.name === undefined && patch.surveyedOn === undefined) return;
  await db
    .updateTable('wave')
    .set({ name: patch.name, surveyed_on: patch.surveyedOn })
    .where('id', '=', id)
    .execute();
}

export async function countRespondentsOf(db: WorkspaceDb, waveId: number): Promise<number> {
  const { count } = await db
    .selectFrom('respondent')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('wave_id', '=', waveId)
    .executeTakeFirstOrThrow();
  return count;
}

/** All that was answered in it goes too; VOC made of its open answers stay, without a respondent. */
export async function deleteWave(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('wave').where('id', '=', id).execute();
}

export async function listItems(db: WorkspaceDb): Promise<SurveyItemRow[]> {
  const items = await db
    .selectFrom('survey_item')
    .select(['id', 'header', 'label', 'scale_min as scaleMin', 'scale_max as scaleMax', 'reversed'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const waves = await db
    .selectFrom('wave_item')
    .innerJoin('wave', 'wave.id', 'wave_item.wave_id')
    .select(['wave_item.item_id as itemId', 'wave_item.wave_id as waveId'])
    .orderBy('wave.surveyed_on')
    .orderBy('wave.id')
    .execute();
  const requirements = await db
    .selectFrom('requirement_item')
    .select(['item_id as itemId', 'requirement_id as requirementId'])
    .execute();
  const wavesByItem = Map.groupBy(waves, (row) => row.itemId);
  const requirementsByItem = Map.groupBy(requirements, (row) => row.itemId);
  return items.map((item) => ({
    ...item,
    reversed: item.reversed === 1,
    waveIds: (wavesByItem.get(item.id) ?? []).map((row) => row.waveId),
    requirementIds: (requirementsByItem.get(item.id) ?? []).map((row) => row.requirementId),
  }));
}

export async function findItemLabel(db: WorkspaceDb, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('survey_item')
    .select('label')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.label ?? null;
}

export async function updateItemLabel(db: WorkspaceDb, id: number, label: string): Promise<void> {
  await db.updateTable('survey_item').set({ label }).where('id', '=', id).execute();
}

export async function listSegments(db: WorkspaceDb): Promise<SegmentRow[]> {
  const segments = await db.selectFrom('segment').select(['id', 'name']).orderBy('id').execute();
  const values = await db
    .selectFrom('respondent_segment')
    .select(['segment_id as segmentId', 'value'])
    .distinct()
    .orderBy('value')
    .execute();
  const bySegment = Map.groupBy(values, (row) => row.segmentId);
  return segments.map((segment) => ({
    ...segment,
    values: (bySegment.get(segment.id) ?? []).map((row) => row.value),
  }));
}

/** A respondent as stored; the own index is for core to say. */
export type StoredRespondent = Omit<RespondentRow, 'index' | 'segments'>;

/** In the order of the survey file. An empty branch, region or segment value means "none". */
export async function listRespondents(
  db: WorkspaceDb,
  filter: RespondentFilter,
  page: { offset: number; limit: number },
): Promise<Page<StoredRespondent>> {
  const chosen = chooseRespondents(db, filter);
  const { total } = await chosen
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await chosen
    .select([
      'respondent.id',
      'respondent.wave_id as waveId',
      'respondent.respondent_key as respondentKey',
      'respondent.branch',
      'respondent.weight',
      'answer.value as answer',
      regionOrNull.as('region'),
      vocCount.as('vocCount'),
    ])
    .orderBy('respondent.id')
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return { rows, total };
}

export async function findRespondent(
  db: WorkspaceDb,
  id: number,
): Promise<(StoredRespondent & { waveName: string }) | null> {
  const row = await db
    .selectFrom('respondent')
    .innerJoin('wave', 'wave.id', 'respondent.wave_id')
    .leftJoin('branch', 'branch.name', 'respondent.branch')
    .select([
      'respondent.id',
      'respondent.wave_id as waveId',
      'respondent.respondent_key as respondentKey',
      'respondent.branch',
      'respondent.weight',
      'wave.name as waveName',
      regionOrNull.as('region'),
      vocCount.as('vocCount'),
    ])
    .where('respondent.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : { ...row, answer: null };
}

/** Values by segment name, for each respondent. */
export async function listRespondentSegments(
  db: WorkspaceDb,
  respondentIds: readonly number[],
): Promise<Map<number, Record<string, string>>> {
  const rows = await db
    .selectFrom('respondent_segment')
    .innerJoin('segment', 'segment.id', 'respondent_segment.segment_id')
    .select(['respondent_segment.respondent_id as id', 'segment.name', 'respondent_segment.value'])
    .where('respondent_segment.respondent_id', 'in', respondentIds)
    .orderBy('segment.id')
    .execute();
  const byRespondent = new Map<number, Record<string, string>>();
  for (const { id, name, value } of rows) {
    byRespondent.set(id, { ...byRespondent.get(id), [name]: value });
  }
  return byRespondent;
}

export interface StoredAnswer {
  respondentId: number;
  itemId: number;
  value: number;
}

export function listAnswers(
  db: WorkspaceDb,
  respondentIds: readonly number[],
): Promise<StoredAnswer[]> {
  return db
    .selectFrom('answer')
    .select(['respondent_id as respondentId', 'item_id as itemId', 'value'])
    .where('respondent_id', 'in', respondentIds)
    .execute();
}

/** Items that a wave asked, in survey order. */
export function listWaveItems(
  db: WorkspaceDb,
  waveId: number,
): Promise<{ itemId: number; label: string; scaleMin: number; scaleMax: number }[]> {
  return db
    .selectFrom('wave_item')
    .innerJoin('survey_item', 'survey_item.id', 'wave_item.item_id')
    .select([
      'survey_item.id as itemId',
      'survey_item.label',
      'survey_item.scale_min as scaleMin',
      'survey_item.scale_max as scaleMax',
    ])
    .where('wave_item.wave_id', '=', waveId)
    .orderBy('survey_item.position')
    .orderBy('survey_item.id')
    .execute();
}

export function listRespondentVoc(
  db: WorkspaceDb,
  respondentId: number,
): Promise<{ id: number; text: string }[]> {
  return db
    .selectFrom('voc')
    .select(['id', 'text'])
    .where('respondent_id', '=', respondentId)
    .orderBy('id')
    .execute();
}

/** What the respondent's row held besides answers and segments, in the order of the file's columns. */
export function listRespondentExtras(
  db: WorkspaceDb,
  respondentId: number,
): Promise<{ name: string; value: string }[]> {
  return db
    .selectFrom('respondent_extra')
    .innerJoin('extra_field', 'extra_field.id', 'respondent_extra.field_id')
    .select(['extra_field.name', 'respondent_extra.value'])
    .where('respondent_id', '=', respondentId)
    .orderBy('field_id')
    .execute();
}

const regionOrNull = sql<string | null>`nullif(branch.region, '')`;
const vocCount = sql<number>`(SELECT count(*) FROM voc WHERE voc.respondent_id = respondent.id)`;

function chooseRespondents(db: WorkspaceDb, filter: RespondentFilter) {
  let query = db
    .selectFrom('respondent')
    .leftJoin('branch', 'branch.name', 'respondent.branch')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.respondent_id', '=', 'respondent.id')
        .on('answer.item_id', '=', filter.itemId ?? 0),
    )
    .where('respondent.wave_id', '=', filter.waveId);
  if (filter.branch !== undefined) {
    query = query.where(sql`coalesce(respondent.branch, '')`, '=', filter.branch);
  }
  if (filter.region !== undefined) {
    query = query.where(sql`coalesce(branch.region, '')`, '=', filter.region);
  }
  if (filter.segmentId !== undefined && filter.segmentValue !== undefined) {
    const value = sql`(SELECT value FROM respondent_segment
      WHERE respondent_id = respondent.id AND segment_id = ${filter.segmentId})`;
    query = query.where(sql`coalesce(${value}, '')`, '=', filter.segmentValue);
  }
  if (filter.answerFrom !== undefined) {
    query = query.where('answer.value', '>=', filter.answerFrom);
  }
  if (filter.answerTo !== undefined) query = query.where('answer.value', '<=', filter.answerTo);
  return query;
}
