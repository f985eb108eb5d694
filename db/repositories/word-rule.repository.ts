import type { Transaction } from 'kysely';
import type { WordRule } from '../../core/contract/insight.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import type { WorkspaceSchema } from '../schema.ts';

export async function listWordRules(db: WorkspaceDb): Promise<WordRule[]> {
  return db
    .selectFrom('word_rule')
    .select(['id', 'kind', 'word', 'stands_for as standsFor'])
    .orderBy('kind')
    .orderBy('word')
    .execute();
}

export async function findWordRule(db: WorkspaceDb, id: number): Promise<WordRule | null> {
  const rules = await db
    .selectFrom('word_rule')
    .select(['id', 'kind', 'word', 'stands_for as standsFor'])
    .where('id', '=', id)
    .execute();
  return rules[0] ?? null;
}

/** In place of what was said of the word before. */
export async function putWordRule(
  trx: Transaction<WorkspaceSchema>,
  { kind, word, standsFor }: Omit<WordRule, 'id'>,
): Promise<number> {
  await trx.deleteFrom('word_rule').where('word', '=', word).execute();
  const { id } = await trx
    .insertInto('word_rule')
    .values({ kind, word, stands_for: standsFor })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteWordRule(trx: Transaction<WorkspaceSchema>, id: number): Promise<void> {
  await trx.deleteFrom('word_rule').where('id', '=', id).execute();
}
