import type { HandlersOf } from '../handlers.ts';

export const reportHandlers = {} as HandlersOf<'report'>;
