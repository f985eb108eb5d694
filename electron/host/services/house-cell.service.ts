import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { maxCompetitors } from '../../../core/contract/house.contract.ts';
import { movedWithin } from '../../../core/domain/house/house-matrix.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { findHouseSettings } from '../../../db/repositories/house.repository.ts';
import {
  deleteCompetitor,
  findCells,
  insertCompetitor,
  listCompetitors,
  listRatings,
  listRoof,
  orderCompetitors,
  renameCompetitor,
  type StoredCell,
  writeCells,
  writeRatings,
  writeRoof,
} from '../../../db/repositories/house-cell.repository.ts';
import { setPlan } from '../../../db/repositories/house-importance.repository.ts';
import { type HouseSide, updateHow } from '../../../db/repositories/house-side.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHouse, requireHow, requireLeaves, requireWhat } from '../house-guard.ts';

type CellMethod =
  | 'house.setRelations'
  | 'house.setCellNote'
  | 'house.setRoof'
  | 'house.setRatings'
  | 'house.addCompetitor'
  | 'house.renameCompetitor'
  | 'house.removeCompetitor'
  | 'house.moveCompetitor';

export const houseCellHandlers: Pick<HandlersOf<'house'>, CellMethod> = {
  'house.setRelations': async (context, { houseId, cells }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setRelations', params: { house: name, count: cells.length } },
      ['house', 'csf'],
      (trx) => setRelations(trx, houseId, cells),
    );
  },

  'house.setCellNote': async (context, { houseId, whatId, howId, note }) => {
    const { name } = await requireWhat(context.session.db, houseId, whatId);
    await requireHow(context.session.db, howId, houseId);
    await context.edit(
      { label: 'house:undo.setCellNote', params: { name } },
      ['house'],
      async (trx) => {
        await requireLeaves(trx, 'what', houseId, [whatId]);
        await requireLeaves(trx, 'how', houseId, [howId]);
        const [before] = await findCells(trx, [{ whatId, howId }]);
        if ((before?.note ?? '') === note) return;
        await writeCells(trx, [{ whatId, howId, strength: before?.strength ?? 0, note }]);
      },
    );
  },

  'house.setRoof': async (context, { houseId, cells }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    await context.edit(
      { label: 'house:undo.setRoof', params: { house: name, count: cells.length } },
      ['house'],
      (trx) => setRoof(trx, houseId, cells),
    );
  },

  'house.setRatings': async (context, { houseId, whats, hows }) => {
    const { name } = await requireHouse(context.session.db, houseId);
    const count = whats.length + hows.length;
    await context.edit(
      { label: 'house:undo.setRatings', params: { house: name, count } },
      // Our own level with customers is the plan's.
      ['house', 'csf'],
      async (trx) => {
        const whatRatings = whats.map(({ whatId, ...rating }) => ({ id: whatId, ...rating }));
        await setRatings(trx, 'what', houseId, ofCompetitors(whatRatings));
        const howRatings = hows.map(({ howId, ...rating }) => ({ id: howId, ...rating }));
        await setRatings(trx, 'how', houseId, ofCompetitors(howRatings));
        await setOwnLevels(trx, houseId, { whats, hows });
      },
    );
  },

  'house.addCompetitor': async (context, { houseId, name }) => {
    await requireHouse(context.session.db, houseId);
    return context.edit(
      { label: 'house:undo.addCompetitor', params: { name } },
      ['house'],
      async (trx) => {
        const { length } = await listCompetitors(trx, houseId);
        if (length >= maxCompetitors) {
          throw new AppError('house.tooManyCompetitors', { max: maxCompetitors });
        }
        return { competitorId: await insertCompetitor(trx, houseId, name, length) };
      },
    );
  },

  'house.renameCompetitor': async (context, { houseId, competitorId, name }) => {
    await requireCompetitor(context.session.db, houseId, competitorId);
    await context.edit(
      { label: 'house:undo.renameCompetitor', params: { name } },
      ['house'],
      (trx) => renameCompetitor(trx, competitorId, name),
    );
  },

  'house.removeCompetitor': async (context, { houseId, competitorId }) => {
    const { name } = await requireCompetitor(context.session.db, houseId, competitorId);
    await context.edit(
      { label: 'house:undo.removeCompetitor', params: { name } },
      ['house'],
      async (trx) => {
        await deleteCompetitor(trx, competitorId);
        const rest = await listCompetitors(trx, houseId);
        await orderCompetitors(
          trx,
          rest.map((other) => other.competitorId),
        );
      },
    );
  },

  'house.moveCompetitor': async (context, { houseId, competitorId, position }) => {
    const { name } = await requireCompetitor(context.session.db, houseId, competitorId);
    await context.edit(
      { label: 'house:undo.moveCompetitor', params: { name } },
      ['house'],
      async (trx) => {
        const ids = (await listCompetitors(trx, houseId)).map((other) => other.competitorId);
        await orderCompetitors(trx, movedWithin(ids, competitorId, position));
      },
    );
  },
};

async function requireCompetitor(db: WorkspaceDb, houseId: number, competitorId: number) {
  await requireHouse(db, houseId);
  const competitors = await listCompetitors(db, houseId);
  const found = competitors.find((competitor) => competitor.competitorId === competitorId);
  if (found === undefined) throw new AppError('house.competitorUnknown');
  return found;
}

/** Writes only cells that change, so that undo remembers no more than was done. */
export async function setRelations(
  trx: WorkspaceDb,
  houseId: number,
  cells: ParsedInputOf<'house.setRelations'>['cells'],
): Promise<void> {
  await refuseOffScale(
    trx,
    houseId,
    cells.map(({ strength }) => strength),
  );
  await requireLeaves(trx, 'what', houseId, new Set(cells.map(({ whatId }) => whatId)));
  await requireLeaves(trx, 'how', houseId, new Set(cells.map(({ howId }) => howId)));
  const wanted = new Map(cells.map((cell) => [cellKey(cell), cell]));
  const before = new Map<string, StoredCell>();
  for (const cell of await findCells(trx, [...wanted.values()])) before.set(cellKey(cell), cell);
  const changed = [...wanted].flatMap(([key, cell]) => {
    const { strength, note } = before.get(key) ?? { strength: 0, note: '' };
    return strength === cell.strength ? [] : [{ ...cell, note }];
  });
  await writeCells(trx, changed);
}

async function refuseOffScale(
  trx: WorkspaceDb,
  houseId: number,
  values: readonly number[],
): Promise<void> {
  const settings = await findHouseSettings(trx, houseId);
  const levels = (settings?.scale.levels ?? []).map(({ value }) => value);
  const known = new Set([0, ...levels]);
  const stranger = values.find((value) => !known.has(value));
  if (stranger === undefined) return;
  throw new AppError('house.valueNotOnScale', { value: stranger, levels: levels.join(' · ') });
}

function cellKey({ whatId, howId }: { whatId: number; howId: number }): string {
  return `${whatId}:${howId}`;
}

export async function setRoof(
  trx: WorkspaceDb,
  houseId: number,
  cells: ParsedInputOf<'house.setRoof'>['cells'],
): Promise<void> {
  if (cells.some(({ howId, otherHowId }) => howId === otherHowId)) {
    throw new AppError('house.pairNeedsTwo');
  }
  const ids = cells.flatMap(({ howId, otherHowId }) => [howId, otherHowId]);
  await requireLeaves(trx, 'how', houseId, new Set(ids));
  const pairKey = (pair: { howId: number; otherHowId: number }) =>
    `${pair.howId}:${pair.otherHowId}`;
  const before = new Map(
    (await listRoof(trx, houseId)).map((cell) => [pairKey(cell), cell.strength]),
  );
  const wanted = new Map(
    cells.map(({ howId, otherHowId, strength }) => {
      const pair = {
        howId: Math.min(howId, otherHowId),
        otherHowId: Math.max(howId, otherHowId),
        strength,
      };
      return [pairKey(pair), pair];
    }),
  );
  await writeRoof(
    trx,
    [...wanted].flatMap(([key, cell]) => ((before.get(key) ?? 0) === cell.strength ? [] : [cell])),
  );
}

type Rating<Rated extends number | null> = {
  id: number;
  competitorId: Rated;
  value: number | null;
};

function ofCompetitors(ratings: readonly Rating<number | null>[]): Rating<number>[] {
  return ratings.flatMap(({ competitorId, ...rating }) =>
    competitorId === null ? [] : [{ ...rating, competitorId }],
  );
}

async function setOwnLevels(
  trx: WorkspaceDb,
  houseId: number,
  { whats, hows }: Pick<ParsedInputOf<'house.setRatings'>, 'whats' | 'hows'>,
): Promise<void> {
  const plan = whats.flatMap(({ whatId, competitorId, value }) =>
    competitorId === null ? [{ whatId, current: value }] : [],
  );
  const own = hows.filter(({ competitorId }) => competitorId === null);
  await requireLeaves(
    trx,
    'what',
    houseId,
    plan.map(({ whatId }) => whatId),
  );
  await requireLeaves(
    trx,
    'how',
    houseId,
    own.map(({ howId }) => howId),
  );
  await setPlan(trx, plan);
  for (const { howId, value } of own) await updateHow(trx, howId, { ownRating: value });
}

export async function setRatings(
  trx: WorkspaceDb,
  side: HouseSide,
  houseId: number,
  ratings: readonly Rating<number>[],
): Promise<void> {
  if (ratings.length === 0) return;
  await requireLeaves(trx, side, houseId, new Set(ratings.map(({ id }) => id)));
  const competitors = await listCompetitors(trx, houseId);
  const known = new Set(competitors.map(({ competitorId }) => competitorId));
  if (ratings.some(({ competitorId }) => !known.has(competitorId))) {
    throw new AppError('house.competitorUnknown');
  }
  const keyOf = (rating: { id: number; competitorId: number }) =>
    `${rating.id}:${rating.competitorId}`;
  const before = new Map(
    (await listRatings(trx, side, houseId)).map((rating) => [keyOf(rating), rating.value]),
  );
  const wanted = new Map(ratings.map((rating) => [keyOf(rating), rating]));
  await writeRatings(
    trx,
    side,
    [...wanted].flatMap(([key, rating]) =>
      (before.get(key) ?? null) === rating.value ? [] : [rating],
    ),
  );
}
