import { AppError } from '../../../core/contract/app-error.ts';
import type { WorkshopHead } from '../../../core/contract/workshop.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import { findWorkshop, listAttending } from '../../../db/repositories/workshop.repository.ts';
import {
  findVoteRound,
  type StoredRound,
} from '../../../db/repositories/workshop-round.repository.ts';

/** What an edit of a workshop names must be there, and in a state that allows it. */

export async function requireWorkshop(db: WorkspaceDb, id: number): Promise<WorkshopHead> {
  const workshop = await findWorkshop(db, id);
  if (workshop === null) throw new AppError('workshop.notFound');
  return workshop;
}

/** One that is over takes no more scores and decisions, until it is taken up again. */
export async function requireOpenWorkshop(db: WorkspaceDb, id: number): Promise<WorkshopHead> {
  const workshop = await requireWorkshop(db, id);
  if (workshop.status === 'closed') throw new AppError('workshop.closed', { name: workshop.name });
  return workshop;
}

export async function requireVoteRound(db: WorkspaceDb, id: number): Promise<StoredRound> {
  const round = await findVoteRound(db, id);
  if (round === null) throw new AppError('workshop.roundNotFound');
  return round;
}

export async function requireOpenRound(db: WorkspaceDb, id: number): Promise<StoredRound> {
  const round = await requireVoteRound(db, id);
  if (round.closedAt !== null) throw new AppError('workshop.roundClosed', { number: round.number });
  return round;
}

/** While a round is open nobody sees what others scored. */
export async function requireClosedRound(
  db: WorkspaceDb,
  id: number,
): Promise<StoredRound & { closedAt: string }> {
  const { closedAt, ...round } = await requireVoteRound(db, id);
  if (closedAt === null) throw new AppError('workshop.roundOpen', { number: round.number });
  return { ...round, closedAt };
}

export async function requireAttending(
  db: WorkspaceDb,
  workshopId: number,
  participantId: number,
): Promise<void> {
  const attending = await listAttending(db, workshopId);
  if (!attending.includes(participantId)) throw new AppError('workshop.notAttending');
}
