import type { HandlersOf } from '../handlers.ts';

export const csiHandlers = {} as HandlersOf<'csi'>;
