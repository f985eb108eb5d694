import type { HouseView } from '../../core/contract/house.contract.ts';
import { relationMatrix } from '../../core/domain/house/house-matrix.ts';
import { outlineOf } from '../../core/domain/requirement/requirement-outline.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import {
  findHouse,
  listHows,
  listRelations,
  listWhats,
} from '../../db/repositories/house.repository.ts';
import { listRequirementPlaces } from '../../db/repositories/requirement.repository.ts';

/** A whole house as the matrix shows it; null when there is no such house. */
export async function readHouseView(db: WorkspaceDb, houseId: number): Promise<HouseView | null> {
  const house = await findHouse(db, houseId);
  if (house === null) return null;
  const outline = outlineOf(await listRequirementPlaces(db));
  const whats = await listWhats(db, houseId);
  const hows = await listHows(db, houseId);
  const cells = await listRelations(db, houseId);
  return {
    ...house,
    whats: whats.map((what) => ({ ...what, code: outline.get(what.requirementId)?.code ?? '' })),
    hows,
    relations: relationMatrix(
      whats.map((what) => what.requirementId),
      hows.map((how) => how.howId),
      cells,
    ),
  };
}
