import { AppError } from '../../../core/contract/app-error.ts';
import type { HandlersOf } from '../handlers.ts';

export const votingHandlers: HandlersOf<'voting'> = {
  'voting.status': () => ({ open: null }),
  'voting.open': () => {
    throw new AppError('workshop.notFound');
  },
  'voting.close': () => undefined,
  'voting.release': () => undefined,
};
