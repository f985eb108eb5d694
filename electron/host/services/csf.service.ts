import type { HandlersOf } from '../handlers.ts';

export const csfHandlers = {} as HandlersOf<'csf'>;
