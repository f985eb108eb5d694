import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Ballot } from '../../../core/contract/workshop.contract.ts';
import type { ScoredRound } from '../../../core/domain/workshop/round-discussion.ts';
import { listVoters, readBallot } from '../../../db/repositories/ballot.repository.ts';
import type { StoredRound } from '../../../db/repositories/workshop-round.repository.ts';
import type { WorkspaceSession } from '../workspace-session.ts';
import { askedNow, levelsOf } from './asked-cells.ts';

/** The votes of a closed round. One participant at a time, so that a large house holds nobody up. */
export async function readScoredRound(
  { db }: Pick<WorkspaceSession, 'db'>,
  houseId: number,
  round: StoredRound,
): Promise<ScoredRound> {
  const { whatIds, howIds } = await askedNow(db, houseId, round);
  const levels = await levelsOf(db, houseId, round.subject);
  const asked = { whatIds, howIds, levels };
  const ballots: Ballot[] = [];
  for (const participantId of await listVoters(db, round.id)) {
    const scores = await readBallot(db, round, participantId, asked);
    // Who only scored what is gone has no say in what is left.
    if (scores.some((row) => row.some((score) => score !== null))) {
      ballots.push({ participantId, scores });
    }
    await nextTurn();
  }
  return { roundId: round.id, subject: round.subject, ...asked, ballots };
}
