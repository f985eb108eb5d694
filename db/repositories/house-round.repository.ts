import type { RoundHead, RoundModel } from '../../core/contract/round.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

const headColumns = ['id', 'house_id as houseId', 'name', 'reason', 'author', 'at'] as const;

export function listRounds(db: WorkspaceDb, houseId: number): Promise<RoundHead[]> {
  return db
    .selectFrom('house_round')
    .select(headColumns)
    .where('house_id', '=', houseId)
    .orderBy('id')
    .execute();
}

export async function findRoundHead(db: WorkspaceDb, id: number): Promise<RoundHead | null> {
  const row = await db
    .selectFrom('house_round')
    .select(headColumns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** How many characters a kept house takes: so many tell how long it is to write. */
export async function sizeOfRound(db: WorkspaceDb, id: number): Promise<number> {
  const { size } = await db
    .selectFrom('house_round')
    .select((eb) => eb.fn<number>('length', ['model']).as('size'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return size;
}

export async function readRoundModel(db: WorkspaceDb, id: number): Promise<RoundModel> {
  const { model } = await db
    .selectFrom('house_round')
    .select('model')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return JSON.parse(model) as RoundModel;
}

export async function insertRound(
  db: WorkspaceDb,
  { houseId, name, reason, author, at }: Omit<RoundHead, 'id'>,
  model: RoundModel,
): Promise<number> {
  const { id } = await db
    .insertInto('house_round')
    .values({ house_id: houseId, name, reason, author, at, model: JSON.stringify(model) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function deleteRound(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('house_round').where('id', '=', id).execute();
}
