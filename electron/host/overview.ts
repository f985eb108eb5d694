import type { Overview } from '../../core/contract/workspace.contract.ts';
import { listIndexes } from '../../db/repositories/csi.repository.ts';
import { readOverviewFigures } from '../../db/repositories/overview.repository.ts';
import { readLatestPoint } from './csi-points.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** Where the cycle stands, for the home screen. `today` is a local calendar date. */
export async function readOverview(session: WorkspaceSession, today: string): Promise<Overview> {
  return {
    ...(await session.vocIndex.figures()),
    ...(await readOverviewFigures(session.db, today)),
    latestCsi: await readLatestCsi(session),
  };
}

/** The index defined first is the company's own; the others are looked at in their room. */
async function readLatestCsi(session: WorkspaceSession): Promise<Overview['latestCsi']> {
  const [index] = await listIndexes(session.db);
  if (index === undefined) return null;
  const standing = await readLatestPoint(session, index);
  if (standing === null) return null;
  const { latest, previousIndex } = standing;
  return {
    indexId: index.id,
    indexName: index.name,
    waveName: latest.waveName,
    index: latest.index,
    previousIndex,
    significant: latest.change?.significant ?? null,
  };
}
