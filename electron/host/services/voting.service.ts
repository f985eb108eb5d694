import type { HandlersOf } from '../handlers.ts';
import { closeVoting, openVoting, releaseName, votingStatus } from '../voting/voting-room.ts';

export const votingHandlers: HandlersOf<'voting'> = {
  'voting.status': (context) => votingStatus(context),
  'voting.open': (context, order) => openVoting(context, order),
  'voting.close': (context) => closeVoting(context),
  'voting.release': (context, { participantId }) => releaseName(context, participantId),
};
