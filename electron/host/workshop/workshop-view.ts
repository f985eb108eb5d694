import type {
  VoteRoundHead,
  WorkshopHead,
  WorkshopView,
} from '../../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { countScored } from '../../../db/repositories/ballot.repository.ts';
import { listParticipants } from '../../../db/repositories/judgement.repository.ts';
import {
  listAgenda,
  listAgendaEvents,
  listAttending,
} from '../../../db/repositories/workshop.repository.ts';
import { listDecisions } from '../../../db/repositories/workshop-decision.repository.ts';
import {
  listVoteRounds,
  type StoredRound,
} from '../../../db/repositories/workshop-round.repository.ts';
import { askedNow, levelsOf } from './asked-cells.ts';

export async function readWorkshopView(
  db: WorkspaceDb,
  workshop: WorkshopHead,
): Promise<WorkshopView> {
  const { id, houseId } = workshop;
  const attending = await listAttending(db, id);
  const rounds: VoteRoundHead[] = [];
  for (const round of await listVoteRounds(db, id)) {
    rounds.push(await readRoundHead(db, houseId, round, attending));
  }
  return {
    ...workshop,
    agenda: await listAgenda(db, id),
    agendaEvents: await listAgendaEvents(db, id),
    participants: await listParticipants(db, houseId),
    attending,
    rounds,
    decisions: await listDecisions(db, id),
  };
}

async function readRoundHead(
  db: WorkspaceDb,
  houseId: number,
  round: StoredRound,
  attending: readonly number[],
): Promise<VoteRoundHead> {
  const { id, number, subject, openedAt, closedAt } = round;
  const asked = await askedNow(db, houseId, round);
  const levels = await levelsOf(db, houseId, subject);
  const scored = await countScored(db, round, attending, { ...asked, levels });
  const cells =
    asked.cells?.length ??
    asked.whatIds.length * (subject === 'importance' ? 1 : asked.howIds.length);
  return {
    id,
    number,
    subject,
    ...asked,
    openedAt,
    closedAt,
    progress: attending.map((participantId) => ({
      participantId,
      scored: scored.get(participantId) ?? 0,
      cells,
    })),
  };
}
