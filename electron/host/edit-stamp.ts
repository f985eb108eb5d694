import type { EditStamp } from '../../db/repositories/voc-edit.repository.ts';
import { actorOf } from './actor.ts';
import type { HostContext } from './host-context.ts';
import { localMoment } from './local-date.ts';

/** Who edits, and when: what the history of a VOC says of a change. */
export function editStamp(context: Pick<HostContext, 'preferences'>): EditStamp {
  const now = new Date();
  return { at: now.toISOString(), local: localMoment(now), actor: actorOf(context) };
}
