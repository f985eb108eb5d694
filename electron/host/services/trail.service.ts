import type { HandlersOf } from '../handlers.ts';

export const trailHandlers = {} as HandlersOf<'trail'>;
