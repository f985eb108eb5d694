import type { HandlersOf } from '../handlers.ts';
import { localToday } from '../local-date.ts';
import { readTrail } from '../trail.ts';

export const trailHandlers: HandlersOf<'trail'> = {
  'trail.get': ({ session }, { kind, id }) => readTrail(session, { kind, id }, localToday()),
};
