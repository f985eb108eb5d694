import type { HandlersOf } from '../handlers.ts';

export const workspaceHandlers = {} as HandlersOf<'workspace' | 'undo'>;
