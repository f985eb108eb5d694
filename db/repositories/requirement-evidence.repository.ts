import { sql } from 'kysely';
import type { WorkspaceDb } from '../connection.ts';
import { idsFrom } from './voc.repository.ts';

export async function setQuote(
  db: WorkspaceDb,
  id: number,
  quote: { vocId: number; text: string } | null,
): Promise<void> {
  await db
    .updateTable('requirement')
    .set({ quote_voc_id: quote?.vocId ?? null, quote: quote?.text ?? '' })
    .where('id', '=', id)
    .execute();
}

/** A requirement lets go of its quote when the VOC it is from is one of `vocIds`. */
export async function dropQuotesFrom(
  db: WorkspaceDb,
  requirementIds: readonly number[],
  vocIds: readonly number[],
): Promise<void> {
  await db
    .updateTable('requirement')
    .set({ quote_voc_id: null, quote: '' })
    .where('id', 'in', idsFrom(requirementIds))
    .where('quote_voc_id', 'in', idsFrom(vocIds))
    .execute();
}

/** Gives `toId` the quote of `fromId` when it has none itself and the quote's VOC is its evidence. */
export async function handOverQuote(db: WorkspaceDb, fromId: number, toId: number): Promise<void> {
  await sql`UPDATE requirement SET (quote_voc_id, quote) =
      (SELECT quote_voc_id, quote FROM requirement WHERE id = ${fromId})
    WHERE id = ${toId} AND quote_voc_id IS NULL AND EXISTS (
      SELECT 1 FROM requirement_voc WHERE requirement_id = ${toId}
        AND voc_id = (SELECT quote_voc_id FROM requirement WHERE id = ${fromId})
    )`.execute(db);
}

/** Whether a VOC is evidence for a requirement or for one below it. */
export async function isEvidence(
  db: WorkspaceDb,
  requirementIds: readonly number[],
  vocId: number,
): Promise<boolean> {
  const row = await db
    .selectFrom('requirement_voc')
    .select('voc_id')
    .where('voc_id', '=', vocId)
    .where('requirement_id', 'in', idsFrom(requirementIds))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes links from one requirement to another with the time they were made; answers how many left the
 * first. Those that the other had already are not doubled.
 */
export async function moveLinks(
  db: WorkspaceDb,
  fromId: number,
  toId: number,
  vocIds: readonly number[],
): Promise<number> {
  const chosen = idsFrom(vocIds);
  await sql`INSERT INTO requirement_voc (requirement_id, voc_id, created_at)
    SELECT ${toId}, voc_id, created_at FROM requirement_voc
    WHERE requirement_id = ${fromId} AND voc_id IN ${chosen}
    ON CONFLICT DO NOTHING`.execute(db);
  const gone = await db
    .deleteFrom('requirement_voc')
    .where('requirement_id', '=', fromId)
    .where('voc_id', 'in', chosen)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** The VOC that are evidence for a requirement itself, in ascending order. */
export async function listEvidenceIds(db: WorkspaceDb, requirementId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('requirement_voc')
    .select('voc_id')
    .where('requirement_id', '=', requirementId)
    .orderBy('voc_id')
    .execute();
  return rows.map((row) => row.voc_id);
}

/** How many links the requirements have themselves; counts no further than one more than `most`. */
export async function countEvidence(
  db: WorkspaceDb,
  requirementIds: readonly number[],
  most: number,
): Promise<number> {
  const rows = await db
    .selectFrom('requirement_voc')
    .select('voc_id')
    .where('requirement_id', 'in', idsFrom(requirementIds))
    .limit(most + 1)
    .execute();
  return rows.length;
}

/** Gives `toId` those of `vocIds` that are evidence for `fromId` and that it lacks; answers how many. */
export async function shareLinks(
  db: WorkspaceDb,
  fromId: number,
  toId: number,
  vocIds: readonly number[],
): Promise<number> {
  const result = await sql`INSERT INTO requirement_voc (requirement_id, voc_id, created_at)
    SELECT ${toId}, voc_id, created_at FROM requirement_voc
    WHERE requirement_id = ${fromId} AND voc_id IN ${idsFrom(vocIds)}
    ON CONFLICT DO NOTHING`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

/** Gives `toId` every survey item of `fromId` that it lacks. */
export async function shareItems(db: WorkspaceDb, fromId: number, toId: number): Promise<void> {
  await sql`INSERT INTO requirement_item (requirement_id, item_id)
    SELECT ${toId}, item_id FROM requirement_item WHERE requirement_id = ${fromId}
    ON CONFLICT DO NOTHING`.execute(db);
}

/** The houses in which a requirement is a WHAT. */
export async function listHousesOf(db: WorkspaceDb, requirementId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('what')
    .select('house_id as id')
    .where('requirement_id', '=', requirementId)
    .orderBy('house_id')
    .execute();
  return rows.map((row) => row.id);
}

/** The row of `fromId` in a house becomes that of `toId`, which has none there. */
export async function giveRow(
  db: WorkspaceDb,
  houseId: number,
  fromId: number,
  toId: number,
): Promise<void> {
  await db
    .updateTable('what')
    .set({ requirement_id: toId })
    .where('house_id', '=', houseId)
    .where('requirement_id', '=', fromId)
    .execute();
}

/** Both stand in the house: each relation of `toId` becomes the stronger of the two, notes join. */
export async function combineRows(
  db: WorkspaceDb,
  houseId: number,
  fromId: number,
  toId: number,
): Promise<void> {
  await sql`INSERT INTO house_cell (what_id, how_id, value, note)
    SELECT kept.id, cell.how_id, cell.value, cell.note
    FROM house_cell AS cell
    JOIN what AS gone ON gone.id = cell.what_id
      AND gone.house_id = ${houseId} AND gone.requirement_id = ${fromId}
    JOIN what AS kept ON kept.house_id = ${houseId} AND kept.requirement_id = ${toId}
    WHERE true
    ON CONFLICT (what_id, how_id) DO UPDATE SET
      value = max(house_cell.value, excluded.value),
      note = CASE
        WHEN excluded.note IN ('', house_cell.note) THEN house_cell.note
        WHEN house_cell.note = '' THEN excluded.note
        ELSE substr(house_cell.note || char(10) || excluded.note, 1, 1000)
      END`.execute(db);
}

/** What the one that stays has nothing of itself it takes from the other: words, class and weight. */
export async function takeOverHead(db: WorkspaceDb, fromId: number, toId: number): Promise<void> {
  await sql`UPDATE requirement SET
      kano = coalesce(requirement.kano, other.kano),
      weight = coalesce(requirement.weight, other.weight),
      description = CASE
        WHEN trim(other.description) = '' THEN requirement.description
        WHEN trim(requirement.description) = '' THEN other.description
        ELSE substr(requirement.description || char(10) || other.description, 1, 4000)
      END
    FROM requirement AS other WHERE other.id = ${fromId} AND requirement.id = ${toId}`.execute(db);
}

/** Distinct VOC behind each requirement, evidence of those below it included. */
export async function countVocBehind(
  db: WorkspaceDb,
  requirementIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; count: number }>`
    WITH RECURSIVE below (top, id) AS (
      SELECT value, value FROM json_each(${JSON.stringify([...new Set(requirementIds)])})
      UNION ALL
      SELECT below.top, requirement.id FROM below JOIN requirement ON parent_id = below.id
    ),
    family (top, members) AS MATERIALIZED (SELECT top, count(*) FROM below GROUP BY top)
    SELECT top AS id, CASE members
      -- Nothing to tell apart: of a million links a tenth of the time that distinct ones take.
      WHEN 1 THEN (SELECT count(*) FROM requirement_voc WHERE requirement_id = top)
      ELSE (SELECT count(*) FROM (
        SELECT voc_id FROM requirement_voc
        WHERE requirement_id IN (SELECT below.id FROM below WHERE below.top = family.top)
        GROUP BY voc_id))
      END AS count
    FROM family`.execute(db);
  return new Map(rows.map((row) => [row.id, row.count]));
}
