import { AppError } from '../../../core/contract/app-error.ts';
import { votingContract, workshopContract } from '../../../core/contract/workshop.contract.ts';
import type { HandlersOf } from '../handlers.ts';

const names = [...Object.keys(workshopContract), ...Object.keys(votingContract)];

export const workshopHandlers = Object.fromEntries(
  names.map((name) => [
    name,
    () => {
      throw new AppError('workshop.notFound');
    },
  ]),
) as unknown as HandlersOf<'workshop'> & HandlersOf<'voting'>;
