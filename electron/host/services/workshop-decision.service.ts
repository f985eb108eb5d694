import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import type { Area } from '../../../core/contract/method.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteDecision,
  findDecision,
  findDecisionOn,
  insertDecision,
  updateDecision,
} from '../../../db/repositories/workshop-decision.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { editMany } from '../heavy/edit-many.ts';
import { requireHow, requireWhat } from '../house-guard.ts';
import { acceptAgreed } from '../workshop/accept-agreed.ts';
import { isLargeRound } from '../workshop/discuss-round.ts';
import { enterValues } from '../workshop/enter-values.ts';
import { recordInWords } from '../workshop/record-in-words.ts';
import { valueAt } from '../workshop/value-at.ts';
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
    const what = await requireWhat(db, houseId, input.whatId);
    const how = input.howId === null ? null : await requireHow(db, input.howId, houseId);
    for (const side of [what, how]) if (side !== null) refuseGroup(side);
    await refuseOtherRound(db, input.workshopId, input.roundId);
    return context.edit(
      {
        label: 'workshop:undo.decide',
        params: { name: how === null ? what.name : `${what.name} × ${how.name}` },
      },
      figures,
      (trx) => decide(trx, houseId, input),
    );
  },

  'workshop.acceptAgreed': async (context, { roundId, reason }) => {
    const { session } = context;
    const round = await requireClosedRound(session.db, roundId);
    await requireOpenWorkshop(session.db, round.workshopId);
    const step = { label: 'workshop:undo.acceptAgreed', params: { number: round.number } };
    const order = { roundId, reason, at: new Date().toISOString() };
    if (await isLargeRound(session.db, round)) {
      const many = { step, touched: figures, phase: 'changing' } as const;
      return editMany<'acceptAgreed'>(context, many, { kind: 'acceptAgreed', order });
    }
    return context.edit(step, figures, async (trx) => ({
      cells: await acceptAgreed(trx, order),
    }));
  },

  'workshop.addDecision': async (context, { workshopId, ...words }) => {
    await requireWorkshop(context.session.db, workshopId);
    return context.edit(
      { label: 'workshop:undo.addDecision', params: { name: words.subject } },
      ['workshop'],
      async (trx) => ({ id: await recordInWords(trx, workshopId, words) }),
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

/** A group has no figure of its own. */
function refuseGroup({ name, isGroup }: { name: string; isGroup: boolean }): void {
  if (isGroup) throw new AppError('workshop.groupNotDecided', { name });
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
