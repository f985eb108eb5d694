import { sql } from 'kysely';
import type { HouseLink } from '../../core/contract/cascade.contract.ts';
import type {
  HouseNormalization,
  HouseScale,
  HouseSummary,
  HouseView,
  HouseWeighting,
  ImportanceSource,
  RoofReading,
} from '../../core/contract/house.contract.ts';
import type { WorkspaceDb } from '../connection.ts';
import { forgetStability } from './stability.repository.ts';

export function listHouses(db: WorkspaceDb): Promise<HouseSummary[]> {
  return sql<HouseSummary>`
    SELECT id, name,
      (SELECT count(*) FROM what WHERE house_id = house.id AND is_group = 0) AS whatCount,
      (SELECT count(*) FROM how WHERE house_id = house.id AND is_group = 0) AS howCount,
      (SELECT count(*) FROM csf WHERE house_id = house.id) AS csfCount
    FROM house ORDER BY position, id`
    .execute(db)
    .then((result) => result.rows);
}

export function listHouseLinks(db: WorkspaceDb): Promise<HouseLink[]> {
  return sql<HouseLink>`
    SELECT house.id, house.name,
      (SELECT count(*) FROM what WHERE house_id = house.id AND is_group = 0) AS whatCount,
      (SELECT count(*) FROM how WHERE house_id = house.id AND is_group = 0) AS howCount,
      (SELECT count(*) FROM csf WHERE house_id = house.id) AS csfCount,
      house.created_at AS createdAt, house.cascaded_from AS cascadedFrom,
      house.branched_from AS branchedFrom, house_round.name AS branchedRound
    FROM house LEFT JOIN house_round ON house_round.id = house.branched_round
    ORDER BY house.position, house.id`
    .execute(db)
    .then((result) => result.rows);
}

export async function findHouse(
  db: WorkspaceDb,
  id: number,
): Promise<{ id: number; name: string } | null> {
  const row = await db
    .selectFrom('house')
    .select(['id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** What holds for a house as a whole. */
export type HouseSettings = Pick<
  HouseView,
  | 'name'
  | 'scale'
  | 'normalization'
  | 'weighting'
  | 'kanoAdjusted'
  | 'roofReading'
  | 'importanceSource'
>;

export async function findHouseSettings(
  db: WorkspaceDb,
  id: number,
): Promise<HouseSettings | null> {
  const row = await db
    .selectFrom('house')
    .select([
      'name',
      'scale',
      'normalization',
      'weighting',
      'kano_adjusted as kanoAdjusted',
      'roof_reading as roofReading',
      'importance_source as importanceSource',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...row,
    scale: { levels: JSON.parse(row.scale) as HouseScale['levels'] },
    kanoAdjusted: row.kanoAdjusted === 1,
  };
}

/** The houses that one goes back to. */
export async function findHouseOrigins(
  db: WorkspaceDb,
  id: number,
): Promise<Pick<HouseView, 'cascadedFrom' | 'branchedFrom'>> {
  const row = await db
    .selectFrom('house')
    .select(['cascaded_from', 'branched_from'])
    .where('id', '=', id)
    .executeTakeFirst();
  const named = (from: number | null | undefined) =>
    from === null || from === undefined ? null : findHouse(db, from);
  return {
    cascadedFrom: await named(row?.cascaded_from),
    branchedFrom: await named(row?.branched_from),
  };
}

export interface NewHouse extends Partial<Omit<HouseSettings, 'name'>> {
  name: string;
  /** ISO, UTC. */
  createdAt: string;
  cascadedFrom?: number | null;
  branchedFrom?: number | null;
  branchedRound?: number | null;
}

export async function insertHouse(db: WorkspaceDb, house: NewHouse): Promise<number> {
  const { id } = await db
    .insertInto('house')
    .values((eb) => ({
      ...settingColumns(house),
      name: house.name,
      created_at: house.createdAt,
      cascaded_from: house.cascadedFrom ?? null,
      branched_from: house.branchedFrom ?? null,
      branched_round: house.branchedRound ?? null,
      position: eb
        .selectFrom('house')
        .select((last) => sql<number>`coalesce(${last.fn.max('position')}, -1) + 1`.as('next')),
    }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await forgetStability(db, id);
  return id;
}

export async function renameHouse(db: WorkspaceDb, id: number, name: string): Promise<void> {
  await db.updateTable('house').set({ name }).where('id', '=', id).execute();
}

/** Fields that are left out stay as they are. */
export async function updateHouseSettings(
  db: WorkspaceDb,
  id: number,
  patch: {
    scale?: HouseScale | undefined;
    normalization?: HouseNormalization | undefined;
    weighting?: HouseWeighting | undefined;
    kanoAdjusted?: boolean | undefined;
    roofReading?: RoofReading | undefined;
    importanceSource?: ImportanceSource | undefined;
  },
): Promise<void> {
  const columns = settingColumns(patch);
  if (Object.keys(columns).length === 0) return;
  await db.updateTable('house').set(columns).where('id', '=', id).execute();
}

/** Everything in it goes with it, CSFs too; the actions of the CSFs stay. */
export async function deleteHouse(db: WorkspaceDb, id: number): Promise<void> {
  await db.deleteFrom('house').where('id', '=', id).execute();
}

function settingColumns(patch: Parameters<typeof updateHouseSettings>[2]) {
  return {
    ...(patch.scale === undefined ? {} : { scale: JSON.stringify(patch.scale.levels) }),
    ...(patch.normalization === undefined ? {} : { normalization: patch.normalization }),
    ...(patch.weighting === undefined ? {} : { weighting: patch.weighting }),
    ...(patch.roofReading === undefined ? {} : { roof_reading: patch.roofReading }),
    ...(patch.kanoAdjusted === undefined ? {} : { kano_adjusted: patch.kanoAdjusted ? 1 : 0 }),
    ...(patch.importanceSource === undefined ? {} : { importance_source: patch.importanceSource }),
  };
}
