import { AppError } from '../../core/contract/app-error.ts';
import { maxHouseSide } from '../../core/contract/house.contract.ts';
import { planTreeMove, planUngroup } from '../../core/domain/house/house-tree.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import {
  deletePlace,
  type HouseSide,
  listPlaces,
  writePlaces,
} from '../../db/repositories/house-side.repository.ts';

/** Where WHATs and HOWs stand, inside the caller's transaction. */

const tooMany = {
  what: { leaf: 'house.tooManyWhats', group: 'house.tooManyWhatGroups' },
  how: { leaf: 'house.tooManyHows', group: 'house.tooManyHowGroups' },
} as const;

export async function refuseTooMany(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  { added, asGroup }: { added: number; asGroup: boolean },
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  const present = places.filter(({ isGroup }) => isGroup === asGroup).length;
  if (present + added <= maxHouseSide) return;
  throw new AppError(tooMany[side][asGroup ? 'group' : 'leaf'], { max: maxHouseSide });
}

/** Puts what is there already into a group and among what else is in it; beyond the end means last. */
export async function move(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  to: { ids: readonly number[]; parentId?: number | null | undefined; position: number },
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  const parentId =
    to.parentId === undefined
      ? (places.find(({ id }) => id === to.ids[0])?.parentId ?? null)
      : to.parentId;
  await writePlaces(trx, side, places, planTreeMove(places, { ...to, parentId }));
}

/** A group that was just added takes in others, and the place where the first of them stood. */
export async function gather(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  { groupId, ids }: { groupId: number; ids: readonly number[] },
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  const inside = places.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  const parentId = places.find(({ id }) => id === groupId)?.parentId ?? null;
  const siblings = places.filter((place) => place.parentId === parentId && place.id !== groupId);
  const first = siblings.findIndex(({ id }) => ids.includes(id));
  const filled = planTreeMove(places, { ids: inside, parentId: groupId, position: 0 });
  const placed =
    first < 0 ? filled : planTreeMove(filled, { ids: [groupId], parentId, position: first });
  await writePlaces(trx, side, places, placed);
}

/** What is in a group moves up a level; anything else takes all that is said of it along. */
export async function takeOut(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  id: number,
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  if (places.some((place) => place.id === id && place.isGroup)) {
    await writePlaces(trx, side, places, planUngroup(places, id));
  }
  await deletePlace(trx, side, id);
}
