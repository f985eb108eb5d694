import type { HandlersOf } from '../handlers.ts';

export const vocHandlers = {} as HandlersOf<'voc'>;
