import type { HandlersOf } from '../handlers.ts';

export const requirementHandlers = {} as HandlersOf<'requirement'>;
