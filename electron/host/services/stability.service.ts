import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../../core/contract/app-error.ts';
import type { CsfStability } from '../../../core/contract/stability.contract.ts';
import { listCsfPlaces } from '../../../db/repositories/csf.repository.ts';
import { findHouse } from '../../../db/repositories/house.repository.ts';
import {
  findStability,
  keepStabilityOptions,
} from '../../../db/repositories/stability.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { jobCounting, startCounting } from '../stability/count-variants.ts';
import {
  readStabilityCase,
  stabilityOfCase,
  standingsOf,
  stepsOf,
} from '../stability/house-stability.ts';

export const stabilityHandlers: HandlersOf<'stability'> = {
  'stability.get': async ({ session }, { houseId }) => {
    const found = await readStabilityCase(session.db, houseId);
    return stabilityOfCase(found, jobCounting(session, found));
  },

  'stability.listForCsfs': async ({ session }) => {
    const rows: CsfStability[] = [];
    const byHouse = Map.groupBy(await listCsfPlaces(session.db), ({ houseId }) => houseId);
    for (const [houseId, csfs] of byHouse) {
      const found = await readStabilityCase(session.db, houseId);
      await nextTurn();
      const standings = found.weightless ? null : standingsOf(found);
      const standingOf = new Map(standings?.map((standing) => [standing.howId, standing]));
      const { weightless, fingerprint, options } = found;
      const common = { weightless, fingerprint, options, steps: stepsOf(found) };
      for (const { csfId, howId } of csfs) {
        rows.push({ csfId, houseId, standing: standingOf.get(howId) ?? null, ...common });
      }
    }
    return rows;
  },

  'stability.setOptions': async (context, { houseId, options, topK }) => {
    const { session } = context;
    const found = await readStabilityCase(session.db, houseId);
    const kept = await findStability(session.db, houseId);
    await session.whileNobodyWrites(() =>
      keepStabilityOptions(
        session.db,
        houseId,
        options ?? found.options,
        topK === undefined ? kept.topK : topK,
      ),
    );
    context.changed(['stability']);
  },

  'stability.compute': async (context, { houseId }) => {
    const { session } = context;
    const house = await findHouse(session.db, houseId);
    if (house === null) throw new AppError('house.notFound');
    const found = await readStabilityCase(session.db, houseId);
    if (found.weightless || found.counts !== null) return { jobId: null };
    return { jobId: jobCounting(session, found) ?? startCounting(context, found, house.name) };
  },
};
