import { AppError } from '../../../core/contract/app-error.ts';
import type { Carried, CarriedLine } from '../../../core/contract/cascade.contract.ts';
import { carriedWhats, usualCarriedScale } from '../../../core/domain/house/cascade.ts';
import { houseFigures } from '../../../core/domain/house/house-figures.ts';
import { figureOptionsOf } from '../../../core/domain/house/house-of-view.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  findHouse,
  findHouseOrigins,
  listHouseLinks,
  updateHouseSettings,
} from '../../../db/repositories/house.repository.ts';
import {
  setImportance,
  writeImportanceValues,
} from '../../../db/repositories/house-importance.repository.ts';
import { listCsfsOfHows } from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse } from '../house-guard.ts';
import { readHouseModel } from '../house-view.ts';
import { keepDirect } from './house-importance.service.ts';

export const cascadeHandlers: HandlersOf<'cascade'> = {
  'cascade.map': ({ session }) => listHouseLinks(session.db),

  'cascade.carried': async ({ session }, { houseId }) => {
    await requireHouse(session.db, houseId);
    const { lines, ...carried } = await readCarried(session.db, houseId);
    return { ...carried, lines: lines.map(({ share: _, ...line }) => line) };
  },

  'cascade.refresh': async (context, { houseId }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'cascade:undo.refresh', params: { house: name } },
      ['house', 'csf'],
      async (trx) => {
        const { source, lines } = await readCarried(trx, houseId);
        if (source === null || lines.length === 0) throw new AppError('cascade.noSource');
        await keepDirect(trx, houseId);
        const changed = lines.filter(({ importance, now }) => importance !== now);
        await setImportance(
          trx,
          changed.map(({ whatId, now }) => ({ whatId, importance: now })),
        );
        await writeImportanceValues(
          trx,
          lines.map(({ whatId, share }) => ({ whatId, source: 'cascade', value: share })),
        );
        await updateHouseSettings(trx, houseId, { importanceSource: 'cascade' });
        return { changed: changed.length };
      },
    );
  },
};

type CarriedWithShare = Omit<Carried, 'lines'> & { lines: (CarriedLine & { share: number })[] };

/** What the house was given of the one before, beside what it would be given now. */
async function readCarried(db: WorkspaceDb, houseId: number): Promise<CarriedWithShare> {
  const model = await readHouseModel(db, houseId);
  if (model === null) throw new AppError('house.notFound');
  const wasCarried = model.whats.filter((what) => what.importanceBySource.cascade !== undefined);
  const lost = wasCarried
    .filter(({ sourceHowId }) => sourceHowId === null)
    .map(({ id, name }) => ({ whatId: id, name }));
  const { cascadedFrom } = await findHouseOrigins(db, houseId);
  const source = cascadedFrom === null ? null : await findHouse(db, cascadedFrom.id);
  const before = source === null ? null : await readHouseModel(db, source.id);
  if (before === null) return { source: null, lines: [], lost };
  const figures = houseFigures(before, figureOptionsOf(before));
  const howIds = new Set(model.whats.flatMap(({ sourceHowId }) => sourceHowId ?? []));
  const again = new Map(
    carriedWhats(before, figures, howIds, usualCarriedScale).map((what) => [what.fromHowId, what]),
  );
  const csfIds = await listCsfsOfHows(db, [...howIds]);
  const whats = new Map(before.whats.map((what) => [what.id, what]));
  const lines = model.whats.flatMap(({ id, name, importance, sourceHowId }) => {
    const now = again.get(sourceHowId ?? Number.NaN);
    if (now === undefined || importance === null) return [];
    return [
      {
        whatId: id,
        name,
        howId: now.fromHowId,
        howName: now.name,
        csfId: csfIds.get(now.fromHowId) ?? null,
        importance,
        now: now.importance,
        share: now.share ?? 0,
        serves: now.servedWhatIds.flatMap((whatId) => {
          const what = whats.get(whatId);
          return what === undefined
            ? []
            : [{ whatId, requirementId: what.requirementId, name: what.name }];
        }),
      },
    ];
  });
  return { source, lines, lost };
}
