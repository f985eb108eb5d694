import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { CsfItem, CsfPatch, CsfRow } from '../../../core/contract/csf.contract.ts';
import type { HouseHow } from '../../../core/contract/house.contract.ts';
import { type HowScore, scoreHows } from '../../../core/domain/house/house-matrix.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteCsf,
  findCsf,
  insertCsf,
  listCsfItemIds,
  listCsfs,
  listServedRequirements,
  type NewCsf,
  replaceCsfItems,
  updateCsf,
} from '../../../db/repositories/csf.repository.ts';
import { findHouse } from '../../../db/repositories/house.repository.ts';
import { listTrailItems } from '../../../db/repositories/trail.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { readHouseView, readHowScores } from '../house-view.ts';
import { withScores } from '../item-scores.ts';
import { localToday } from '../local-date.ts';
import type { WorkspaceSession } from '../workspace-session.ts';

export const csfHandlers: HandlersOf<'csf'> = {
  'csf.list': ({ session }) => readCsfRows(session, localToday()),

  'csf.listItems': ({ session }) => readCsfItems(session),

  'csf.choose': async (context, input) => {
    const house = await findHouse(context.session.db, input.houseId);
    if (house === null) throw new AppError('house.notFound');
    return context.edit(
      { label: 'csf:undo.choose', params: { house: house.name, count: input.howIds.length } },
      ['csf'],
      (trx) => chooseCsfs(trx, input),
    );
  },

  'csf.update': async (context, { id, ...patch }) => {
    const { name } = await requireCsf(context.session.db, id);
    await context.edit({ label: 'csf:undo.update', params: { name } }, ['csf'], (trx) =>
      updateCsf(trx, id, patch),
    );
  },

  'csf.change': async (context, { cause, changes }) => {
    const params = { count: new Set(changes.map(({ id }) => id)).size };
    await context.edit({ label: `csf:undo.${cause}`, params }, ['csf'], async (trx) => {
      for (const { id, ...patch } of changes) {
        await requireCsf(trx, id);
        await updateCsf(trx, id, withoutBlanks(patch));
      }
    });
  },

  'csf.setItems': async (context, { id, itemIds }) => {
    const { db } = context.session;
    const { name } = await requireCsf(db, id);
    const known = await listTrailItems(db, itemIds);
    if (known.length < new Set(itemIds).size) throw new AppError('csf.itemUnknown');
    await context.edit({ label: 'csf:undo.items', params: { name } }, ['csf'], (trx) =>
      replaceCsfItems(trx, id, itemIds),
    );
  },

  'csf.remove': async (context, { id }) => {
    const { name } = await requireCsf(context.session.db, id);
    await context.edit({ label: 'csf:undo.remove', params: { name } }, ['csf', 'action'], (trx) =>
      deleteCsf(trx, id),
    );
  },
};

/** Every CSF with what it weighed when it was chosen and what it weighs in its house today. */
async function readCsfRows(session: WorkspaceSession, today: string): Promise<CsfRow[]> {
  const { db } = session;
  const csfs = await listCsfs(db, today);
  const scores = new Map<number, HowScore>();
  for (const houseId of new Set(csfs.map((csf) => csf.houseId))) {
    for (const [howId, score] of await readHowScores(db, houseId)) scores.set(howId, score);
  }
  const itemIds = await listCsfItemIds(db);
  const served = await listServedRequirements(db);
  const vocCounts = await session.vocIndex.behind(csfs.map(({ id }) => served.get(id) ?? []));
  return csfs.map((csf, place) => ({
    ...csf,
    ...currentStanding(scores.get(csf.howId)),
    vocCount: vocCounts[place] ?? 0,
    itemIds: itemIds.get(csf.id) ?? [],
  }));
}

async function readCsfItems(session: WorkspaceSession): Promise<CsfItem[]> {
  const ids = new Set([...(await listCsfItemIds(session.db)).values()].flat());
  const items = await withScores(session, await listTrailItems(session.db, [...ids]));
  return items.map(({ id, label, scores }) => ({ itemId: id, label, scores }));
}

/** What is pasted may have blanks at its ends, as cells of a sheet often do. */
function withoutBlanks({ reason, kpi, owner, targetValue, ...patch }: CsfPatch): CsfPatch {
  return {
    ...patch,
    reason: reason?.trim(),
    kpi: kpi?.trim(),
    owner: owner?.trim(),
    targetValue: targetValue?.trim(),
  };
}

/** A rank among HOWs that all weigh nothing would say something that nobody said. */
function currentStanding(
  score: HowScore | undefined,
): Pick<CsfRow, 'currentWeight' | 'currentRank'> {
  if (score === undefined || score.relative === null) {
    return { currentWeight: null, currentRank: null };
  }
  return { currentWeight: score.relative, currentRank: score.rank };
}

/** Those already chosen are left as they are; answers the CSF of each HOW. */
export async function chooseCsfs(
  trx: WorkspaceDb,
  { houseId, howIds, reason }: ParsedInputOf<'csf.choose'>,
): Promise<{ ids: number[] }> {
  const view = await readHouseView(trx, houseId);
  if (view === null) throw new AppError('house.notFound');
  const hows = new Map(view.hows.map((how) => [how.howId, how]));
  const scores = scoreHows(view);
  const chosenAt = new Date().toISOString();
  const ids: number[] = [];
  for (const howId of new Set(howIds)) {
    const how = hows.get(howId);
    const score = scores.get(howId);
    if (how === undefined || score === undefined) throw new AppError('house.howUnknown');
    ids.push(how.csfId ?? (await insertCsf(trx, snapshotOf(how, score))));
  }
  return { ids };

  function snapshotOf(how: HouseHow, score: HowScore): NewCsf {
    return {
      houseId,
      howId: how.howId,
      reason,
      targetValue: how.targetValue,
      chosenWeight: score.relative ?? 0,
      chosenRank: score.rank,
      chosenAt,
    };
  }
}

async function requireCsf(db: WorkspaceDb, id: number): Promise<{ id: number; name: string }> {
  const csf = await findCsf(db, id);
  if (csf === null) throw new AppError('csf.notFound');
  return csf;
}
