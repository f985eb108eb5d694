import type { HandlersOf } from '../handlers.ts';

export const importHandlers = {} as HandlersOf<'import'>;
