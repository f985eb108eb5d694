import { AppError } from '../../../core/contract/app-error.ts';
import type { HandlersOf } from '../handlers.ts';

type PaperMethod = 'workshop.scoreSheets' | 'workshop.readSheets' | 'workshop.startMinutes';

export const paperHandlers: Pick<HandlersOf<'workshop'>, PaperMethod> = {
  'workshop.scoreSheets': () => {
    throw new AppError('workshop.notFound');
  },
  'workshop.readSheets': () => {
    throw new AppError('workshop.notFound');
  },
  'workshop.startMinutes': () => {
    throw new AppError('workshop.notFound');
  },
};
