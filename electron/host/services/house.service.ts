import type { HandlersOf } from '../handlers.ts';

export const houseHandlers = {} as HandlersOf<'house'>;
