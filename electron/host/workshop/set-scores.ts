import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { logScores } from '../../../db/repositories/ballot.repository.ts';
import type { HostContext } from '../host-context.ts';
import { askedNow, levelsOf, refuseOtherScores } from './asked-cells.ts';
import { requireAttending, requireOpenRound, requireWorkshop } from './workshop-guard.ts';

/**
 * Scores come in from the keyboard, a sheet or a phone alike. They may wait long for their turn to write:
 * whether they are still wanted is looked at when it comes. `refuse` may throw for reasons of the sender's.
 * Redoing the end of a round would leave this score out of its votes: what could be redone is forgotten.
 */
export async function setScores(
  context: HostContext,
  { roundId, participantId, scores }: ParsedInputOf<'workshop.setScores'>,
  refuse: () => void = () => undefined,
): Promise<void> {
  const { session } = context;
  const { db } = session;
  const changed = await session.writeBesideSteps(async () => {
    const round = await requireOpenRound(db, roundId);
    const { houseId } = await requireWorkshop(db, round.workshopId);
    await requireAttending(db, round.workshopId, participantId);
    const asked = await askedNow(db, houseId, round);
    refuseOtherScores(scores, asked, await levelsOf(db, houseId, round.subject));
    refuse();
    return logScores(session.raw, round, participantId, scores);
  });
  if (changed > 0) context.changed(['workshop']);
}
