import type { HandlersOf } from '../handlers.ts';

export const surveyHandlers = {} as HandlersOf<'survey'>;
