import { AppError } from '../../core/contract/app-error.ts';
import { maxHouseSide } from '../../core/contract/house.contract.ts';
import { moveNode } from '../../core/domain/house/house-tree.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import {
  deletePlace,
  type HouseSide,
  listPlaces,
  type SidePlace,
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
  {
    ids,
    ...to
  }: {
    ids: readonly number[];
    /** Left out, it stays in its group. */
    parentId?: number | null | undefined;
    position: number;
  },
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  const parentId =
    to.parentId === undefined
      ? (places.find(({ id }) => id === ids[0])?.parentId ?? null)
      : to.parentId;
  refuseUnlessGroup(places, parentId);
  const moved = ids.reduce<SidePlace[]>(
    (now, id, offset) => moveNode(now, id, { parentId, position: to.position + offset }),
    places,
  );
  await writePlaces(trx, side, places, moved);
  await dropEmptied(trx, side, places, moved);
}

/** A group that the last one in it has left is not to be seen anywhere: it goes with them. */
async function dropEmptied(
  trx: WorkspaceDb,
  side: HouseSide,
  before: readonly SidePlace[],
  after: readonly SidePlace[],
): Promise<void> {
  const parents = new Set(after.map(({ parentId }) => parentId));
  const emptied = before.filter(
    ({ id, isGroup }) =>
      isGroup && !parents.has(id) && before.some(({ parentId }) => parentId === id),
  );
  for (const { id } of emptied) await deletePlace(trx, side, id);
  const left = after.filter(({ id }) => !emptied.some((group) => group.id === id));
  if (emptied.length > 0) await dropEmptied(trx, side, after, left);
}

/** A group that was just added takes in others, and the place where the first of them stood. */
export async function gather(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  { groupId, ids }: { groupId: number; ids: readonly number[] },
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  const parentId = places.find(({ id }) => id === groupId)?.parentId ?? null;
  const siblings = places.filter((place) => place.parentId === parentId && place.id !== groupId);
  const first = siblings.findIndex(({ id }) => ids.includes(id));
  const inside = places.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  const placed = first < 0 ? places : moveNode(places, groupId, { parentId, position: first });
  const filled = inside.reduce(
    (now, id, position) => moveNode(now, id, { parentId: groupId, position }),
    placed,
  );
  await writePlaces(trx, side, places, filled);
  await dropEmptied(trx, side, places, filled);
}

/** What is in a group moves up a level; anything else takes all that is said of it along. */
export async function takeOut(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  id: number,
): Promise<void> {
  const places = await listPlaces(trx, side, houseId);
  const group = places.find((place) => place.id === id && place.isGroup);
  if (group !== undefined) {
    const { parentId } = group;
    const siblings = places.filter((place) => place.parentId === parentId);
    const position = siblings.indexOf(group);
    const inside = places.filter((place) => place.parentId === id);
    const lifted = inside.reduce<SidePlace[]>(
      (now, place, offset) => moveNode(now, place.id, { parentId, position: position + offset }),
      places,
    );
    await writePlaces(trx, side, places, lifted);
  }
  await deletePlace(trx, side, id);
  const left = places.filter((place) => place.id !== id);
  if (group === undefined) await dropEmptied(trx, side, places, left);
}

function refuseUnlessGroup(places: readonly SidePlace[], parentId: number | null): void {
  if (parentId === null) return;
  if (places.some(({ id, isGroup }) => id === parentId && isGroup)) return;
  throw new AppError('house.groupUnknown');
}
