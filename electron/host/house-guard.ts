import { AppError } from '../../core/contract/app-error.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { findHouse } from '../../db/repositories/house.repository.ts';
import {
  type FoundWhat,
  findHow,
  findWhat,
  type HouseSide,
  listLeafIds,
  listPlaces,
} from '../../db/repositories/house-side.repository.ts';

/** What an edit names must be there, and in the house that it names. */

export async function requireHouse(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; name: string }> {
  const house = await findHouse(db, id);
  if (house === null) throw new AppError('house.notFound');
  return house;
}

export async function requireWhat(
  db: WorkspaceDb,
  houseId: number,
  whatId: number,
): Promise<FoundWhat> {
  await requireHouse(db, houseId);
  const what = await findWhat(db, whatId);
  if (what === null || what.houseId !== houseId) throw new AppError('house.whatUnknown');
  return what;
}

export async function requireHow(
  db: WorkspaceDb,
  howId: number,
  houseId?: number,
): Promise<{ houseId: number; name: string; isGroup: boolean }> {
  const how = await findHow(db, howId);
  if (how === null || (houseId !== undefined && how.houseId !== houseId)) {
    throw new AppError('house.howUnknown');
  }
  return how;
}

const unknown = { what: 'house.whatUnknown', how: 'house.howUnknown' } as const;

/** All of `ids` are WHATs (HOWs) of the house with rows (columns) of their own: no groups. */
export async function requireLeaves(
  db: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  ids: Iterable<number>,
): Promise<void> {
  const known = new Set(await listLeafIds(db, side, houseId));
  for (const id of ids) if (!known.has(id)) throw new AppError(unknown[side]);
}

/** The same, groups allowed. */
export async function requirePlaces(
  db: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  ids: Iterable<number>,
): Promise<void> {
  const known = new Set((await listPlaces(db, side, houseId)).map(({ id }) => id));
  for (const id of ids) if (!known.has(id)) throw new AppError(unknown[side]);
}
