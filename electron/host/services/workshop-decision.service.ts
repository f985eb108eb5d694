import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { Area } from '../../../core/contract/method.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { updateHouseSettings } from '../../../db/repositories/house.repository.ts';
import { findCells, writeCells } from '../../../db/repositories/house-cell.repository.ts';
import { setImportance } from '../../../db/repositories/house-importance.repository.ts';
import { listStoredWhats } from '../../../db/repositories/house-side.repository.ts';
import {
  deleteDecision,
  findDecision,
  findDecisionOn,
  insertDecision,
  updateDecision,
} from '../../../db/repositories/workshop-decision.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { requireHow, requireLeaves, requireWhat } from '../house-guard.ts';
import { levelsOf } from '../workshop/asked-cells.ts';
import { discussRound } from '../workshop/discuss-round.ts';
import {
  requireClosedRound,
  requireOpenWorkshop,
  requireWorkshop,
} from '../workshop/workshop-guard.ts';

type DecisionMethod =
  | 'workshop.decide'
  | 'workshop.acceptAgreed'
  | 'workshop.addDecision'
  | 'workshop.updateDecision'
  | 'workshop.removeDecision';

/** What enters figures into the house changes the CSFs' weights too. */
const figures: readonly Area[] = ['workshop', 'house', 'csf'];

export const decisionHandlers: Pick<HandlersOf<'workshop'>, DecisionMethod> = {
  'workshop.decide': async (context, input) => {
    const { db } = context.session;
    const { houseId } = await requireOpenWorkshop(db, input.workshopId);
    const { name } = await requireWhat(db, houseId, input.whatId);
    const how = input.howId === null ? null : await requireHow(db, input.howId, houseId);
    await refuseOtherRound(db, input.workshopId, input.roundId);
    return context.edit(
      {
        label: 'workshop:undo.decide',
        params: { name: how === null ? name : `${name} × ${how.name}` },
      },
      figures,
      (trx) => decide(trx, houseId, input),
    );
  },

  'workshop.acceptAgreed': async (context, { roundId }) => {
    const { session } = context;
    const round = await requireClosedRound(session.db, roundId);
    const { houseId } = await requireOpenWorkshop(session.db, round.workshopId);
    const values = await discussRound(context, { kind: 'agreed', roundId });
    return context.edit(
      { label: 'workshop:undo.acceptAgreed', params: { number: round.number } },
      figures,
      async (trx) => ({ cells: await enterValues(trx, houseId, values) }),
    );
  },

  'workshop.addDecision': async (context, { workshopId, subject, outcome, reason, consensus }) => {
    await requireWorkshop(context.session.db, workshopId);
    return context.edit(
      { label: 'workshop:undo.addDecision', params: { name: subject } },
      ['workshop'],
      async (trx) => ({
        id: await insertDecision(trx, {
          workshopId,
          roundId: null,
          whatId: null,
          howId: null,
          subject,
          outcome,
          before: null,
          after: null,
          reason,
          consensus,
          at: new Date().toISOString(),
        }),
      }),
    );
  },

  'workshop.updateDecision': async (context, { id, ...patch }) => {
    await requireDecision(context.session.db, id);
    await context.edit({ label: 'workshop:undo.updateDecision', params: {} }, ['workshop'], (trx) =>
      updateDecision(trx, id, patch),
    );
  },

  'workshop.removeDecision': async (context, { id }) => {
    await requireDecision(context.session.db, id);
    await context.edit({ label: 'workshop:undo.removeDecision', params: {} }, ['workshop'], (trx) =>
      deleteDecision(trx, id),
    );
  },
};

async function requireDecision(db: WorkspaceDb, id: number): Promise<void> {
  if ((await findDecision(db, id)) === null) throw new AppError('workshop.decisionNotFound');
}

/** What is decided rests on votes that everybody can see, of the same workshop. */
async function refuseOtherRound(
  db: WorkspaceDb,
  workshopId: number,
  roundId: number | null,
): Promise<void> {
  if (roundId === null) return;
  const round = await requireClosedRound(db, roundId);
  if (round.workshopId !== workshopId) throw new AppError('workshop.roundNotFound');
}

/** Deciding the same again replaces what was decided before; the value it started from stays. */
async function decide(
  trx: WorkspaceDb,
  houseId: number,
  {
    workshopId,
    roundId,
    whatId,
    howId,
    after,
    reason,
    consensus,
  }: ParsedInputOf<'workshop.decide'>,
): Promise<{ id: number }> {
  const before = await valueAt(trx, houseId, whatId, howId);
  if (after !== null) await enterValues(trx, houseId, [{ whatId, howId, value: after }]);
  const at = new Date().toISOString();
  const earlier = await findDecisionOn(trx, { workshopId, roundId, whatId, howId });
  if (earlier !== null) {
    await updateDecision(trx, earlier.id, { after, reason, consensus, at });
    return { id: earlier.id };
  }
  const said = { subject: '', outcome: '', before, after, reason, consensus, at };
  return { id: await insertDecision(trx, { workshopId, roundId, whatId, howId, ...said }) };
}

async function valueAt(
  trx: WorkspaceDb,
  houseId: number,
  whatId: number,
  howId: number | null,
): Promise<number> {
  if (howId === null) {
    const whats = await listStoredWhats(trx, houseId);
    return whats.find(({ id }) => id === whatId)?.importance ?? 0;
  }
  const [cell] = await findCells(trx, [{ whatId, howId }]);
  return cell?.strength ?? 0;
}

interface EnteredValue {
  whatId: number;
  /** null: the importance of the WHAT. */
  howId: number | null;
  value: number;
}

/** Writes only what changes, and answers how much that was. */
async function enterValues(
  trx: WorkspaceDb,
  houseId: number,
  values: readonly EnteredValue[],
): Promise<number> {
  const cells = values.flatMap(({ whatId, howId, value }) =>
    howId === null ? [] : [{ whatId, howId, strength: value }],
  );
  const importances = values.flatMap(({ whatId, howId, value }) =>
    howId === null ? [{ whatId, importance: value }] : [],
  );
  return (
    (await enterRelations(trx, houseId, cells)) +
    (await enterImportances(trx, houseId, importances))
  );
}

async function enterRelations(
  trx: WorkspaceDb,
  houseId: number,
  cells: readonly { whatId: number; howId: number; strength: number }[],
): Promise<number> {
  if (cells.length === 0) return 0;
  await requireLeaves(trx, 'what', houseId, new Set(cells.map(({ whatId }) => whatId)));
  await requireLeaves(trx, 'how', houseId, new Set(cells.map(({ howId }) => howId)));
  refuseOffLevels(
    await levelsOf(trx, houseId, 'relations'),
    cells.map(({ strength }) => strength),
  );
  const keyOf = (cell: { whatId: number; howId: number }) => `${cell.whatId}:${cell.howId}`;
  const before = new Map((await findCells(trx, cells)).map((cell) => [keyOf(cell), cell]));
  const changed = cells.flatMap((cell) => {
    const { strength, note } = before.get(keyOf(cell)) ?? { strength: 0, note: '' };
    return strength === cell.strength ? [] : [{ ...cell, note }];
  });
  await writeCells(trx, changed);
  return changed.length;
}

async function enterImportances(
  trx: WorkspaceDb,
  houseId: number,
  values: readonly { whatId: number; importance: number }[],
): Promise<number> {
  if (values.length === 0) return 0;
  await requireLeaves(trx, 'what', houseId, new Set(values.map(({ whatId }) => whatId)));
  refuseOffLevels(
    await levelsOf(trx, houseId, 'importance'),
    values.map(({ importance }) => importance),
  );
  const whats = await listStoredWhats(trx, houseId);
  const before = new Map(whats.map(({ id, importance }) => [id, importance]));
  const changed = values.filter(({ whatId, importance }) => before.get(whatId) !== importance);
  await setImportance(trx, changed);
  // What people decided themselves comes from no source any more.
  if (changed.length > 0) await updateHouseSettings(trx, houseId, { importanceSource: 'direct' });
  return changed.length;
}

function refuseOffLevels(levels: readonly number[], values: readonly number[]): void {
  const stranger = values.find((value) => !levels.includes(value));
  if (stranger === undefined) return;
  throw new AppError('workshop.scoreNotOnScale', { value: stranger, levels: levels.join(' · ') });
}
