import type { HandlersOf } from '../handlers.ts';

export const jobHandlers: HandlersOf<'job'> = {
  'job.list': (context) => context.jobs.list(),
  'job.get': (context, { id }) => context.jobs.get(id),
  'job.cancel': (context, { id }) => context.jobs.cancel(id),
  'job.dismiss': (context, { id }) => context.jobs.dismiss(id),
};
