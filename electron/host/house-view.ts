import type { HouseView, ImportanceSource } from '../../core/contract/house.contract.ts';
import type { RoundModel } from '../../core/contract/round.contract.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { type HowScore, howScores, relationMatrix } from '../../core/domain/house/house-matrix.ts';
import { figureOptionsOf } from '../../core/domain/house/house-of-view.ts';
import {
  type TreeNode,
  treePlaces,
  withoutEmptyGroups,
} from '../../core/domain/house/house-tree.ts';
import { outlineOf } from '../../core/domain/requirement/requirement-outline.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { findHouseOrigins, findHouseSettings } from '../../db/repositories/house.repository.ts';
import {
  listCompetitors,
  listNotes,
  listRatings,
  listRelations,
  listRoof,
} from '../../db/repositories/house-cell.repository.ts';
import { listImportanceValues } from '../../db/repositories/house-importance.repository.ts';
import { listStoredHows, listStoredWhats } from '../../db/repositories/house-side.repository.ts';
import { listRequirementPlaces } from '../../db/repositories/requirement.repository.ts';
import { countVocBehind } from '../../db/repositories/requirement-evidence.repository.ts';

/** A whole house as the matrix shows it; null when there is no such house. */
export async function readHouseView(db: WorkspaceDb, houseId: number): Promise<HouseView | null> {
  const said = await readSaid(db, houseId);
  if (said === null) return null;
  const outline = outlineOf(await listRequirementPlaces(db));
  const requirementIds = said.whats.flatMap(({ requirementId }) => requirementId ?? []);
  const vocCounts = await countVocBehind(db, requirementIds);
  const numbers = {
    what: numbersOf(withoutEmptyGroups(said.whats)),
    how: numbersOf(withoutEmptyGroups(said.hows)),
  };
  const { settings, competitors, relations, roof, notes } = said;
  return {
    id: houseId,
    ...settings,
    ...(await findHouseOrigins(db, houseId)),
    competitors,
    whatGroups: said.whats.flatMap(({ id, isGroup, parentId, position, name }) =>
      isGroup ? [{ whatId: id, parentId, position, number: numbers.what.get(id) ?? '', name }] : [],
    ),
    whats: leavesOf(said.whats).map(({ isGroup: _, id, ...what }) => ({
      ...what,
      whatId: id,
      number: numbers.what.get(id) ?? '',
      code: outline.get(what.requirementId ?? 0)?.code ?? '',
      importanceBySource: said.importanceOf(id),
      ratings: said.whatRatings(id),
      vocCount: vocCounts.get(what.requirementId ?? 0) ?? 0,
    })),
    howGroups: said.hows.flatMap(({ id, isGroup, parentId, position, name }) =>
      isGroup ? [{ howId: id, parentId, position, number: numbers.how.get(id) ?? '', name }] : [],
    ),
    hows: leavesOf(said.hows).map(({ isGroup: _, id, ...how }) => ({
      ...how,
      howId: id,
      number: numbers.how.get(id) ?? '',
      ratings: said.howRatings(id),
    })),
    relations,
    roof,
    notes,
  };
}

/**
 * A house as core computes with it and as a round keeps it; null when there is no such house. A group
 * without anything in it says nothing and is left out: what has nothing below it is a leaf.
 */
export async function readHouseModel(db: WorkspaceDb, houseId: number): Promise<RoundModel | null> {
  const said = await readSaid(db, houseId);
  if (said === null) return null;
  const whats = withoutEmptyGroups(said.whats);
  const hows = withoutEmptyGroups(said.hows);
  const whatNumbers = numbersOf(whats);
  const howNumbers = numbersOf(hows);
  return {
    ...said.settings,
    competitors: said.competitors.map(({ name }) => name),
    whats: whats.map(({ id, parentId, name, isGroup, ...what }) => ({
      id,
      parentId,
      code: whatNumbers.get(id) ?? '',
      name,
      isGroup,
      importance: isGroup ? null : what.importance,
      importanceBySource: said.importanceOf(id),
      current: what.current,
      target: what.target,
      salesPoint: isGroup ? null : what.salesPoint,
      kano: what.kano,
      ratings: said.whatRatings(id),
      requirementId: what.requirementId,
      sourceHowId: what.sourceHowId,
    })),
    hows: hows.map(({ id, parentId, name, isGroup, ...how }) => ({
      id,
      parentId,
      code: howNumbers.get(id) ?? '',
      name,
      isGroup,
      unit: how.unit,
      direction: how.direction,
      targetValue: how.targetValue,
      owner: how.owner,
      difficulty: how.difficulty,
      ownRating: how.ownRating,
      ratings: said.howRatings(id),
    })),
    relations: said.relations,
    roof: said.roof,
    notes: said.notes,
  };
}

/** What each HOW of a house weighs; empty when there is no such house. */
export async function readHowScores(
  db: WorkspaceDb,
  houseId: number,
): Promise<Map<number, HowScore>> {
  const model = await readHouseModel(db, houseId);
  if (model === null) return new Map();
  const ids = leavesOf(model.hows).map(({ id }) => id);
  return howScores(ids, houseFigures(model, figureOptionsOf(model)));
}

/** The number that each requirement of a house has in its tree of WHATs, as on the matrix. */
export async function readRequirementNumbers(
  db: WorkspaceDb,
  houseId: number,
): Promise<Map<number, string>> {
  const places = treePlaces(withoutEmptyGroups(await listStoredWhats(db, houseId)));
  return new Map(
    places.flatMap(({ node: { requirementId }, code }) =>
      requirementId === null ? [] : [[requirementId, code] as const],
    ),
  );
}

/** Everything that was said in a house, row by row as it is kept. */
async function readSaid(db: WorkspaceDb, houseId: number) {
  const settings = await findHouseSettings(db, houseId);
  if (settings === null) return null;
  const whats = inDisplayOrder(await listStoredWhats(db, houseId));
  const hows = inDisplayOrder(await listStoredHows(db, houseId));
  const competitors = await listCompetitors(db, houseId);
  const cells = await listRelations(db, houseId);
  const importance = Map.groupBy(await listImportanceValues(db, houseId), ({ whatId }) => whatId);
  return {
    settings,
    whats,
    hows,
    competitors,
    relations: relationMatrix(idsOf(leavesOf(whats)), idsOf(leavesOf(hows)), cells),
    roof: await listRoof(db, houseId),
    notes: await listNotes(db, houseId),
    importanceOf: (whatId: number): Partial<Record<ImportanceSource, number>> =>
      Object.fromEntries(
        (importance.get(whatId) ?? []).map(({ source, value }) => [source, value]),
      ),
    whatRatings: ratingsIn(competitors, await listRatings(db, 'what', houseId)),
    howRatings: ratingsIn(competitors, await listRatings(db, 'how', houseId)),
  };
}

function ratingsIn(
  competitors: readonly { competitorId: number }[],
  ratings: readonly { id: number; competitorId: number; value: number }[],
): (id: number) => (number | null)[] {
  const byKey = new Map(
    ratings.map(({ id, competitorId, value }) => [`${id}:${competitorId}`, value]),
  );
  return (id) => competitors.map(({ competitorId }) => byKey.get(`${id}:${competitorId}`) ?? null);
}

function inDisplayOrder<Place extends TreeNode>(places: readonly Place[]): Place[] {
  return treePlaces(places).map(({ node }) => node);
}

function numbersOf(places: readonly TreeNode[]): Map<number, string> {
  return new Map(treePlaces(places).map(({ node, code }) => [node.id, code]));
}

/** A group stays one, also while nothing is in it. */
function leavesOf<Place extends { isGroup: boolean }>(places: readonly Place[]): Place[] {
  return places.filter(({ isGroup }) => !isGroup);
}

function idsOf(places: readonly { id: number }[]): number[] {
  return places.map(({ id }) => id);
}
