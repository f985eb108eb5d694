import type { BranchRow } from '../../core/contract/workspace.contract.ts';
import type { WorkspaceDb } from '../connection.ts';

export function listBranches(db: WorkspaceDb): Promise<BranchRow[]> {
  return db.selectFrom('branch').select(['id', 'name', 'region']).orderBy('name').execute();
}

export async function branchNameOf(db: WorkspaceDb, id: number): Promise<string | null> {
  const row = await db.selectFrom('branch').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}

export async function setBranchRegion(db: WorkspaceDb, id: number, region: string): Promise<void> {
  await db.updateTable('branch').set({ region }).where('id', '=', id).execute();
}

/** Makes sure that every branch named by a VOC or a respondent can be given a region. */
export async function addMissingBranches(
  db: WorkspaceDb,
  names: readonly (string | null | undefined)[],
): Promise<void> {
  const wanted = [...new Set(names)].filter((name): name is string => Boolean(name));
  for (const name of wanted) {
    await db
      .insertInto('branch')
      .values({ name })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
  }
}
