import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ballot } from '../../../core/contract/workshop.contract.ts';
import type { ScoredRound } from '../../../core/domain/workshop/round-discussion.ts';
import {
  listVoters,
  readVotesOf,
  type StoredRound,
} from '../../../db/repositories/workshop-round.repository.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { askedNow, levelsOf } from './asked-cells.ts';

/** The votes of a closed round. One participant at a time, so that a large house holds nobody up. */
export async function readScoredRound(
  { db, raw }: WorkspaceSession,
  houseId: number,
  round: StoredRound,
): Promise<ScoredRound> {
  const { whatIds, howIds } = await askedNow(db, houseId, round);
  const asked = { whatIds, howIds };
  const columns = round.subject === 'importance' ? [0] : asked.howIds;
  const [rowOf, columnOf] = [placesOf(asked.whatIds), placesOf(columns)];
  const ballots: Ballot[] = [];
  for (const participantId of await listVoters(db, round.id)) {
    const scores = asked.whatIds.map(() => new Array<number | null>(columns.length).fill(null));
    for (const [whatId, howId, value] of readVotesOf(raw, round.id, participantId)) {
      const row = scores[rowOf.get(whatId) ?? -1];
      const column = columnOf.get(howId);
      if (row !== undefined && column !== undefined) row[column] = value;
    }
    ballots.push({ participantId, scores });
    await nextTurn();
  }
  const levels = await levelsOf(db, houseId, round.subject);
  return { roundId: round.id, subject: round.subject, ...asked, levels, ballots };
}

function placesOf(ids: readonly number[]): Map<number, number> {
  return new Map(ids.map((id, place) => [id, place]));
}
