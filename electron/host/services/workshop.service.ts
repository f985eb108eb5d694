import { AppError } from '../../../core/contract/app-error.ts';
import type { ParticipantRow } from '../../../core/contract/judgement.contract.ts';
import { type AgendaEvent, maxAgendaItems } from '../../../core/contract/workshop.contract.ts';
import { movedWithin } from '../../../core/domain/house/house-matrix.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { listParticipants } from '../../../db/repositories/judgement.repository.ts';
import {
  deleteAgendaItem,
  deleteWorkshop,
  findAgendaItem,
  insertAgendaItem,
  insertWorkshop,
  listAgenda,
  listAgendaEvents,
  listAttending,
  listWorkshops,
  logAgendaAct,
  orderAgenda,
  updateAgendaItem,
  updateWorkshop,
  writeAttendance,
} from '../../../db/repositories/workshop.repository.ts';
import { listVoteRounds } from '../../../db/repositories/workshop-round.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import type { HostContext } from '../host-context.ts';
import { requireHouse } from '../house-guard.ts';
import { addParticipants } from '../participants.ts';
import { agendaClock } from '../workshop/agenda-clock.ts';
import { requireWorkshop } from '../workshop/workshop-guard.ts';
import { readWorkshopView } from '../workshop/workshop-view.ts';
import { csfAgreementHandlers } from './workshop-csf.service.ts';
import { decisionHandlers } from './workshop-decision.service.ts';
import { paperHandlers } from './workshop-paper.service.ts';
import { voteRoundHandlers } from './workshop-round.service.ts';

export const workshopHandlers: HandlersOf<'workshop'> = {
  ...voteRoundHandlers,
  ...decisionHandlers,
  ...csfAgreementHandlers,
  ...paperHandlers,

  'workshop.list': async ({ session }, { houseId }) => {
    await requireHouse(session.db, houseId);
    return listWorkshops(session.db, houseId);
  },

  'workshop.get': async ({ session }, { id }) =>
    readWorkshopView(session.db, await requireWorkshop(session.db, id)),

  'workshop.create': async (context, { agenda, invited, attending, ...workshop }) => {
    await requireHouse(context.session.db, workshop.houseId);
    return context.edit(
      { label: 'workshop:undo.create', params: { name: workshop.name } },
      ['workshop', 'house'],
      async (trx) => {
        await addParticipants(trx, workshop.houseId, invited.map(equal));
        const id = await insertWorkshop(trx, workshop);
        for (const item of agenda) await insertAgendaItem(trx, id, item);
        await attend(trx, { id, houseId: workshop.houseId }, attending);
        return { id };
      },
    );
  },

  'workshop.update': async (context, { id, ...patch }) => {
    const { name } = await requireWorkshop(context.session.db, id);
    await context.edit(
      { label: 'workshop:undo.update', params: { name: patch.name ?? name } },
      ['workshop'],
      async (trx) => {
        if (patch.status === 'closed' || patch.status === 'planned') await refuseOpenRound(trx, id);
        await updateWorkshop(trx, id, patch);
      },
    );
    if (patch.status === 'closed') await stopClock(context, id);
  },

  'workshop.remove': async (context, { id }) => {
    const { name } = await requireWorkshop(context.session.db, id);
    await context.edit({ label: 'workshop:undo.remove', params: { name } }, ['workshop'], (trx) =>
      deleteWorkshop(trx, id),
    );
  },

  'workshop.addAgendaItem': async (context, { workshopId, ...item }) => {
    await requireWorkshop(context.session.db, workshopId);
    return context.edit(
      { label: 'workshop:undo.addAgendaItem', params: { name: item.name } },
      ['workshop'],
      async (trx) => {
        const { length } = await listAgenda(trx, workshopId);
        if (length >= maxAgendaItems) {
          throw new AppError('workshop.tooManyAgendaItems', { max: maxAgendaItems });
        }
        return { id: await insertAgendaItem(trx, workshopId, item) };
      },
    );
  },

  'workshop.updateAgendaItem': async (context, { id, ...patch }) => {
    const { name } = await requireAgendaItem(context.session.db, id);
    await context.edit(
      { label: 'workshop:undo.updateAgendaItem', params: { name: patch.name ?? name } },
      ['workshop'],
      (trx) => updateAgendaItem(trx, id, patch),
    );
  },

  'workshop.moveAgendaItem': async (context, { id, position }) => {
    const { name, workshopId } = await requireAgendaItem(context.session.db, id);
    await context.edit(
      { label: 'workshop:undo.moveAgendaItem', params: { name } },
      ['workshop'],
      async (trx) => {
        const ids = (await listAgenda(trx, workshopId)).map((item) => item.id);
        await orderAgenda(trx, movedWithin(ids, id, position));
      },
    );
  },

  'workshop.removeAgendaItem': async (context, { id }) => {
    const { name, workshopId } = await requireAgendaItem(context.session.db, id);
    await context.edit(
      { label: 'workshop:undo.removeAgendaItem', params: { name } },
      ['workshop'],
      async (trx) => {
        await deleteAgendaItem(trx, id);
        await orderAgenda(
          trx,
          (await listAgenda(trx, workshopId)).map((item) => item.id),
        );
      },
    );
  },

  'workshop.runAgendaItem': async (context, { id, act }) => {
    await requireAgendaItem(context.session.db, id);
    await tellClock(context, { itemId: id, act });
  },

  'workshop.setAttendance': async (context, { workshopId, participantIds }) => {
    const { name, houseId } = await requireWorkshop(context.session.db, workshopId);
    await context.edit(
      { label: 'workshop:undo.setAttendance', params: { name } },
      ['workshop'],
      (trx) => attend(trx, { id: workshopId, houseId }, participantIds),
    );
  },

  'workshop.invite': async (context, { workshopId, invited }) => {
    const { houseId } = await requireWorkshop(context.session.db, workshopId);
    return context.edit(
      { label: 'workshop:undo.invite', params: { count: invited.length } },
      ['workshop', 'house'],
      async (trx) => {
        const attending = await listAttending(trx, workshopId);
        const ids = await addParticipants(trx, houseId, invited.map(equal));
        await attend(trx, { id: workshopId, houseId }, [...attending, ...ids]);
        return { ids };
      },
    );
  },
};

async function tellClock(context: HostContext, act: Omit<AgendaEvent, 'at'>): Promise<void> {
  const { session } = context;
  await session.whileNobodyWrites(() => logAgendaAct(session.db, { ...act, at: Date.now() }));
  context.changed(['workshop']);
}

/** What runs is over with its workshop: nobody sits there any more. */
async function stopClock(context: HostContext, workshopId: number): Promise<void> {
  const { db } = context.session;
  const { runningId } = agendaClock({
    agenda: await listAgenda(db, workshopId),
    agendaEvents: await listAgendaEvents(db, workshopId),
  });
  if (runningId !== null) await tellClock(context, { itemId: runningId, act: 'finish' });
}

/** Who is invited counts as much as everybody else, until somebody says otherwise. */
function equal(invited: { name: string; team: string }): Omit<ParticipantRow, 'id'> {
  return { ...invited, weight: 1 };
}

async function requireAgendaItem(
  db: WorkspaceDb,
  id: number,
): Promise<{ workshopId: number; name: string }> {
  const item = await findAgendaItem(db, id);
  if (item === null) throw new AppError('workshop.agendaItemNotFound');
  return item;
}

/** Everybody of the house when nobody is named. */
async function attend(
  trx: WorkspaceDb,
  { id, houseId }: { id: number; houseId: number },
  participantIds: readonly number[] | undefined,
): Promise<void> {
  const everybody = new Set((await listParticipants(trx, houseId)).map((one) => one.id));
  const attending = new Set(participantIds ?? everybody);
  if ([...attending].some((one) => !everybody.has(one)))
    throw new AppError('workshop.participantUnknown');
  await writeAttendance(trx, id, attending);
}

async function refuseOpenRound(trx: WorkspaceDb, workshopId: number): Promise<void> {
  const open = (await listVoteRounds(trx, workshopId)).find(({ closedAt }) => closedAt === null);
  if (open !== undefined) throw new AppError('workshop.roundOpen', { number: open.number });
}
