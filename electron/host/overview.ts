import type { Overview } from '../../core/contract/workspace.contract.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { readOverviewFigures } from '../../db/repositories/overview.repository.ts';

/** Where the cycle stands, for the home screen. */
export async function readOverview(db: WorkspaceDb, today: string): Promise<Overview> {
  return { ...(await readOverviewFigures(db, today)), latestCsi: null };
}
