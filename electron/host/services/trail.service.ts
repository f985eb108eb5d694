import type { HandlersOf } from '../handlers.ts';
import { localToday } from '../local-date.ts';
import { readTrail } from '../trail.ts';

export const trailHandlers: HandlersOf<'trail'> = {
  'trail.get': ({ session }, start) => readTrail(session, start, localToday()),
};
