import { AppError } from '../../../core/contract/app-error.ts';
import type { ParsedInputOf } from '../../../core/contract/contract.ts';
import { isRoundOpen, logScores } from '../../../db/repositories/workshop-round.repository.ts';
import type { HostContext } from '../host-context.ts';
import { askedNow, levelsOf, refuseOtherScores } from './asked-cells.ts';
import { requireAttending, requireOpenRound, requireWorkshop } from './workshop-guard.ts';

/**
 * Scores come in from the keyboard, a sheet or a phone alike. Redoing the end of a round would leave this
 * score out of its votes: what could be redone is forgotten.
 */
export async function setScores(
  context: HostContext,
  { roundId, participantId, scores }: ParsedInputOf<'workshop.setScores'>,
): Promise<void> {
  const { session } = context;
  const round = await requireOpenRound(session.db, roundId);
  const { houseId } = await requireWorkshop(session.db, round.workshopId);
  await requireAttending(session.db, round.workshopId, participantId);
  const asked = await askedNow(session.db, houseId, round);
  refuseOtherScores(scores, asked, await levelsOf(session.db, houseId, round.subject));
  const changed = await session.writeBesideSteps(() => {
    // The round may have been closed while this waited for its turn to write.
    if (!isRoundOpen(session.raw, roundId)) {
      throw new AppError('workshop.roundClosed', { number: round.number });
    }
    return logScores(session.raw, roundId, participantId, scores);
  });
  if (changed > 0) context.changed(['workshop']);
}
