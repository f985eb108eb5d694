import type { SavedView } from '../../core/contract/view.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

/** A view as stored: its parts as JSON, which the contract's schemas read. */
export interface StoredView {
  id: number;
  name: string;
  filter: string;
  sort: string;
  columns: string;
}

export type ViewParts = Pick<SavedView, 'filter' | 'sort' | 'columns'>;

export function listStoredViews(db: WorkspaceDb): Promise<StoredView[]> {
  return db
    .selectFrom('saved_view')
    .select(['id', 'name', 'filter', 'sort', 'columns'])
    .orderBy('position')
    .orderBy('id')
    .execute();
}

export async function findViewName(db: WorkspaceDb, id: number): Promise<string | null> {
  const row = await db
    .selectFrom('saved_view')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name ?? null;
}

export async function findViewByName(db: WorkspaceDb, name: string): Promise<number | null> {
  const row = await db
    .selectFrom('saved_view')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function insertView(
  db: WorkspaceDb,
  name: string,
  parts: ViewParts,
  createdAt: string,
): Promise<number> {
  const last = await db
    .selectFrom('saved_view')
    .select((eb) => eb.fn.max('position').as('position'))
    .executeTakeFirst();
  const { id } = await db
    .insertInto('saved_view')
    .values({
      name,
      ...partsAsJson(parts),
      position: (last?.position ?? -1) + 1,
      created_at: createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function renameView(db: WorkspaceDb, id: number, name: string): Promise<void> {
  await db.updateTable('saved_view').set({ name }).where('id', '=', id).execute();
}

export async function replaceView(db: WorkspaceDb, id: number, parts: ViewParts): Promise<void> {
  await db.updateTable('saved_view').set(partsAsJson(parts)).where('id', '=', id).execute();
}

export async function deleteView(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).execute();
}

/** Puts the views into this order. */
export async function orderViews(db: WorkspaceDb, ids: readonly number[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await db.updateTable('saved_view').set({ position }).where('id', '=', id).execute();
  }
}

function partsAsJson({ filter, sort, columns }: ViewParts) {
  return {
    filter: JSON.stringify(filter),
    sort: JSON.stringify(sort),
    columns: JSON.stringify(columns),
  };
}
