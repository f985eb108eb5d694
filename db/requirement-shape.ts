import { AppError } from '../core/contract/app-error.ts';
import type { MergedRequirements } from '../core/contract/requirement.contract.ts';
import { withDescendants } from '../core/domain/requirement/requirement-family.ts';
import { planMerge } from '../core/domain/requirement/requirement-merge.ts';
import { placeForNew, planMove } from '../core/domain/requirement/requirement-move.ts';
import type { WorkspaceDb } from './connection.ts';
import {
  countExistingVoc,
  deleteEvidence,
  deleteRequirement,
  insertEvidence,
  insertRequirement,
  listRequirementPlaces,
  placeRequirements,
} from './repositories/requirement.repository.ts';
import {
  combineRows,
  dropQuotesFrom,
  giveRow,
  handOverQuote,
  listEvidenceIds,
  listHousesOf,
  moveLinks,
  shareItems,
  shareLinks,
  takeOverHead,
} from './repositories/requirement-evidence.repository.ts';

/**
 * What is done to requirements together with all their evidence, inside the caller's transaction: on
 * the host's connection for few VOC, on a worker's for many. Links are written slice by slice.
 */

/** Told how many links are done; throws to give it up. */
export type OnLinksDone = (done: number, total: number) => void;

export interface NewRequirement {
  name: string;
  description: string;
  parentId: number | null;
  position?: number | undefined;
  vocIds: readonly number[];
  /** ISO, UTC. */
  at: string;
}

/** Throws `requirement.vocUnknown` when one of the VOC is gone. */
export async function createRequirement(
  db: WorkspaceDb,
  { name, description, parentId, position, vocIds, at }: NewRequirement,
  onLinksDone: OnLinksDone = () => undefined,
): Promise<{ id: number }> {
  await refuseUnknownVoc(db, vocIds);
  const last = placeForNew(await listRequirementPlaces(db), parentId);
  const requirement = { name, description, parentId, position: last, createdAt: at };
  const id = await insertRequirement(db, requirement);
  if (position !== undefined) {
    const move = { id, parentId, position };
    await placeRequirements(db, planMove(await listRequirementPlaces(db), move));
  }
  await inSlices(vocIds, counted(onLinksDone, vocIds.length), async (ids) => {
    await insertEvidence(db, id, ids, at);
  });
  return { id };
}

export async function refuseUnknownVoc(db: WorkspaceDb, vocIds: readonly number[]): Promise<void> {
  const wanted = new Set(vocIds).size;
  const missing = wanted - (await countExistingVoc(db, vocIds));
  if (missing > 0) throw new AppError('requirement.vocUnknown', { count: missing });
}

export interface RequirementSplit {
  id: number;
  name: string;
  vocIds: readonly number[];
  /** ISO, UTC. */
  at: string;
}

/** A new sibling right below the original takes some of its VOC; see `requirement.split`. */
export async function splitRequirement(
  db: WorkspaceDb,
  { id, name, vocIds, at }: RequirementSplit,
  onLinksDone: OnLinksDone = () => undefined,
): Promise<{ id: number; moved: number }> {
  const partId = await insertBelow(db, id, name, at);
  let moved = 0;
  await inSlices(vocIds, counted(onLinksDone, vocIds.length), async (ids) => {
    moved += await moveLinks(db, id, partId, ids);
  });
  if (moved === 0) throw new AppError('requirement.splitNothing');
  await handOverQuote(db, id, partId);
  await dropQuotesFrom(db, [id], vocIds);
  return { id: partId, moved };
}

async function insertBelow(
  db: WorkspaceDb,
  id: number,
  name: string,
  createdAt: string,
): Promise<number> {
  const places = await listRequirementPlaces(db);
  const own = places.find((place) => place.id === id);
  const parentId = own?.parentId ?? null;
  const siblings = places
    .filter((place) => place.parentId === parentId)
    .toSorted((a, b) => a.position - b.position || a.id - b.id);
  const partId = await insertRequirement(db, {
    name,
    description: '',
    parentId,
    position: (siblings.at(-1)?.position ?? 0) + 1,
    createdAt,
  });
  const position = siblings.findIndex((place) => place.id === id) + 1;
  const move = { id: partId, parentId, position };
  await placeRequirements(db, planMove(await listRequirementPlaces(db), move));
  return partId;
}

/** One requirement of several; see `requirement.merge`. */
export async function mergeRequirements(
  db: WorkspaceDb,
  { ids, intoId }: { ids: readonly number[]; intoId: number },
  onLinksDone: OnLinksDone = () => undefined,
): Promise<MergedRequirements> {
  const others = [...new Set(ids)].filter((id) => id !== intoId);
  await placeRequirements(db, planMerge(await listRequirementPlaces(db), others, intoId));
  const evidence = await evidenceOf(db, others);
  const tell = counted(onLinksDone, sizeOf(evidence) * 2);
  let added = 0;
  const combined = new Set<number>();
  const taken = new Set<number>();
  for (const [id, linked] of evidence) {
    await inSlices(linked, tell, async (vocIds) => {
      added += await shareLinks(db, id, intoId, vocIds);
    });
    await shareItems(db, id, intoId);
    await takeOverHead(db, id, intoId);
    await handOverQuote(db, id, intoId);
    await mergeRows(db, id, intoId, { combined, taken });
  }
  await unlink(db, evidence, tell);
  for (const id of others) await deleteRequirement(db, id);
  return { added, combinedHouses: combined.size, takenHouses: taken.size };
}

/** With all below it. */
export async function removeRequirement(
  db: WorkspaceDb,
  id: number,
  onLinksDone: OnLinksDone = () => undefined,
): Promise<Record<string, never>> {
  const family = withDescendants(await listRequirementPlaces(db), [id]);
  const evidence = await evidenceOf(db, family);
  await unlink(db, evidence, counted(onLinksDone, sizeOf(evidence)));
  await deleteRequirement(db, id);
  return {};
}

/** The VOC of each requirement. */
type Evidence = ReadonlyMap<number, readonly number[]>;

async function evidenceOf(db: WorkspaceDb, ids: Iterable<number>): Promise<Evidence> {
  const evidence = new Map<number, number[]>();
  for (const id of ids) evidence.set(id, await listEvidenceIds(db, id));
  return evidence;
}

function sizeOf(evidence: Evidence): number {
  return [...evidence.values()].reduce((sum, { length }) => sum + length, 0);
}

/** The links would go with their requirement, but all at once. */
async function unlink(db: WorkspaceDb, evidence: Evidence, tell: Tell): Promise<void> {
  for (const [id, linked] of evidence) {
    await inSlices(linked, tell, async (vocIds) => {
      await deleteEvidence(db, id, vocIds);
    });
  }
}

async function mergeRows(
  db: WorkspaceDb,
  fromId: number,
  intoId: number,
  { combined, taken }: { combined: Set<number>; taken: Set<number> },
): Promise<void> {
  const already = new Set(await listHousesOf(db, intoId));
  for (const houseId of await listHousesOf(db, fromId)) {
    if (already.has(houseId)) {
      await combineRows(db, houseId, fromId, intoId);
      combined.add(houseId);
    } else {
      await giveRow(db, houseId, fromId, intoId);
      taken.add(houseId);
    }
  }
}

const linksAtOnce = 5_000;

/** Told how many more are done. */
type Tell = (more: number) => void;

function counted(onLinksDone: OnLinksDone, total: number): Tell {
  let done = 0;
  return (more) => {
    done += more;
    onLinksDone(done, total);
  };
}

async function inSlices(
  vocIds: readonly number[],
  tell: Tell,
  write: (vocIds: readonly number[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < vocIds.length; from += linksAtOnce) {
    const slice = vocIds.slice(from, from + linksAtOnce);
    await write(slice);
    tell(slice.length);
  }
}
