import { AppError } from '../../core/contract/app-error.ts';
import type { Trail, TrailKind } from '../../core/contract/trail.contract.ts';
import { dueState } from '../../core/domain/action/action-due.ts';
import {
  withAncestors,
  withDescendants,
} from '../../core/domain/requirement/requirement-family.ts';
import type { RequirementPlace } from '../../core/domain/requirement/requirement-outline.ts';
import { excerptOf } from '../../core/domain/voc/voc-excerpt.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import {
  findRequirementName,
  listRequirementHeads,
  listRequirementPlaces,
} from '../../db/repositories/requirement.repository.ts';
import { countVocBehind } from '../../db/repositories/requirement-evidence.repository.ts';
import {
  findActionCsf,
  findCsfHow,
  listHowsOfItem,
  listHowsServing,
  listItemsMeasuring,
  listItemsOfCsfs,
  listQuotes,
  listRequirementsMeasured,
  listRequirementsServed,
  listTrailActions,
  listTrailCsfs,
  listTrailHows,
  listTrailItems,
  sampleVocOf,
  type TrailHow,
} from '../../db/repositories/trail.repository.ts';
import { findVoc, listRequirementIdsOf } from '../../db/repositories/voc.repository.ts';
import { readHowScores, readRequirementNumbers } from './house-view.ts';
import { withScores } from './item-scores.ts';
import { maskingOf } from './voc-masking.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** VOC shown word for word; the rest is a click away in the VOC list. */
const mostVocShown = 20;
const longestTitle = 80;

interface TrailStart {
  kind: TrailKind;
  id: number;
  houseId?: number | undefined;
}

/** Where a trail begins: its own name, and the requirements or HOWs next to it. */
interface Foothold {
  title: string;
  /** Requirements it hangs on directly, when it is on the customers' side of the house. */
  requirementIds: number[];
  /** HOWs it hangs on, when it is on the company's side. */
  howIds: number[] | null;
  /** The one whose HOWs these are, for it numbers its WHATs its own way. */
  houseId?: number;
}

/**
 * Follows the links from one thing in both directions. A requirement stands for its family: evidence
 * of those below it is its own, and a HOW or survey item of those above or below it serves or
 * measures it too; and a CSF has the items that people linked it to. A VOC is evidence for its requirements and those above, not for those below.
 */
export async function readTrail(
  session: WorkspaceSession,
  start: TrailStart,
  today: string,
): Promise<Trail> {
  const { db } = session;
  const tree = await listRequirementPlaces(db);
  const foothold = await findFoothold(db, start);
  const direct = foothold.requirementIds;
  const family = familyOf(tree, start.kind, direct);
  const serving = await listHowsServing(db, [...family]);
  const linkedHows = start.kind === 'item' ? await listHowsOfItem(db, start.id) : [];
  const howIds = foothold.howIds ?? [...linkedHows, ...serving.map((how) => how.howId)];
  const csfs = await listTrailCsfs(db, howIds);
  const csfIds = start.kind === 'csf' ? [start.id] : csfs.map((csf) => csf.id);
  const byCsf = new Set(await listItemsOfCsfs(db, csfIds));
  const measuring = await listItemsMeasuring(db, [...family]);
  const itemIds =
    start.kind === 'item'
      ? [start.id]
      : [...byCsf, ...measuring.map((measured) => measured.itemId)];
  const linked = new Set([
    ...direct,
    ...serving.filter((how) => howIds.includes(how.howId)).map((how) => how.requirementId),
    ...measuring.filter(({ itemId }) => itemIds.includes(itemId)).map((item) => item.requirementId),
  ]);
  const items = await withScores(session, await listTrailItems(db, itemIds));
  const actions = await listTrailActions(db, csfIds, start.kind === 'action' ? start.id : null);
  return {
    kind: start.kind,
    id: start.id,
    title: foothold.title,
    voc: await vocOf(db, start, withDescendants(tree, direct)),
    requirements: await requirementsOf(db, linked, foothold.houseId ?? start.houseId),
    hows: await weighed(db, await listTrailHows(db, howIds)),
    csfs: csfs.map(({ howId: _, ...csf }) => csf),
    actions: actions.map((action) => ({ ...action, overdue: dueState(action, today).overdue })),
    items: items.map((item) => ({ ...item, byCsf: byCsf.has(item.id) })),
  };
}

async function findFoothold(db: WorkspaceDb, start: TrailStart): Promise<Foothold> {
  const foothold = await footholds[start.kind](db, start.id);
  if (foothold === null) throw new AppError('trail.unknown', { kind: start.kind });
  return foothold;
}

const footholds: Record<TrailKind, (db: WorkspaceDb, id: number) => Promise<Foothold | null>> = {
  async voc(db, id) {
    const voc = await findVoc(db, id);
    if (voc === null) return null;
    const title = excerptOf((await maskingOf(db, [id])).text(id, voc.text), longestTitle);
    return { title, requirementIds: await listRequirementIdsOf(db, id), howIds: null };
  },
  async requirement(db, id) {
    const title = await findRequirementName(db, id);
    return title === null ? null : { title, requirementIds: [id], howIds: null };
  },
  async how(db, id) {
    const [how] = await listTrailHows(db, [id]);
    return how === undefined ? null : behindHow(db, how.name, how);
  },
  async csf(db, id) {
    const csf = await findCsfHow(db, id);
    if (csf === null) return null;
    const [how] = await listTrailHows(db, [csf.howId]);
    return how === undefined ? null : behindHow(db, csf.title, how);
  },
  async action(db, id) {
    const action = await findActionCsf(db, id);
    if (action === null) return null;
    const [how] = action.howId === null ? [] : await listTrailHows(db, [action.howId]);
    if (how !== undefined) return behindHow(db, action.title, how);
    return { title: action.title, requirementIds: [], howIds: [] };
  },
  async item(db, id) {
    const [item] = await listTrailItems(db, [id]);
    if (item === undefined) return null;
    const measured = await listRequirementsMeasured(db, id);
    if (measured.length > 0) return { title: item.label, requirementIds: measured, howIds: null };
    // An item of a CSF that measures no requirement itself speaks for those that the CSF serves.
    const served = await listRequirementsServed(db, await listHowsOfItem(db, id));
    const requirementIds = served.map((how) => how.requirementId);
    return { title: item.label, requirementIds, howIds: null };
  },
};

async function behindHow(
  db: WorkspaceDb,
  title: string,
  { id, houseId }: TrailHow,
): Promise<Foothold> {
  const served = await listRequirementsServed(db, [id]);
  const requirementIds = served.map((how) => how.requirementId);
  return { title, requirementIds, howIds: [id], houseId };
}

function familyOf(
  tree: readonly RequirementPlace[],
  kind: TrailKind,
  ids: readonly number[],
): Set<number> {
  const above = withAncestors(tree, ids);
  return kind === 'voc' ? above : new Set([...above, ...withDescendants(tree, ids)]);
}

async function vocOf(
  db: WorkspaceDb,
  start: TrailStart,
  requirementIds: ReadonlySet<number>,
): Promise<Trail['voc']> {
  if (start.kind === 'voc') {
    const voc = await findVoc(db, start.id);
    if (voc === null) return { total: 0, sample: [] };
    const { id, receivedAt } = voc;
    const text = (await maskingOf(db, [id])).text(id, voc.text);
    return { total: 1, sample: [{ id, text, receivedAt }] };
  }
  const { total, sample } = await sampleVocOf(db, [...requirementIds], mostVocShown);
  const masking = await maskingOf(
    db,
    sample.map(({ id }) => id),
  );
  return { total, sample: sample.map((voc) => ({ ...voc, text: masking.text(voc.id, voc.text) })) };
}

async function requirementsOf(
  db: WorkspaceDb,
  ids: ReadonlySet<number>,
  houseId: number | undefined,
): Promise<Trail['requirements']> {
  const numbers = houseId === undefined ? null : await readRequirementNumbers(db, houseId);
  const counts = await countVocBehind(db, [...ids]);
  const heads = await listRequirementHeads(db);
  const quotes = await listQuotes(db, [...ids]);
  const masking = await maskingOf(
    db,
    [...quotes.values()].map(({ vocId }) => vocId),
  );
  return heads
    .filter((head) => ids.has(head.id))
    .map((head) => {
      const quote = quotes.get(head.id);
      return {
        ...head,
        code: numbers === null ? head.code : (numbers.get(head.id) ?? ''),
        vocCount: counts.get(head.id) ?? 0,
        quote:
          quote === undefined ? null : { ...quote, text: masking.text(quote.vocId, quote.text) },
      };
    });
}

/** Weights and ranks as the whole house gives them, heaviest first within each house. */
async function weighed(db: WorkspaceDb, hows: readonly TrailHow[]): Promise<Trail['hows']> {
  const shown: Trail['hows'] = [];
  for (const [houseId, inHouse] of Map.groupBy(hows, (how) => how.houseId)) {
    const scores = await readHowScores(db, houseId);
    const withScores = inHouse.map((how) => {
      const score = scores.get(how.id);
      return { ...how, relativeWeight: score?.relative ?? 0, rank: score?.rank ?? 1 };
    });
    shown.push(...withScores.sort((a, b) => a.rank - b.rank));
  }
  return shown;
}
