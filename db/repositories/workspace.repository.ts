import type { Selectable } from 'kysely';
import type { ImportRow } from '../../core/contract/workspace.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import type { WorkspaceSchema } from '../schema.ts';

export function readWorkspaceRow(
  db: WorkspaceDb,
): Promise<Selectable<WorkspaceSchema['workspace']>> {
  return db.selectFrom('workspace').selectAll().executeTakeFirstOrThrow();
}

export async function renameWorkspace(db: WorkspaceDb, name: string): Promise<void> {
  await db.updateTable('workspace').set({ name }).where('id', '=', 1).execute();
}

/** Newest first. */
export function listImports(db: WorkspaceDb): Promise<ImportRow[]> {
  return db
    .selectFrom('import_batch')
    .select([
      'id',
      'purpose',
      'file_name as fileName',
      'imported_at as importedAt',
      'read_count as read',
      'imported_count as imported',
      'duplicate_count as duplicates',
      'rejected_count as rejected',
      'wave_id as waveId',
    ])
    .orderBy('id', 'desc')
    .execute();
}
