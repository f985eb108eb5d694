import type { HandlersOf } from '../handlers.ts';
import { closeVoting, openVoting, releaseName, votingStatus } from '../voting/voting-room.ts';

export const votingHandlers: HandlersOf<'voting'> = {
  'voting.status': (context) => votingStatus(context),
  'voting.open': (context, { workshopId }) => openVoting(context, workshopId),
  'voting.close': (context) => closeVoting(context),
  'voting.release': (context, { participantId }) => releaseName(context, participantId),
};
