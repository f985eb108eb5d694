import { importanceSources } from '../core/contract/house.contract.ts';
import type { RoundModel } from '../core/contract/round.contract.ts';
import { defaultImportance } from '../core/domain/house/house-record.ts';
import type { WorkspaceDb } from './connection.ts';
import { insertHouse, type NewHouse } from './repositories/house.repository.ts';
import {
  insertCompetitor,
  writeCells,
  writeRatings,
  writeRoof,
} from './repositories/house-cell.repository.ts';
import { writeImportanceValues } from './repositories/house-importance.repository.ts';
import { readRoundModel } from './repositories/house-round.repository.ts';
import {
  findHousesOfHows,
  findRequirementNames,
  insertHows,
  insertWhats,
  nextSideId,
} from './repositories/house-side.repository.ts';

/** Where a house comes from, beside what it says. */
export type HouseOrigin = Pick<
  NewHouse,
  'createdAt' | 'cascadedFrom' | 'branchedFrom' | 'branchedRound'
>;

/** A round that is to become a house of its own. */
export interface RoundToRestore {
  roundId: number;
  /** The house that the round was kept of. */
  houseId: number;
  name: string;
  createdAt: string;
}

/** Answers the id of the new house. */
export async function restoreRound(
  db: WorkspaceDb,
  { roundId, houseId, name, createdAt }: RoundToRestore,
): Promise<number> {
  const model = await readRoundModel(db, roundId);
  const origin = { createdAt, branchedFrom: houseId, branchedRound: roundId };
  return writeHouseModel(db, { ...model, name }, origin);
}

/**
 * A new house that says all that `model` says, with ids of its own; answers its id. A WHAT whose
 * requirement is gone meanwhile keeps its name as one of the house's own, and so does one whose HOW of
 * the house before is gone; that house stays the one before.
 */
export async function writeHouseModel(
  db: WorkspaceDb,
  model: RoundModel,
  origin: HouseOrigin,
): Promise<number> {
  const sources = await findHousesOfHows(
    db,
    model.whats.flatMap((what) => what.sourceHowId ?? []),
  );
  const [cascadedFrom = null] = sources.values();
  const houseId = await insertHouse(db, { ...model, cascadedFrom, ...origin });
  const competitorIds: number[] = [];
  for (const [position, name] of model.competitors.entries()) {
    competitorIds.push(await insertCompetitor(db, houseId, name, position));
  }
  const whatIds = await writeWhats(db, houseId, model, sources);
  const howIds = await writeHows(db, houseId, model);
  await writeCells(db, cellsOf(model, whatIds, howIds));
  await writeRoof(db, roofOf(model, howIds));
  await writeRatings(db, 'what', ratingsOf(model.whats, whatIds, competitorIds));
  await writeRatings(db, 'how', ratingsOf(model.hows, howIds, competitorIds));
  return houseId;
}

/** Ids in the workspace by ids in the model. */
type Ids = ReadonlyMap<number, number>;

async function writeWhats(
  db: WorkspaceDb,
  houseId: number,
  { whats }: RoundModel,
  sources: Ids,
): Promise<Ids> {
  const requirementIds = whats.flatMap((what) => what.requirementId ?? []);
  const requirements = await findRequirementNames(db, requirementIds);
  const ids = idsFrom(await nextSideId(db, 'what'), whats);
  const rows = whats.map((what, position) => {
    const { requirementId, sourceHowId } = what;
    const isRequirement = requirementId !== null && requirements.has(requirementId);
    return {
      id: ids.get(what.id) ?? 0,
      parentId: ids.get(what.parentId ?? Number.NaN) ?? null,
      isGroup: what.isGroup,
      position,
      requirementId: isRequirement ? requirementId : null,
      sourceHowId: sourceHowId !== null && sources.has(sourceHowId) ? sourceHowId : null,
      name: isRequirement ? '' : what.name,
      importance: what.importance ?? defaultImportance,
      current: what.current,
      target: what.target,
      salesPoint: what.salesPoint ?? 1,
      kano: isRequirement ? null : what.kano,
    };
  });
  await insertWhats(db, houseId, rows);
  await writeImportanceValues(
    db,
    whats.flatMap((what) =>
      importanceSources.flatMap((source) => {
        const value = what.importanceBySource[source];
        return value === undefined ? [] : [{ whatId: ids.get(what.id) ?? 0, source, value }];
      }),
    ),
  );
  return ids;
}

async function writeHows(db: WorkspaceDb, houseId: number, { hows }: RoundModel): Promise<Ids> {
  const ids = idsFrom(await nextSideId(db, 'how'), hows);
  const rows = hows.map((how, position) => ({
    ...how,
    id: ids.get(how.id) ?? 0,
    parentId: ids.get(how.parentId ?? Number.NaN) ?? null,
    position,
  }));
  await insertHows(db, houseId, rows);
  return ids;
}

/** Counts on from the first free id: one statement writes many rows, groups before what is in them. */
function idsFrom(first: number, nodes: readonly { id: number }[]): Ids {
  return new Map(nodes.map(({ id }, place) => [id, first + place]));
}

function cellsOf({ whats, hows, relations, notes }: RoundModel, whatIds: Ids, howIds: Ids) {
  const noteAt = new Map(notes.map(({ whatId, howId, note }) => [`${whatId}:${howId}`, note]));
  const columns = hows.filter((how) => !how.isGroup);
  return whats
    .filter((what) => !what.isGroup)
    .flatMap((what, i) =>
      columns.map((how, j) => ({
        whatId: whatIds.get(what.id) ?? 0,
        howId: howIds.get(how.id) ?? 0,
        strength: relations[i]?.[j] ?? 0,
        note: noteAt.get(`${what.id}:${how.id}`) ?? '',
      })),
    )
    .filter(({ strength, note }) => strength !== 0 || note !== '');
}

function roofOf({ roof }: RoundModel, howIds: Ids) {
  return roof.map((cell) => {
    const pair = [howIds.get(cell.howId) ?? 0, howIds.get(cell.otherHowId) ?? 0];
    return {
      howId: Math.min(...pair),
      otherHowId: Math.max(...pair),
      strength: cell.strength,
    };
  });
}

function ratingsOf(
  side: readonly { id: number; ratings: readonly (number | null)[] }[],
  ids: Ids,
  competitorIds: readonly number[],
) {
  return side.flatMap(({ id, ratings }) =>
    competitorIds.flatMap((competitorId, k) => {
      const value = ratings[k] ?? null;
      return value === null ? [] : [{ id: ids.get(id) ?? 0, competitorId, value }];
    }),
  );
}
