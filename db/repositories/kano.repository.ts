import { sql } from 'kysely';
import type { Page } from '../../core/contract/common.schema.ts';
import type { KanoRespondent, KanoTally } from '../../core/contract/kano.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { statementSlices } from '../value-tuples.ts';

export async function tallyKanoAnswers(db: WorkspaceDb, houseId: number): Promise<KanoTally[]> {
  return db
    .selectFrom('kano_answer')
    .innerJoin('what', 'what.id', 'kano_answer.what_id')
    .select(['what_id as whatId', 'functional', 'dysfunctional'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('what.house_id', '=', houseId)
    .groupBy(['what_id', 'functional', 'dysfunctional'])
    .orderBy('what_id')
    .orderBy('functional')
    .orderBy('dysfunctional')
    .execute();
}

export async function countKanoRespondents(db: WorkspaceDb, houseId: number): Promise<number> {
  const { count } = await db
    .selectFrom('kano_answer')
    .innerJoin('what', 'what.id', 'kano_answer.what_id')
    .select((eb) => eb.fn.count<number>('respondent').distinct().as('count'))
    .where('what.house_id', '=', houseId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function listKanoRespondents(
  db: WorkspaceDb,
  houseId: number,
  page: { offset: number; limit: number },
): Promise<Page<KanoRespondent>> {
  const total = await countKanoRespondents(db, houseId);
  const names = await db
    .selectFrom('kano_answer')
    .innerJoin('what', 'what.id', 'kano_answer.what_id')
    .select('respondent')
    .where('what.house_id', '=', houseId)
    .groupBy('respondent')
    .orderBy((eb) => eb.fn.min('kano_answer.id'))
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  if (names.length === 0) return { rows: [], total };
  const answers = await db
    .selectFrom('kano_answer')
    .innerJoin('what', 'what.id', 'kano_answer.what_id')
    .select(['respondent', 'what_id as whatId', 'functional', 'dysfunctional'])
    .where('what.house_id', '=', houseId)
    .where(
      'respondent',
      'in',
      names.map(({ respondent }) => respondent),
    )
    .orderBy('what_id')
    .execute();
  const byRespondent = Map.groupBy(answers, ({ respondent }) => respondent);
  return {
    rows: names.map(({ respondent }) => ({
      respondent,
      answers: (byRespondent.get(respondent) ?? []).map(({ respondent: _, ...answer }) => answer),
    })),
    total,
  };
}

interface KanoAnswer {
  whatId: number;
  respondent: string;
  functional: number;
  dysfunctional: number;
}

/** One pair for each WHAT and respondent: a later one takes the place of an earlier. */
export async function writeKanoAnswers(
  db: WorkspaceDb,
  answers: readonly KanoAnswer[],
): Promise<void> {
  for (const slice of statementSlices(answers)) {
    await db
      .insertInto('kano_answer')
      .values(slice.map(({ whatId, ...answer }) => ({ what_id: whatId, ...answer })))
      .onConflict((conflict) =>
        conflict.columns(['what_id', 'respondent']).doUpdateSet((eb) => ({
          functional: eb.ref('excluded.functional'),
          dysfunctional: eb.ref('excluded.dysfunctional'),
        })),
      )
      .execute();
  }
}

export async function deleteKanoAnswers(
  db: WorkspaceDb,
  pairs: readonly { whatId: number; respondent: string }[],
): Promise<void> {
  for (const slice of statementSlices(pairs)) {
    const keys = sql.join(slice.map(({ whatId, respondent }) => sql`(${whatId}, ${respondent})`));
    await sql`DELETE FROM kano_answer WHERE (what_id, respondent) IN (VALUES ${keys})`.execute(db);
  }
}

/** All of the house, or of one respondent. */
export async function clearKanoAnswers(
  db: WorkspaceDb,
  houseId: number,
  respondent?: string,
): Promise<void> {
  let query = db
    .deleteFrom('kano_answer')
    .where('what_id', 'in', db.selectFrom('what').select('id').where('house_id', '=', houseId));
  if (respondent !== undefined) query = query.where('respondent', '=', respondent);
  await query.execute();
}

export async function hasKanoRespondent(
  db: WorkspaceDb,
  houseId: number,
  respondent: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('kano_answer')
    .innerJoin('what', 'what.id', 'kano_answer.what_id')
    .select('kano_answer.id')
    .where('what.house_id', '=', houseId)
    .where('respondent', '=', respondent)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function renameKanoRespondent(
  db: WorkspaceDb,
  houseId: number,
  { respondent, name }: { respondent: string; name: string },
): Promise<void> {
  await db
    .updateTable('kano_answer')
    .set({ respondent: name })
    .where('what_id', 'in', db.selectFrom('what').select('id').where('house_id', '=', houseId))
    .where('respondent', '=', respondent)
    .execute();
}
