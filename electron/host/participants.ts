import { AppError } from '../../core/contract/app-error.ts';
import { maxParticipants, type ParticipantRow } from '../../core/contract/judgement.contract.ts';
import type { WorkspaceDb } from '../../db/connection.ts';
import { insertParticipant, listParticipants } from '../../db/repositories/judgement.repository.ts';

/** All of them or none: a house holds as many as one can still tell apart. */
export async function addParticipants(
  trx: WorkspaceDb,
  houseId: number,
  newcomers: readonly Omit<ParticipantRow, 'id'>[],
): Promise<number[]> {
  const { length } = await listParticipants(trx, houseId);
  if (length + newcomers.length > maxParticipants) {
    throw new AppError('judgement.tooManyParticipants', { max: maxParticipants });
  }
  const ids: number[] = [];
  for (const newcomer of newcomers) ids.push(await insertParticipant(trx, houseId, newcomer));
  return ids;
}
