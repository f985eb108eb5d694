import type { HandlersOf } from '../handlers.ts';

export const actionHandlers = {} as HandlersOf<'action'>;
