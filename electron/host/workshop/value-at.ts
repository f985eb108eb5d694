import type { WorkspaceDb } from '../../../db/connection.ts';
import { findCells } from '../../../db/repositories/house-cell.repository.ts';
import { listStoredWhats } from '../../../db/repositories/house-side.repository.ts';

/** What the house has in a cell now; without HOW the importance of the WHAT. */
export async function valueAt(
  trx: WorkspaceDb,
  houseId: number,
  whatId: number,
  howId: number | null,
): Promise<number> {
  if (howId === null) {
    const whats = await listStoredWhats(trx, houseId);
    return whats.find(({ id }) => id === whatId)?.importance ?? 0;
  }
  const [cell] = await findCells(trx, [{ whatId, howId }]);
  return cell?.strength ?? 0;
}
